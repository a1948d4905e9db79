/// Splits texts into tokens, sentences and paragraphs.
///
/// Tokens do not overlap and come in text order; a gap between two holds white space only (U+200B and U+FEFF are
/// white space here). Abbreviations keep their stop, numbers their separators:
///
///     5,5 млн руб. в 2019 г.  →  5,5| млн| руб.| в| 2019| г.
///
/// ICU compiles the rules, and a `BreakMachine` runs them. Make one tokenizer per worker: its buffers are reused from text
/// to text.
public final class Tokenizer {
  /// The break rules as this ICU compiled them; empty where it does not give them.
  let compiledGrammar: [UInt8]
  private let cutter: Cutter
  private var assembler: TokenAssembler
  private var sentences: SentenceSplitter

  /// What runs the break rules: the machine where it can.
  private enum Cutter {
    case machine(BreakMachine)
    case iterator(BreakIterator)

    /// Opens rules that ICU compiled before; nil where there are none, or they are for another ICU.
    init?(compiled: [UInt8]) {
      if let machine = BreakMachine(compiled: compiled) {
        self = .machine(machine)
      } else if let iterator = BreakIterator(compiled: compiled) {
        self = .iterator(iterator)
      } else {
        return nil
      }
    }
  }

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
    let known = Cutter(compiled: compiled)
    if let words, let known {
      self.init(compiled, known, words: words)
      return
    }
    let grammar = try TokenGrammar(file: rules)
    if let known {
      self.init(compiled, known, words: grammar.words)
      return
    }
    let iterator = try BreakIterator(grammar)
    let new = iterator.compiledRules
    let machine = BreakMachine(compiled: new)
    self.init(new, machine.map(Cutter.machine) ?? .iterator(iterator), words: grammar.words)
  }

  private init(_ compiled: [UInt8], _ cutter: Cutter, words: WordClassTable) {
    compiledGrammar = compiled
    self.cutter = cutter
    sentences = SentenceSplitter(words: words)
    assembler = TokenAssembler(words: words)
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
    // A local copy: each access to a property of the class would be checked at run time.
    var assembler = self.assembler
    switch cutter {
    case .machine(let machine):
      machine.forEachPiece(bytes, in: start..<end) { status, start, end in
        assembler.take(status, start: start, end: end, bytes: bytes, into: &table)
      }
    case .iterator(let iterator):
      iterator.forEachPiece(bytes, in: start..<end) { status, start, end in
        assembler.take(status, start: start, end: end, bytes: bytes, into: &table)
      }
    }
    self.assembler = assembler
  }
}
