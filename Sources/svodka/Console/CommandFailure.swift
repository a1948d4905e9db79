import Glibc

/// The end of a command before its time, or with a status other than 0.
struct CommandFailure: Error {
  /// What the process exits with.
  let status: ExitStatus
  /// What to say about it; nil where everything is said already.
  let message: String?

  /// Leaves the reading of input of which nothing more is wanted; no command ends with it.
  static let enough = CommandFailure(status: .done, message: nil)

  /// A fault of the command line or the rules.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(status: .usage, message: message)
  }

  /// A call to the system that failed, with `errno` as it left it.
  static func system(_ what: String, path: String, code: Int32 = errno) -> CommandFailure {
    CommandFailure(
      status: .inputOutput,
      message: "cannot \(what) \(path): \(String(cString: strerror(code)))"
    )
  }

  /// The same failure, and what it means for the input.
  func adding(_ consequence: String) -> CommandFailure {
    CommandFailure(status: status, message: message.map { $0 + "; " + consequence })
  }
}
