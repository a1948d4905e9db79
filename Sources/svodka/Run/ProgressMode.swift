import ArgumentParser

/// How a run tells how far it is.
enum ProgressMode: String, CaseIterable, ExpressibleByArgument {
  /// By a line that is written over, where standard error is a terminal.
  case auto
  /// By an object a second, for programs.
  case json
  /// Not at all.
  case none
}
