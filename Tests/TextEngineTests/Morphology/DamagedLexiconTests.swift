import StandardRules
import Testing
import TextEngine

@Suite struct DamagedLexiconTests {
  @Test func `a lexicon cut short is refused`() {
    let whole = DamagedLexicon()
    var cuts = Array(0..<300) + [whole.count - 1, whole.count - 8, whole.count / 2]
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 { cuts.append(Int.random(in: 0..<whole.count, using: &random)) }
    for cut in cuts {
      #expect(throws: LexiconError.self, "cut to \(cut)") { try whole.open(count: cut) }
    }
  }

  @Test func `other files are refused with what is wrong`() {
    let lexicon = DamagedLexicon()
    #expect(throws: Never.self) { try lexicon.open() }
    lexicon.flip(byte: 0, bits: 1)
    #expect(throws: LexiconError.notALexicon) { try lexicon.open() }
    lexicon.flip(byte: 0, bits: 1)
    lexicon.flip(byte: 8, bits: 0x40)
    #expect(throws: LexiconError.unknownVersion(66)) { try lexicon.open() }
    #expect(throws: LexiconError.notALexicon) {
      try MorphDictionary(bytes: UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  @Test func `a mapped file must be a whole lexicon`() throws {
    let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path = package.joined(separator: "/")
    let dictionary = try MorphDictionary(mapping: path + "/Sources/CLexicon/lexicon.bin")
    #expect(dictionary.lemmas(of: "зеленого") == ["зелёный"])
    #expect(throws: LexiconError.notALexicon) {
      try MorphDictionary(mapping: path + "/Sources/CLexicon/lexicon.c")
    }
    #expect(throws: LexiconError.notALexicon) { try MorphDictionary(mapping: #filePath) }
    #expect(throws: LexiconError.self) { try MorphDictionary(mapping: path + "/Sources") }
    #expect(throws: LexiconError.unreadable("/no/such/file", code: 2)) {
      try MorphDictionary(mapping: "/no/such/file")
    }
  }

  @Test func `flipped bits fail the checksum`() {
    let lexicon = DamagedLexicon()
    var random = SeededGenerator(seed: 2)
    let places =
      [24, 55, 119, lexicon.count - 1]
      + (0..<8).map { _ in Int.random(in: 120..<lexicon.count, using: &random) }
    for place in places {
      let bits = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      lexicon.flip(byte: place, bits: bits)
      #expect(throws: LexiconError.damagedContent, "byte \(place)") { try lexicon.verify() }
      lexicon.flip(byte: place, bits: bits)
    }
    #expect(throws: Never.self) { try lexicon.verify() }
  }

  @Test(arguments: 0..<24)
  func `a damaged lexicon is never read outside its bytes`(_ seed: Int) {
    let lexicon = DamagedLexicon()
    var random = SeededGenerator(seed: UInt64(seed))
    // From a few bytes to a third of them; every other time the header as well.
    for _ in 0..<(1 << (seed % 22)) {
      let byte = Int.random(in: (seed % 2 == 0 ? 24 : 144)..<lexicon.count, using: &random)
      lexicon.flip(byte: byte, bits: .random(in: 1...255, using: &random))
    }
    guard let dictionary = try? lexicon.open() else { return }
    use(dictionary)
  }

  @Test(arguments: 24..<120)
  func `no header makes a dictionary that reads outside its bytes`(_ byte: Int) {
    let lexicon = DamagedLexicon()
    var random = SeededGenerator(seed: UInt64(byte))
    for _ in 0..<16 {
      let bits = UInt8.random(in: 1...255, using: &random)
      lexicon.flip(byte: byte, bits: bits)
      if let dictionary = try? lexicon.open() { use(dictionary) }
      lexicon.flip(byte: byte, bits: bits)
    }
  }

  /// Calls everything that reads the tables; the memory checks and traps of the process are the assertion.
  private func use(_ dictionary: MorphDictionary) {
    let words = [
      "министерства", "еееееееееееееееееееееееее", "зеленого", "ё", "все", "высшего",
      "кибер-угроза",
      "нукенова", "өз", "1", "’", "перевыборами",
    ]
    for text in words {
      let word = Array(text.utf8)
      var analyses: [Analysis] = []
      _ = dictionary.appendAnalyses(of: word.span, to: &analyses)
      _ = dictionary.appendGuesses(of: word.span, capitalised: true, to: &analyses)
      _ = dictionary.appendGuesses(of: word.span, capitalised: false, to: &analyses)
      for analysis in analyses.prefix(20) {
        _ = dictionary.lemma(of: word.span, analysis)
        let rows = dictionary.rowCount(analysis.paradigm)
        _ = dictionary.form(of: word.span, analysis, row: rows - 1)
        _ = dictionary.grammemes(analysis.paradigm, row: rows)
        if rows < 1000 {
          _ = dictionary.inflect(word.span, analysis, to: [.nominative, .plural])
        }
      }
    }
  }
}

/// A copy of the embedded lexicon that tests may damage, in memory that ends where it ends.
final class DamagedLexicon {
  private let bytes: UnsafeMutableRawBufferPointer

  init() {
    let whole = StandardLexicon.bytes
    bytes = .allocate(byteCount: whole.count, alignment: 64)
    bytes.copyMemory(from: whole)
  }

  deinit { bytes.deallocate() }

  var count: Int { bytes.count }

  func flip(byte: Int, bits: UInt8) { bytes[byte] ^= bits }

  @discardableResult
  func open(count: Int? = nil) throws -> MorphDictionary {
    try MorphDictionary(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<(count ?? self.count)]))
  }

  func verify() throws { try MorphDictionary.verify(UnsafeRawBufferPointer(bytes)) }
}
