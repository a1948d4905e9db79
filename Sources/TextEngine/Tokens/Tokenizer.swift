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
  let breaks: UnsafeMutableRawPointer
  /// The compiled rules that the iterator runs on, where ICU did not make them itself.
  private let compiled: UnsafeMutableBufferPointer<UInt8>
  private var buffer: UTF16Buffer
  private var assembler: TokenAssembler
  private var sentences: SentenceSplitter

  /// Bytes taken at a time: the units of a piece of the text stay in the processor's cache.
  private static let chunk = 32 << 10
  /// The largest number of bytes without a line break; a longer run is cut, so that ICU's 32-bit offsets suffice.
  private static let longestChunk = 256 << 20

  /// Compiles a token grammar.
  ///
  /// - Parameters:
  ///   - rules: the bytes of `Rules/tokens.rbbi`.
  ///   - compiled: what `compiledGrammar` gave for the same rules and the same ICU, if that is at hand.
  /// - Throws: `TokenizerError` with ICU's error, its line and column.
  public convenience init(
    rules: Span<UInt8>,
    compiled: [UInt8] = []
  ) throws(TokenizerError) {
    try self.init(rules: rules, compiled: compiled, words: nil)
  }

  /// Takes the words of the grammar as they were read before; nil where they are to be read.
  convenience init(
    rules: Span<UInt8>,
    compiled: [UInt8],
    words: WordClassTable?
  ) throws(TokenizerError) {
    let opened = Self.open(compiled)
    if let words, let opened {
      self.init(opened, words: words)
      return
    }
    let grammar = try TokenGrammar(file: rules)
    if let opened {
      self.init(opened, words: grammar.words)
    } else {
      self.init(try Self.open(grammar), words: grammar.words)
    }
  }

  private init(_ opened: OpenedBreaks, words: WordClassTable) {
    breaks = opened.breaks
    compiled = opened.compiled
    buffer = UTF16Buffer(capacity: Self.chunk * 2)
    sentences = SentenceSplitter(words: words)
    assembler = TokenAssembler(words: words)
  }

  deinit {
    icu_closeBreaks(breaks)
    compiled.deallocate()
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
    buffer.fill(bytes.extracting(start..<end))
    let count = buffer.count
    let offsets = UnsafeBufferPointer(buffer.offsets)
    var status: Int32 = 0
    icu_setText(breaks, buffer.units.baseAddress, Int32(truncatingIfNeeded: count), &status)
    guard status <= 0 else { return }
    // A local copy: each access to a property of the class would be checked at run time.
    var assembler = self.assembler
    var unit = 0
    var from = start
    while true {
      let next = Int(icu_nextBreak(breaks))
      guard next > unit, next <= count else { break }
      unit = next
      let to = start + Int(offsets[next])
      let rule = icu_breakStatus(breaks)
      if rule == BreakStatus.blank || rule == BreakStatus.lineBreak {
        assembler.space(lineBreak: rule == BreakStatus.lineBreak)
      } else {
        assembler.piece(rule, start: from, end: to, bytes: bytes, into: &table)
      }
      from = to
    }
    self.assembler = assembler
  }
}
