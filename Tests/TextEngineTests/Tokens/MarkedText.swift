import Foundation
import Testing

@testable import TextEngine

/// A case of a file in `Fixtures/tokens`: a text with marks at the boundaries, written in one line.
///
/// `\|`, `\\`, `\n`, `\t` and `\u{A0}` stand for the characters that the marks or the line could not show.
struct MarkedText: CustomTestStringConvertible {
  /// The text without the marks.
  let text: String
  /// The parts between the marks, without the white space around them.
  let parts: [String]
  /// The line as it stands in the file.
  let line: String
  /// Where the case stands.
  let location: SourceLocation

  var testDescription: String { line }

  init(_ line: String, mark: Character, location: SourceLocation) {
    var text = ""
    var parts = [""]
    var rest = line[...]
    while let next = rest.popFirst() {
      guard next == "\\" else {
        if next == mark {
          parts.append("")
        } else {
          text.append(next)
          parts[parts.count - 1].append(next)
        }
        continue
      }
      let scalar = Self.escape(&rest)
      text.unicodeScalars.append(scalar)
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    self.text = text
    self.parts = parts.map(Self.trimmed)
    self.line = line
    self.location = location
  }

  private static func escape(_ rest: inout Substring) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "n": return "\n"
    case "t": return "\t"
    case "u":
      let digits = rest.prefix { $0 != "}" }.dropFirst()
      rest = rest.dropFirst(digits.count + 2)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    case let other?: return other.unicodeScalars.first ?? "\\"
    case nil: return "\\"
    }
  }

  /// White space at both ends, zero-width space and BOM included, as the tokenizer has it.
  private static func trimmed(_ part: String) -> String {
    var scalars = part.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// The cases of a file below `Fixtures/tokens`; empty lines and lines that start with `#` and a blank are none.
  static func cases(in file: String, mark: Character) -> [MarkedText] {
    let url = Self.root.appending(path: "Fixtures/tokens/\(file)")
    guard let contents = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var cases: [MarkedText] = []
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated() where !line.isEmpty && line != "#" && !line.hasPrefix("# ")
    {
      let location = SourceLocation(
        fileID: "Fixtures/\(file)",
        filePath: url.path(),
        line: index + 1,
        column: 1
      )
      cases.append(MarkedText(String(line), mark: mark, location: location))
    }
    return cases
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A tokenizer with the rules of the package.
  static func tokenizer() throws -> Tokenizer {
    let rules = try [UInt8](Data(contentsOf: root.appending(path: "Rules/tokens.rbbi")))
    return try Tokenizer(rules: rules.span)
  }
}
