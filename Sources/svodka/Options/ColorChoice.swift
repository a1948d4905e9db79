import ArgumentParser
import FactTesting
import Glibc

/// Whether a command colours what it prints.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  /// Where standard output is a terminal and `NO_COLOR` is not set (no-color.org).
  case auto
  /// Always, also into files and pipes.
  case always
  /// Never.
  case never

  /// The paint for standard output.
  var paint: Paint {
    switch self {
    case .always: Paint(isOn: true)
    case .never: Paint(isOn: false)
    case .auto: Paint(isOn: isatty(STDOUT_FILENO) == 1 && !Console.isColorUnwanted)
    }
  }
}
