/// A distinct spelling of a token, as a place in a `FormTable`.
public typealias FormID = UInt32

/// The distinct word forms that an engine has met: each is analysed once, and every test of every rule is answered for
/// it at most once.
///
/// One table belongs to one engine and is no subject of sharing. It is emptied when it has grown past its limit, which
/// changes no result.
final class FormTable {
  /// One reading of a form.
  struct Reading: BitwiseCopyable {
    var analysis: Analysis
    /// The combinations of case, number and gender that the reading can stand for.
    var cells: Cells
    /// The lemma, where a rule names it.
    var lemma: SymbolID
  }

  let dictionary: MorphDictionary
  let symbols: SymbolTable
  let tests: TestTable
  private let members: ListMembers
  private let answerWords: Int

  private(set) var count = 0
  private let slots = Buffer<UInt32>(capacity: 1 << 12)
  private var slotMask = 0
  private let bytes = Buffer<UInt8>(capacity: 1 << 14)
  private let byteStarts = Buffer<UInt32>(capacity: 1 << 10)
  private let hashes = Buffer<UInt32>(capacity: 1 << 10)
  private let kinds = Buffer<TokenKind>(capacity: 1 << 10)
  let shapes = Buffer<WordShape>(capacity: 1 << 10)
  let lengths = Buffer<UInt16>(capacity: 1 << 10)
  /// The folded spelling, where a rule names it.
  let formSymbols = Buffer<SymbolID>(capacity: 1 << 10)
  let readings = Buffer<Reading>(capacity: 1 << 12)
  private let readingStarts = Buffer<UInt32>(capacity: 1 << 10)
  /// All grammemes that some reading has.
  let grammemes = Buffer<GrammemeSet>(capacity: 1 << 10)
  /// The bytes of a token that its readings belong to: the whole, or the part after a hyphen.
  let analysedStarts = Buffer<UInt16>(capacity: 1 << 10)
  private let foldedBytes = Buffer<UInt8>(capacity: 1 << 14)
  private let foldedStarts = Buffer<UInt32>(capacity: 1 << 10)
  /// For each form, the narrowed form that was made of it last, or -1.
  private let lastNarrowed = Buffer<Int32>(capacity: 1 << 10)
  /// The narrowed forms: the readings that were kept, the form, and the one made before of the same form, or -1.
  private var narrowedForms: [(kept: UInt64, form: FormID, before: Int32)] = []
  private let answered = Buffer<UInt64>(capacity: 1 << 14)
  private let answers = Buffer<UInt64>(capacity: 1 << 14)
  // Reused from form to form.
  private var folded: [UInt8] = []
  private var lemma: [UInt8] = []
  var nameSpellings = NameSpellings()

  init(
    dictionary: MorphDictionary,
    symbols: SymbolTable,
    gazetteer: Gazetteer,
    tests: [TokenTest]
  ) {
    self.dictionary = dictionary
    self.symbols = symbols
    self.tests = TestTable(tests)
    members = ListMembers(gazetteer, symbolCount: symbols.count)
    answerWords = (tests.count + 63) / 64
    removeAll()
    resize(to: 1 << 12)
  }

  /// Forgets all forms.
  func removeAll() {
    count = 0
    bytes.removeAll()
    byteStarts.removeAll()
    byteStarts.append(0)
    hashes.removeAll()
    kinds.removeAll()
    shapes.removeAll()
    lengths.removeAll()
    formSymbols.removeAll()
    readings.removeAll()
    readingStarts.removeAll()
    readingStarts.append(0)
    grammemes.removeAll()
    analysedStarts.removeAll()
    foldedBytes.removeAll()
    foldedStarts.removeAll()
    foldedStarts.append(0)
    lastNarrowed.removeAll()
    narrowedForms.removeAll(keepingCapacity: true)
    answered.removeAll()
    answers.removeAll()
    nameSpellings.removeAll()
    slots.fill(slots.count, with: 0)
  }

  // MARK: Interning

