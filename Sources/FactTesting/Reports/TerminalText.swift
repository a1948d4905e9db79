/// Texts made fit for a terminal.
public enum TerminalText {
  /// The text without characters that a terminal would obey: a file's name may hold escape sequences.
  ///
  /// Line feeds stay; each other control character, and each mark of direction, becomes U+FFFD.
  public static func printable(_ text: String) -> String {
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

  /// The same on one line: a line feed becomes `¶`, as rule files write the end of a paragraph.
  public static func oneLine(_ text: String) -> String {
    printable(text.replacing("\r\n", with: "\n")).replacing("\n", with: "¶")
  }

  /// The characters of a text, each of them one column wide: marks that stand over a letter belong to it.
  static func cells(of text: some StringProtocol) -> [String] {
    var cells: [String] = []
    for scalar in text.unicodeScalars { append(scalar, to: &cells) }
    return cells
  }

  /// Appends a character as a column of its own, or to the letter that it stands over.
  static func append(_ scalar: Unicode.Scalar, to cells: inout [String]) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      if let last = cells.indices.last {
        cells[last].unicodeScalars.append(scalar)
      } else {
        cells.append("\u{25CC}" + String(scalar))
      }
    case _ where scalar == "\t": cells.append(" ")
    case _ where scalar == "\n": cells.append("¶")
    case .control, .format, .lineSeparator, .paragraphSeparator: cells.append("\u{FFFD}")
    default: cells.append(String(scalar))
    }
  }
}
