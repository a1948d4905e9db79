import Glibc

/// Messages for people, on standard error.
enum Console {
  /// Whether standard error is a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Whether messages may be coloured: a terminal, and no `NO_COLOR` (no-color.org).
  static let isColored: Bool = {
    guard isTerminal else { return false }
    guard let setting = getenv("NO_COLOR") else { return true }
    return setting.pointee == 0
  }()

  /// Prints `error:` and a message.
  static func error(_ text: String) {
    message((isColored ? "\u{1B}[1;31merror:\u{1B}[0m " : "error: ") + printable(text))
  }

  /// Prints a line as it is.
  static func message(_ text: String) {
    // There is nowhere to report that a message could not be written.
    try? Descriptor.write(Array((text + "\n").utf8), to: STDERR_FILENO, named: "standard error")
  }

  /// Prints a command's result to standard output, and ends the process where that is impossible.
  static func printOutput(_ text: String) {
    do {
      let line = text.hasSuffix("\n") ? text : text + "\n"
      try Descriptor.write(Array(line.utf8), to: STDOUT_FILENO, named: "standard output")
    } catch {
      if let message = error.message { Console.error(message) }
      exit(error.status.rawValue)
    }
  }

  /// The text without characters that a terminal would obey: a file's name may hold escape sequences.
  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
