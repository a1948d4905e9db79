import FactTesting
import Glibc

/// Messages for people, on standard error.
enum Console {
  /// Whether standard error is a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Whether the environment asks for no colours (no-color.org).
  static let isColorUnwanted: Bool = {
    guard let setting = getenv("NO_COLOR") else { return false }
    return setting.pointee != 0
  }()

  /// Whether messages may be coloured.
  static let isColored = isTerminal && !isColorUnwanted

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
  static func printable(_ text: String) -> String { TerminalText.printable(text) }
}
