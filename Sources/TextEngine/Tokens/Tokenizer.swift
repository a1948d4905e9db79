import CICU

/// Splits texts into tokens, sentences and paragraphs.
///
/// Tokens do not overlap and come in text order; a gap between two holds white space only (U+200B and U+FEFF are
/// white space here). Abbreviations keep their stop, numbers their separators:
///
///     5,5 млн руб. в 2019 г.  →  5,5| млн| руб.| в| 2019| г.
///
/// ICU's break iterator runs the rules over a UTF-16 buffer; the offsets that come out are UTF-8 bytes again. Make one
/// tokenizer per worker: its buffer and iterator are reused from text to text.
public final class Tokenizer {
  private let breaks: UnsafeMutableRawPointer
  private var buffer: UnsafeMutableBufferPointer<UInt16>
  private var assembler: TokenAssembler
  private var sentences: SentenceSplitter

  /// Bytes taken at a time: the units of a piece of the text stay in the processor's cache.
  private static let chunk = 32 << 10
  /// The largest number of bytes without a line break; a longer run is cut, so that ICU's 32-bit offsets suffice.
  private static let longestChunk = 256 << 20

  /// Compiles a token grammar.
  ///
  /// - Parameter rules: the bytes of `Rules/tokens.rbbi`.
  /// - Throws: `TokenizerError` with ICU's error, its line and column.
  public init(rules: Span<UInt8>) throws(TokenizerError) {
    let grammar = try TokenGrammar(file: rules)
    var status: Int32 = 0
    var place = icu_place()
    let opened = grammar.breakRules.withUnsafeBufferPointer {
      icu_openRules($0.baseAddress, Int32(truncatingIfNeeded: $0.count), &place, &status)
    }
    guard let opened, status <= 0 else {
      if let opened { icu_closeBreaks(opened) }
      let name = icu_errorName(status).map { String(cString: $0) } ?? "ICU error"
      throw TokenizerError(message: name, line: Int(place.line), column: Int(place.offset))
    }
    breaks = opened
    buffer = .allocate(capacity: Self.chunk * 2)
    sentences = SentenceSplitter(words: grammar.words)
    assembler = TokenAssembler(words: grammar.words)
  }

  deinit {
    icu_closeBreaks(breaks)
    buffer.deallocate()
  }

  /// Fills the table with the tokens, sentences and paragraphs of a text; what was in it is dropped.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public func tokenize(_ text: SourceText, into table: inout TokenTable) {
    table.removeAll()
    assembler.reset()
    let bytes = text.bytes.span
    var start = 0
    while start < bytes.count {
      let end = chunkEnd(from: start, in: bytes)
      tokenize(bytes, from: start, to: end, into: &table)
      start = end
    }
    assembler.finish(into: &table)
    sentences.split(bytes, &table)
  }

  /// The end of the chunk that starts at an offset: after a line feed, or the end of the text.
  private func chunkEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start + Self.chunk
    let limit = start + Self.longestChunk
    while end < bytes.count {
      if bytes[end - 1] == 0x0A { return end }
      if end >= limit, bytes[end] & 0xC0 != 0x80 { return end }
      end += 1
    }
    return bytes.count
  }

  private func tokenize(
    _ bytes: Span<UInt8>,
    from start: Int,
    to end: Int,
    into table: inout TokenTable
  ) {
    // A byte gives one unit at most.
    if buffer.count < end - start {
      buffer.deallocate()
      buffer = .allocate(capacity: end - start)
    }
    let count = fillBuffer(bytes.extracting(start..<end))
    var status: Int32 = 0
    icu_setText(breaks, buffer.baseAddress, Int32(truncatingIfNeeded: count), &status)
    guard status <= 0 else { return }
    let units = UnsafeBufferPointer(buffer)
    var unit = 0
    var from = start
    while true {
      let next = Int(icu_nextBreak(breaks))
      guard next > unit, next <= count else { break }
      var to = from
      while unit < next {
        to += Self.utf8Length(units[unit])
        unit += 1
      }
      let rule = icu_breakStatus(breaks)
      if rule == BreakStatus.blank || rule == BreakStatus.lineBreak {
        assembler.space(lineBreak: rule == BreakStatus.lineBreak)
      } else {
        assembler.piece(rule, start: from, end: to, bytes: bytes, into: &table)
      }
      from = to
    }
  }

  /// The number of bytes in UTF-8 that a unit stands for; two for each half of a surrogate pair.
  @inline(__always)
  private static func utf8Length(_ unit: UInt16) -> Int {
    if unit < 0x80 { return 1 }
    if unit < 0x800 || unit & 0xF800 == 0xD800 { return 2 }
    return 3
  }

  /// Writes the UTF-16 units of valid UTF-8 into the buffer, which is large enough, and returns their number.
  private func fillBuffer(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    var count = 0
    let units = buffer
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        units[count] = UInt16(lead)
        index += 1
      } else if lead < 0xE0, index + 1 < bytes.count {
        units[count] = UInt16(lead & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F)
        index += 2
      } else {
        guard let scalar = ScalarDecoding.scalar(at: index, in: bytes) else { break }
        if scalar.value < 0x1_0000 {
          units[count] = UInt16(truncatingIfNeeded: scalar.value)
        } else {
          let offset = scalar.value - 0x1_0000
          units[count] = UInt16(truncatingIfNeeded: 0xD800 + (offset >> 10))
          count += 1
          units[count] = UInt16(truncatingIfNeeded: 0xDC00 + (offset & 0x3FF))
        }
        index += scalar.count
      }
      count += 1
    }
    return count
  }
}
