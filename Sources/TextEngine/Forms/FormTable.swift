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
    hash ^= hash >> 15
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
    for id in 0..<count {
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
    var (shape, length) = WordShape.of(text, kind: kind)
    lengths.append(UInt16(clamping: length))
    let first = readings.count
    if shape.isSuperset(of: [.latin, .cyrillic]), let unified = LookAlikes.unified(text) {
      shape = WordShape.of(unified.span, kind: kind).shape
      look(up: unified.span, kind: kind, shape: &shape)
    } else {
      look(up: text, kind: kind, shape: &shape)
    }
    shapes.append(shape)
    readingStarts.append(UInt32(readings.count))
    var union: GrammemeSet = []
    for index in first..<readings.count { union.formUnion(readings[index].analysis.grammemes) }
    grammemes.append(union)
    for _ in 0..<answerWords {
      answered.append(0)
      answers.append(0)
    }
    count += 1
  }

  /// Stores the folded spelling of a form and its readings.
  private func look(up word: Span<UInt8>, kind: TokenKind, shape: inout WordShape) {
    folded.removeAll(keepingCapacity: true)
    Folding.appendFolded(word, keepingYo: false, to: &folded)
    foldedBytes.append(folded)
    foldedStarts.append(UInt32(foldedBytes.count))
    formSymbols.append(symbols.symbol(folded.span))
    analyse(word, kind: kind, shape: &shape)
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
      guard let hyphen = folded.lastIndex(of: 0x2D), hyphen + 1 < folded.count else { return }
      if folded[(hyphen + 1)...].allSatisfy({ (0x30...0x39).contains($0) }) {
        appendNumbered(folded, hyphen: hyphen, shape)
        return
      }
      // «45-дневную» reads as «дневную»: the figure has no forms of its own.
      analysedStart = hyphen + 1
      folded.removeFirst(hyphen + 1)
    }
    let isCapital = shape.contains(.startsUpper)
    let isAbbreviation = kind == .word && WordShape.isAbbreviation(text, shape)
    if dictionary.appendAnalyses(of: folded.span, to: &found) > 0,
      // «КазНУ» is no form of «казна».
      !isAbbreviation || shape.contains(.upper)
        || found.contains(where: { $0.grammemes.contains(.abbreviation) })
    {
      shape.insert(.known)
      if isCapital, found.allSatisfy({ $0.grammemes.contains([.givenName, .plural]) }) {
        // «Досжанов» is a surname, though the dictionary knows it only as several men called Досжан.
        var guesses: [Analysis] = []
        _ = dictionary.appendGuesses(of: folded.span, capitalised: true, to: &guesses)
        found = guesses.filter { $0.grammemes.contains(.surname) } + found
      }
    } else if isAbbreviation {
      shape.insert(.guessed)
      found.removeAll()
      dictionary.appendAbbreviation(to: &found)
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
        // «НПЗа» is an abbreviation with an ending, not a name.
        let isName = isCapital && !WordShape.startsWithCapitals(text)
        _ = dictionary.appendGuesses(of: folded.span, capitalised: isName, to: &found)
      }
    }
    appendReadings(found, of: folded, prefix: [])
  }

  /// Appends the readings of an abbreviation with a number: «СИЗО-1», «ТЭЦ-22».
  ///
  /// Its forms must all be the same, since an ending would not be the end of the word.
  private func appendNumbered(_ folded: [UInt8], hyphen: Int, _ shape: WordShape) {
    guard shape.contains(.upper) else { return }
    var found: [Analysis] = []
    let word = Array(folded[..<hyphen])
    if dictionary.appendAnalyses(of: word.span, to: &found) == 0 {
      dictionary.appendAbbreviation(to: &found)
    }
    appendReadings(
      found.filter { $0.grammemes.isSuperset(of: [.indeclinable, .abbreviation]) },
      of: folded,
      prefix: []
    )
  }

  private func appendReadings(_ found: [Analysis], of word: [UInt8], prefix: [UInt8]) {
    // A mask of readings has 64 bits; the dictionary's largest set has 51.
    for analysis in found.prefix(64) {
      lemma.removeAll(keepingCapacity: true)
      let plain = dictionary.lemma(of: word.span, analysis)
      Folding.appendFolded(plain.span, keepingYo: false, to: &lemma)
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