  /// The form of a token's bytes, analysed if it is new.
  func form(_ text: Span<UInt8>, start: Int, end: Int, kind: TokenKind) -> FormID {
    var hash: UInt32 = 2_166_136_261 ^ UInt32(kind.rawValue)
    for index in start..<end { hash = (hash ^ UInt32(text[index])) &* 16_777_619 }
    hash = max(hash ^ hash >> 15, 1)
    var slot = Int(hash) & slotMask
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, kinds[id] == kind, isSpelled(id, text, start, end) {
        return FormID(id)
      }
      slot = (slot + 1) & slotMask
    }
    slots[slot] = UInt32(count + 1)
    add(text.extracting(start..<end), kind: kind, hash: hash)
    if count * 2 > slots.count { resize(to: slots.count * 2) }
    return FormID(count - 1)
  }

  private func isSpelled(_ id: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = Int(byteStarts[id])
    guard Int(byteStarts[id + 1]) - first == end - start else { return false }
    for offset in 0..<(end - start) where bytes[first + offset] != text[start + offset] {
      return false
    }
    return true
  }

  private func resize(to size: Int) {
    slots.fill(size, with: 0)
    slotMask = size - 1
    // A narrowed form is not met by its spelling; it has no hash.
    for id in 0..<count where hashes[id] != 0 {
      var slot = Int(hashes[id]) & slotMask
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = UInt32(id + 1)
    }
  }

  private func add(_ text: Span<UInt8>, kind: TokenKind, hash: UInt32) {
    for index in 0..<text.count { bytes.append(text[index]) }
    byteStarts.append(UInt32(bytes.count))
    hashes.append(hash)
    kinds.append(kind)
    folded.removeAll(keepingCapacity: true)
    Folding.appendFolded(text, keepingYo: false, to: &folded)
    foldedBytes.append(folded)
    foldedStarts.append(UInt32(foldedBytes.count))
    var (shape, length) = WordShape.of(text, kind: kind)
    lengths.append(UInt16(clamping: length))
    formSymbols.append(symbols.symbol(folded.span))
    let first = readings.count
    analyse(text, kind: kind, shape: &shape)
    shapes.append(shape)
    readingStarts.append(UInt32(readings.count))
    var union: GrammemeSet = []
    for index in first..<readings.count { union.formUnion(readings[index].analysis.grammemes) }
    grammemes.append(union)
    finishForm()
  }

  /// Makes room for what is found out about a form.
  private func finishForm() {
    lastNarrowed.append(-1)
    for _ in 0..<answerWords {
      answered.append(0)
      answers.append(0)
    }
    count += 1
  }

  // MARK: Readings

  private func analyse(_ text: Span<UInt8>, kind: TokenKind, shape: inout WordShape) {
    var folded: [UInt8] = []
    Folding.appendFolded(text, keepingYo: true, to: &folded)
    // «тыс.» is looked up without its stop; an initial stays a letter and no word.
    if kind == .abbreviation || kind == .finalAbbreviation, folded.last == 0x2E {
      folded.removeLast()
    }
    var analysedStart = 0
    defer { analysedStarts.append(UInt16(clamping: analysedStart)) }
    guard
      kind == .word || kind == .numberWord || kind == .abbreviation || kind == .finalAbbreviation,
      shape.contains(.cyrillic)
    else { return }
    var found: [Analysis] = []
    if kind == .numberWord {
      // «45-дневную» reads as «дневную»: the figure has no forms of its own.
      guard let hyphen = folded.lastIndex(of: 0x2D), hyphen + 1 < folded.count else { return }
      analysedStart = hyphen + 1
      folded.removeFirst(hyphen + 1)
    }
    let isCapital = shape.contains(.startsUpper)
    if dictionary.appendAnalyses(of: folded.span, to: &found) > 0 {
      shape.insert(.known)
      if isCapital, found.allSatisfy({ $0.grammemes.contains([.givenName, .plural]) }) {
        // «Досжанов» is a surname, though the dictionary knows it only as several men called Досжан.
        var guesses: [Analysis] = []
        _ = dictionary.appendGuesses(of: folded.span, capitalised: true, to: &guesses)
        found = guesses.filter { $0.grammemes.contains(.surname) } + found
      }
    } else if kind == .word {
      if let hyphen = folded.lastIndex(of: 0x2D), hyphen > 0, hyphen + 1 < folded.count {
        let tail = Array(folded[(hyphen + 1)...])
        if dictionary.appendAnalyses(of: tail.span, to: &found) > 0 {
          analysedStart = hyphen + 1
          shape.insert(.known)
          appendReadings(found, of: tail, prefix: Array(folded[...hyphen]))
          return
        }
      }
      shape.insert(.guessed)
      if !shape.contains(.upper) {
        _ = dictionary.appendGuesses(of: folded.span, capitalised: isCapital, to: &found)
      }
    }
    appendReadings(found, of: folded, prefix: [])
  }

  private func appendReadings(_ found: [Analysis], of word: [UInt8], prefix: [UInt8]) {
    // A mask of readings has 64 bits; the dictionary's largest set has 51.
    for analysis in found.prefix(64) {
      lemma.removeAll(keepingCapacity: true)
      dictionary.appendFoldedLemma(of: word.span, analysis, to: &lemma)
      var symbol = symbols.symbol(lemma.span)
      if !prefix.isEmpty {
        let whole = symbols.symbol((prefix + lemma).span)
        if whole != 0 { symbol = whole }
      }
      readings.append(
        Reading(analysis: analysis, cells: Cells(grammemes: analysis.grammemes), lemma: symbol)
      )
    }
  }

  /// A form with only some of a form's readings: those whose bits are set, first reading lowest.
  ///
  /// It has the spelling of the whole form, and the same number each time that the same readings are kept.
  func narrowed(_ form: FormID, to kept: UInt64) -> FormID {
    var known = lastNarrowed[Int(form)]
    while known >= 0 {
      let narrowed = narrowedForms[Int(known)]
      if narrowed.kept == kept { return narrowed.form }
      known = narrowed.before
    }
    let whole = Int(form)
    let id = FormID(count)
    for place in Int(byteStarts[whole])..<Int(byteStarts[whole + 1]) { bytes.append(bytes[place]) }
    byteStarts.append(UInt32(bytes.count))
    for place in Int(foldedStarts[whole])..<Int(foldedStarts[whole + 1]) {
      foldedBytes.append(foldedBytes[place])
    }
    foldedStarts.append(UInt32(foldedBytes.count))
    hashes.append(0)
    kinds.append(kinds[whole])
    shapes.append(shapes[whole])
    lengths.append(lengths[whole])
    formSymbols.append(formSymbols[whole])
    analysedStarts.append(analysedStarts[whole])
    var union: GrammemeSet = []
    var bit: UInt64 = 1
    for index in readingRange(form) {
      if kept & bit != 0 {
        readings.append(readings[index])
        union.formUnion(readings[index].analysis.grammemes)
      }
      bit <<= 1
    }
    readingStarts.append(UInt32(readings.count))
    grammemes.append(union)
    finishForm()
    narrowedForms.append((kept, id, lastNarrowed[whole]))
    lastNarrowed[whole] = Int32(narrowedForms.count - 1)
    return id
  }

  /// The places of a form's readings.
  func readingRange(_ form: FormID) -> Range<Int> {
    Int(readingStarts[Int(form)])..<Int(readingStarts[Int(form) + 1])
  }

  /// The folded spelling of a form.
  func folded(_ form: FormID) -> [UInt8] {
    foldedBytes.array(Int(foldedStarts[Int(form)])..<Int(foldedStarts[Int(form) + 1]))
  }

  /// The spelling of a form as it stands in the text.
  func spelling(_ form: FormID) -> [UInt8] {
    bytes.array(Int(byteStarts[Int(form)])..<Int(byteStarts[Int(form) + 1]))
  }

  /// Calls a function with the spelling of a form as it stands in the text.
  @inline(__always)
  func withSpelling<Result>(_ form: FormID, _ body: (Span<UInt8>) -> Result) -> Result {
    bytes.withSpan(Int(byteStarts[Int(form)])..<Int(byteStarts[Int(form) + 1]), body)
  }

  /// The lists that have a spelling as an entry.
  func lists(ofForm symbol: SymbolID) -> [ListID] { members.lists(.form(symbol)) }

  /// The lists that have a word as an entry that is met by lemma.
  func lists(ofLemma symbol: SymbolID) -> [ListID] { members.lists(.lemma(symbol)) }

  /// Whether a list has a word as an entry.
  @inline(__always)
  func isMember(_ word: Gazetteer.Word, of list: ListID) -> Bool { members.contains(word, list) }

  // MARK: Tests

  /// Whether a form passes a test that does not look at what stands around the token.
  @inline(__always)
  func passes(_ form: FormID, _ test: Int) -> Bool {
    let word = Int(form) * answerWords + test >> 6
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: test & 63)
    if answered[word] & bit != 0 { return answers[word] & bit != 0 }
    return answer(form, test, word, bit)
  }

  private func answer(_ form: FormID, _ test: Int, _ word: Int, _ bit: UInt64) -> Bool {
    let result = evaluate(test, form, flags: []).holds
    answered[word] |= bit
    if result { answers[word] |= bit }
    return result
  }
}
