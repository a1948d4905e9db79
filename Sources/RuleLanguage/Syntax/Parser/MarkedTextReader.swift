import TextEngine

/// Reads the text of an example with the spans marked in it.
struct MarkedTextReader {
  /// The text and its spans.
  private(set) var text: MarkedText
  /// What is wrong with it.
  private(set) var faults: [Diagnostic] = []

  private static let escapes = ["\\[", "\\]", "\\\"", "\\\\", "\\¶"]

  /// Reads the token of a string.
  init(_ token: RuleToken, in lexer: Lexer, file: Int, rejects: Bool) {
    let whole = SourceRange(file: file, span: token.span)
    text = MarkedText(text: "", spans: [], range: whole)
    // Without its closing mark, a text goes on to the end of the line.
    let end = token.fault == nil ? token.span.end - 1 : token.span.end
    var offset = token.span.start + 1
    var bytes: [UInt8] = []
    var open: [(source: Int, start: Int)] = []
    while offset < end {
      let (scalar, length) = lexer.scalar(at: offset)
      let here = SourceRange(file: file, start: offset, end: offset + length)
      switch scalar {
      case "\\" where offset + 1 < end:
        let (escaped, escapedLength) = lexer.scalar(at: offset + 1)
        if !"[]\"\\¶".unicodeScalars.contains(escaped) {
          let range = SourceRange(file: file, start: offset, end: offset + 1 + escapedLength)
          faults.append(
            Diagnostic(
              .unknownEscape(
                String(decoding: lexer.bytes[offset..<range.span.end], as: UTF8.self),
                allowed: MarkedTextReader.escapes
              ),
              at: range
            )
          )
        }
        bytes.append(contentsOf: lexer.bytes[(offset + 1)..<(offset + 1 + escapedLength)])
        offset += 1 + escapedLength
        continue
      case "[": open.append((offset, bytes.count))
      case "]":
        guard let opening = open.popLast() else {
          faults.append(Diagnostic(.unopenedMark, at: here))
          break
        }
        let span = TextSpan(start: opening.start, end: bytes.count)
        if span.isEmpty {
          faults.append(
            Diagnostic(
              .emptyMark,
              at: SourceRange(file: file, start: opening.source, end: offset + 1)
            )
          )
        } else {
          text.spans.append(span)
        }
      case "¶": bytes.append(UInt8(ascii: "\n"))
      default: bytes.append(contentsOf: lexer.bytes[offset..<(offset + length)])
      }
      offset += length
    }
    for opening in open {
      faults.append(
        Diagnostic(
          .unclosedMark,
          at: SourceRange(file: file, start: opening.source, end: opening.source + 1)
        )
      )
    }
    text.text = String(decoding: bytes, as: UTF8.self)
    text.spans.sort { ($0.start, $1.end) < ($1.start, $0.end) }
    checkMarks(rejects: rejects)
  }

  private mutating func checkMarks(rejects: Bool) {
    if rejects, !text.spans.isEmpty {
      faults.append(Diagnostic(.markInReject, at: text.range))
    } else if !rejects, text.spans.isEmpty, faults.isEmpty {
      faults.append(Diagnostic(.noMark, at: text.range))
    }
  }
}
