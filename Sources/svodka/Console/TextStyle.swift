import ArgumentParser
import Glibc

/// When output is coloured.
enum ColorMode: String, CaseIterable, ExpressibleByArgument {
  /// Where standard output is a terminal, unless `NO_COLOR` is set (no-color.org).
  case auto
  case always
  case never
}

/// The colours of output for people.
struct TextStyle: Sendable {
  /// Whether anything is coloured.
  let isColored: Bool

  /// The style for standard output.
  init(_ mode: ColorMode) {
    switch mode {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = !Console.isColorUnwanted && isatty(STDOUT_FILENO) == 1
    }
  }

  /// A colour or weight.
  enum Color: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "1;36"
  }

  /// A text in a colour, where colours are wanted.
  func callAsFunction(_ color: Color, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
