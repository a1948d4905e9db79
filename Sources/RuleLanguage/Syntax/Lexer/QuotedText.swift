import TextEngine

/// Reads what stands between quotation marks: the text, and the places where escapes are wrong.
struct QuotedText {
  /// The text with its escapes resolved.
  var text = ""
  /// The bytes of each escape that does not exist.
  var unknownEscapes: [TextSpan] = []

  /// The escapes of all quoted texts but regular expressions and examples.
  static let escapes = ["\\\"", "\\'", "\\\\", "\\n", "\\t"]

  /// Reads the token of a string or a lemma.
  init(_ token: RuleToken, in lexer: Lexer) {
    var offset = token.span.start + 1
    // Without its closing mark, a text goes on to the end of the line.
    let end = token.fault == nil ? token.span.end - 1 : token.span.end
    var bytes: [UInt8] = []
    while offset < end {
      let byte = lexer.byte(at: offset)
      guard byte == UInt8(ascii: "\\"), offset + 1 < end else {
        bytes.append(byte)
        offset += 1
        continue
      }
      let (scalar, length) = lexer.scalar(at: offset + 1)
      switch scalar {
      case "\"", "'", "\\": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "n": bytes.append(UInt8(ascii: "\n"))
      case "t": bytes.append(UInt8(ascii: "\t"))
      default:
        unknownEscapes.append(TextSpan(start: offset, end: offset + 1 + length))
        bytes.append(contentsOf: lexer.bytes[(offset + 1)..<(offset + 1 + length)])
      }
      offset += 1 + length
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
