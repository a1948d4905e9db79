import TextEngine

/// Cuts a rule file into tokens, one at a time, so that the parser can read list entries in their own way.
///
/// Any bytes give tokens, and the last is `.end`. Every token but `.end` takes at least one byte.
struct Lexer: Sendable {
  /// The file's bytes.
  let bytes: [UInt8]
  /// The offset where the next token is looked for.
  var position: Int
  /// Whether a line has started since the last token.
  private var isAtLineStart = true
  /// Where the tokens end: the file's end, or a line's while the parser reads that line alone.
  var limit: Int

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the first name.
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    limit = bytes.count
  }

  /// The byte at an offset; 0 beyond the limit.
  func byte(at offset: Int) -> UInt8 {
    offset < limit ? bytes[offset] : 0
  }

  /// Goes back or forth to a place that the parser has read by itself.
  mutating func move(to offset: Int, isAtLineStart: Bool) {
    position = offset
    self.isAtLineStart = isAtLineStart
  }

  /// The next token.
  mutating func next() -> RuleToken {
    let before = position
    skipBlanks()
    let start = position
    let isFirst = isAtLineStart
    isAtLineStart = false
    var fault: DiagnosticMessage?
    let kind = scan(fault: &fault)
    return RuleToken(
      kind: kind,
      span: TextSpan(start: start, end: position),
      isFirstOnLine: isFirst,
      isAdjacent: start == before,
      fault: fault
    )
  }

  /// Passes over white space and comments.
  private mutating func skipBlanks() {
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        isAtLineStart = true
        position += 1
      case UInt8(ascii: "#"):
        while position < limit, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default:
        let length = blankLength(at: position)
        guard length > 0 else { return }
        position += length
      }
    }
  }

  /// The length of the blank at an offset, line ends apart; 0 where none is.
  func blankLength(at offset: Int) -> Int {
    switch byte(at: offset) {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C: 1
    // No-break spaces come in with copied text and cannot be seen.
    case 0xC2 where byte(at: offset + 1) == 0xA0: 2
    case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0xAF: 3
    case 0xEF where byte(at: offset + 1) == 0xBB && byte(at: offset + 2) == 0xBF: 3
    default: 0
    }
  }

  private mutating func scan(fault: inout DiagnosticMessage?) -> RuleToken.Kind {
    guard position < limit else { return .end }
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
    case UInt8(ascii: "\""): return scanQuoted(first, .string, &fault)
    case UInt8(ascii: "'"): return scanQuoted(first, .lemma, &fault)
    case UInt8(ascii: "/"): return scanQuoted(first, .regex, &fault)
    case UInt8(ascii: "."):
      let isRange = byte(at: position + 1) == first
      position += isRange ? 2 : 1
      return isRange ? .range : .punctuation(first)
    case UInt8(ascii: "@"):
      position += 1
      guard nameScalar(at: position) != nil else { return .punctuation(first) }
      scanName(&fault)
      return .listName
    default:
      if nameScalar(at: position) != nil {
        scanName(&fault)
        return .identifier
      }
      if Lexer.isPunctuation(first) {
        position += 1
        return .punctuation(first)
      }
      return scanUnknown(&fault)
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "^"), UInt8(ascii: "?"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  private mutating func scanNumber() -> RuleToken.Kind {
    skipDigits()
    // `1..31` is a range, `1.5` a number.
    if byte(at: position) == UInt8(ascii: "."), isDigit(byte(at: position + 1)) {
      position += 1
      skipDigits()
    }
    return .number
  }

  private mutating func skipDigits() {
    while isDigit(byte(at: position)) { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func scanQuoted(
    _ quote: UInt8,
    _ kind: RuleToken.Kind,
    _ fault: inout DiagnosticMessage?
  ) -> RuleToken.Kind {
    position += 1
    while position < limit, bytes[position] != UInt8(ascii: "\n") {
      let current = bytes[position]
      position += 1
      if current == quote { return kind }
      if current == UInt8(ascii: "\\"), position < limit,
        bytes[position] != UInt8(ascii: "\n")
      {
        position += 1
      }
    }
    fault = .unterminated(Character(Unicode.Scalar(quote)))
    return kind
  }

  /// The letter or digit of a name at an offset, and its length.
  private func nameScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = byte(at: offset)
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      return (Unicode.Scalar(first), 1)
    case 0x80...:
      let decoded = scalar(at: offset)
      switch decoded.scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber:
        return decoded
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func scanName(_ fault: inout DiagnosticMessage?) {
    let start = position
    var foreign: Unicode.Scalar?
    while let (scalar, length) = nameScalar(at: position) {
      if length > 1, foreign == nil { foreign = scalar }
      position += length
    }
    if let foreign {
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      fault = .foreignName(RuleToken.clipped(name), letter: foreign)
    }
  }

  /// Takes a run of characters that mean nothing, so that a heap of them is one fault.
  private mutating func scanUnknown(_ fault: inout DiagnosticMessage?) -> RuleToken.Kind {
    let start = position
    var isQuotationMark = false
    while position < limit, blankLength(at: position) == 0 {
      let current = bytes[position]
      if current == UInt8(ascii: "\n") || nameScalar(at: position) != nil
        || Lexer.isPunctuation(current) || Lexer.quotes.contains(current)
      {
        break
      }
      let (scalar, length) = scalar(at: position)
      if scalar.properties.isQuotationMark { isQuotationMark = true }
      position += length
    }
    // A quote or a comment sign cannot come first here; this keeps the promise of one byte all the same.
    position = max(position, start + 1)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    fault = .unexpectedCharacters(RuleToken.clipped(text), isQuotationMark: isQuotationMark)
    return .unknown
  }

  private static let quotes = Set("\"'/#".utf8)

  /// The scalar at an offset below the end, and its length; U+FFFD of one byte where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(at: offset)
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let slice = bytes[offset..<min(offset + length, limit)]
    var decoder = UTF8()
    var iterator = slice.makeIterator()
    guard length > 1, slice.count == length,
      case .scalarValue(let scalar) = decoder.decode(&iterator)
    else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}

extension RuleToken {
  /// A text made short enough for a message, without control characters.
  static func clipped(_ text: String) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == 40 { return result + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        result += "U+" + hexadecimal(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
