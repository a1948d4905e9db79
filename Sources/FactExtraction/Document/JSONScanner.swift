import TextEngine

/// Reads JSON from a line of bytes, one value after the other, without building a tree.
///
/// Strict about the grammar of RFC 8259. Nesting is followed up to a limit and without recursion, so that
/// a line of a million brackets costs no stack. The line is passed to each call; the scanner keeps the
/// position alone.
struct JSONScanner {
  /// The levels of nesting that are followed.
  static let depthLimit = 512

  /// The position of the next byte.
  private(set) var index = 0
  /// Whether the last string had an escape of half a surrogate pair.
  private(set) var sawLoneSurrogate = false
  /// For each open bracket, whether it is an object's.
  private var openObjects: [Bool] = []

  /// The next byte, or nil at the end of the line.
  func peek(_ line: Span<UInt8>) -> UInt8? {
    index < line.count ? line[index] : nil
  }

  /// Passes over white space.
  mutating func skipSpace(_ line: Span<UInt8>) {
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// Passes over one byte if it is the next.
  mutating func skip(_ byte: UInt8, in line: Span<UInt8>) -> Bool {
    guard peek(line) == byte else { return false }
    index += 1
    return true
  }

  /// A fault at the current position.
  func fault(
    _ message: String,
    code: DocumentFault.Code = .invalidJSON
  ) -> DocumentFault {
    DocumentFault(code, message, column: index + 1)
  }

  // MARK: Strings

  /// Decodes a string, whose quotation mark is the next byte, onto the end of `decoded`.
  mutating func readString(
    _ line: Span<UInt8>,
    into decoded: inout [UInt8]
  ) throws(DocumentFault) {
    sawLoneSurrogate = false
    guard skip(UInt8(ascii: "\""), in: line) else { throw fault("a string should start here") }
    while true {
      let start = index
      skipPlain(line)
      if index > start {
        line.extracting(start..<index).withUnsafeBufferPointer { decoded.append(contentsOf: $0) }
      }
      guard let byte = peek(line) else { throw fault("the line ends inside a string") }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): try readEscape(line, into: &decoded)
      default: throw fault("a control character in a string is not escaped")
      }
    }
  }

  /// Passes over bytes that stand for themselves in a string.
  private mutating func skipPlain(_ line: Span<UInt8>) {
    while index + 8 <= line.count {
      let eight = EightBytes(line, at: index)
      let others =
        eight.marks(below: 0x20) | eight.marks(of: UInt8(ascii: "\""))
        | eight.marks(of: UInt8(ascii: "\\"))
      guard others == 0 else {
        index += others.trailingZeroBitCount / 8
        return
      }
      index += 8
    }
    while index < line.count, line[index] >= 0x20, line[index] != UInt8(ascii: "\""),
      line[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
  }

  private mutating func readEscape(
    _ line: Span<UInt8>,
    into decoded: inout [UInt8]
  ) throws(DocumentFault) {
    index += 1
    guard let byte = peek(line) else { throw fault("the line ends inside a string") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      index += 1
      try readUnicodeEscape(line, into: &decoded)
      return
    default: throw fault("JSON has no such escape")
    }
    index += 1
  }

  private mutating func readUnicodeEscape(
    _ line: Span<UInt8>,
    into decoded: inout [UInt8]
  ) throws(DocumentFault) {
    guard let unit = hexUnit(line, at: index) else {
      throw fault("four hexadecimal digits should stand here")
    }
    index += 4
    if 0xD800..<0xDC00 ~= unit, index + 1 < line.count, line[index] == UInt8(ascii: "\\"),
      line[index + 1] == UInt8(ascii: "u"), let low = hexUnit(line, at: index + 2),
      0xDC00..<0xE000 ~= low
    {
      index += 6
      append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &decoded)
    } else if 0xD800..<0xE000 ~= unit {
      sawLoneSurrogate = true
      append(0xFFFD, to: &decoded)
    } else {
      append(unit, to: &decoded)
    }
  }

  private func hexUnit(_ line: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + 4 <= line.count else { return nil }
    var unit: UInt32 = 0
    for position in start..<start + 4 {
      let digit: UInt8
      switch line[position] {
      case let byte where 0x30...0x39 ~= byte: digit = byte - 0x30
      case let byte where 0x41...0x46 ~= byte: digit = byte - 0x41 + 10
      case let byte where 0x61...0x66 ~= byte: digit = byte - 0x61 + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  private func append(_ value: UInt32, to decoded: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  // MARK: Numbers and words

  /// Passes over a number.
  mutating func skipNumber(_ line: Span<UInt8>) throws(DocumentFault) {
    _ = skip(UInt8(ascii: "-"), in: line)
    if !skip(UInt8(ascii: "0"), in: line) { try skipDigits(line) }
    if skip(UInt8(ascii: "."), in: line) { try skipDigits(line) }
    if skip(UInt8(ascii: "e"), in: line) || skip(UInt8(ascii: "E"), in: line) {
      if !skip(UInt8(ascii: "+"), in: line) { _ = skip(UInt8(ascii: "-"), in: line) }
      try skipDigits(line)
    }
  }

  private mutating func skipDigits(_ line: Span<UInt8>) throws(DocumentFault) {
    let start = index
    while let byte = peek(line), 0x30...0x39 ~= byte { index += 1 }
    if index == start { throw fault("a digit should stand here") }
  }

  private mutating func skipWord(
    _ word: StaticString,
    in line: Span<UInt8>
  ) throws(DocumentFault) {
    let matches = word.withUTF8Buffer { letters in
      guard index + letters.count <= line.count else { return false }
      for offset in letters.indices where line[index + offset] != letters[offset] { return false }
      return true
    }
    guard matches else { throw fault("a value should start here") }
    index += word.utf8CodeUnitCount
  }

  // MARK: Values

  /// Passes over one value of any kind, checking it; `scratch` is used for its strings.
  mutating func skipValue(
    _ line: Span<UInt8>,
    scratch: inout [UInt8]
  ) throws(DocumentFault) {
    openObjects.removeAll(keepingCapacity: true)
    while true {
      skipSpace(line)
      let opened = try skipScalarOrOpening(line, scratch: &scratch)
      if opened {
        skipSpace(line)
        if try !skipEmptyClosing(line) {
          try skipNameIfInObject(line, scratch: &scratch)
          continue
        }
      }
      // A value has ended: take the brackets that end after it, then the comma before the next one.
      while let inObject = openObjects.last {
        skipSpace(line)
        if skip(UInt8(ascii: ","), in: line) {
          try skipNameIfInObject(line, scratch: &scratch)
          break
        }
        guard skip(UInt8(ascii: inObject ? "}" : "]"), in: line) else {
          throw fault("a comma or a closing bracket should stand here")
        }
        openObjects.removeLast()
      }
      if openObjects.isEmpty { return }
    }
  }

  /// Passes over a string, number or word, or over an opening bracket; true for the bracket.
  private mutating func skipScalarOrOpening(
    _ line: Span<UInt8>,
    scratch: inout [UInt8]
  ) throws(DocumentFault) -> Bool {
    switch peek(line) {
    case UInt8(ascii: "\""):
      scratch.removeAll(keepingCapacity: true)
      try readString(line, into: &scratch)
    case UInt8(ascii: "t"): try skipWord("true", in: line)
    case UInt8(ascii: "f"): try skipWord("false", in: line)
    case UInt8(ascii: "n"): try skipWord("null", in: line)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard openObjects.count < Self.depthLimit else {
        throw fault("nested deeper than \(Self.depthLimit) levels", code: .tooDeep)
      }
      openObjects.append(peek(line) == UInt8(ascii: "{"))
      index += 1
      return true
    case let byte? where byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte: try skipNumber(line)
    default: throw fault("a value should start here")
    }
    return false
  }

  /// Passes over the closing bracket of an empty object or array, if there is one.
  private mutating func skipEmptyClosing(_ line: Span<UInt8>) throws(DocumentFault) -> Bool {
    guard let inObject = openObjects.last,
      skip(UInt8(ascii: inObject ? "}" : "]"), in: line)
    else { return false }
    openObjects.removeLast()
    return true
  }

  private mutating func skipNameIfInObject(
    _ line: Span<UInt8>,
    scratch: inout [UInt8]
  ) throws(DocumentFault) {
    guard openObjects.last == true else { return }
    scratch.removeAll(keepingCapacity: true)
    try readName(line, into: &scratch)
  }

  /// Decodes a member's name and passes over its colon.
  mutating func readName(
    _ line: Span<UInt8>,
    into decoded: inout [UInt8]
  ) throws(DocumentFault) {
    skipSpace(line)
    guard peek(line) == UInt8(ascii: "\"") else { throw fault("a member's name should start here") }
    try readString(line, into: &decoded)
    skipSpace(line)
    guard skip(UInt8(ascii: ":"), in: line) else { throw fault("a colon should stand here") }
  }
}
