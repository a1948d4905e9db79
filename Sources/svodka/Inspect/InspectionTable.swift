import FactExtraction
import TextEngine

/// Lays out what rules see of a text, for people.
///
/// One line a token with its first reading, further readings below it, and at the end what stands over the
/// tokens. `?` marks a guessed reading.
struct InspectionTable {
  private let offsets: OffsetMap
  private var lines: [String] = []

  /// Makes the table of the document that the extractor took up last.
  init(_ engine: Engine, offsets: OffsetMap) {
    self.offsets = offsets
    let tokens = InspectedToken.tokens(of: engine)
    let width = min(24, tokens.map(\.text.unicodeScalars.count).max() ?? 0)
    var (paragraph, sentence) = (0, 0)
    for token in tokens {
      if (token.paragraph, token.sentence) != (paragraph, sentence) {
        (paragraph, sentence) = (token.paragraph, token.sentence)
        lines.append("# paragraph \(paragraph), sentence \(sentence)")
      }
      append(token, width: width)
    }
    let annotations = InspectedAnnotation.annotations(of: engine)
    if !annotations.isEmpty { lines.append("# annotations") }
    for annotation in annotations {
      let value = annotation.value.map { " = " + String(decoding: $0, as: UTF8.self) } ?? ""
      lines.append(
        place(annotation.span)
          + "<\(annotation.type)>\(value)  \(Console.printable(annotation.text))"
      )
    }
  }

  /// The whole table.
  var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func append(_ token: InspectedToken, width: Int) {
    // A line break in a token would break the table.
    let text = Console.printable(token.text).split(separator: "\n").joined(separator: " ")
    let start =
      place(token.span) + Self.padded(text, to: width + 2) + Self.padded(token.kind, to: 19)
    var readings = token.readings.map { reading in
      "\(reading.lemma)\(reading.isGuessed ? "?" : "")  \(reading.grammemes.joined(separator: ","))"
    }
    if !token.lists.isEmpty {
      readings.append(token.lists.map { "@\($0)" }.joined(separator: " "))
    }
    lines.append((start + (readings.first ?? "")).trimmed())
    let indent = String(repeating: " ", count: start.unicodeScalars.count)
    lines += readings.dropFirst().map { indent + $0 }
  }

  private func place(_ span: TextSpan) -> String {
    let (start, end) = offsets.range(of: span)
    return Self.padded("\(start)-\(end)", to: 12)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    let count = text.unicodeScalars.count
    return text + String(repeating: " ", count: max(1, width - count))
  }
}

extension String {
  /// The string without blanks at its end.
  fileprivate func trimmed() -> String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
