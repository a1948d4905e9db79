/// A distinct spelling of a token, as a place in a `FormTable`.
public typealias FormID = UInt32

/// The distinct word forms that an engine has met: each is analysed once, and every test of every rule is answered for
/// it at most once.
///
/// One table belongs to one engine and is no subject of sharing. It is emptied when it has grown past its limit, which
/// changes no result.
final class FormTable {
  let dictionary: MorphDictionary
  let symbols: SymbolTable
  let tests: TestTable
  /// The tests that are asked of a token of an annotation.
  let phraseTests: TestTable
  private let members: ListMembers
  /// What the tests answer for each form.
  let classes: FormClasses

  private(set) var count = 0
  /// How often the forms have been forgotten.
  private(set) var age = 0
  /// The forms by their hashes.
  private let slots = HashSlots(size: 1 << 12)
  private let bytes = Buffer<UInt8>(capacity: 1 << 14)
  private let byteStarts = Buffer<UInt32>(capacity: 1 << 10)
  private let kinds = Buffer<TokenKind>(capacity: 1 << 10)
  let shapes = Buffer<WordShape>(capacity: 1 << 10)
  let lengths = Buffer<UInt16>(capacity: 1 << 10)
  /// The folded spelling, where a rule names it.
  let formSymbols = Buffer<SymbolID>(capacity: 1 << 10)
  let readings = ReadingTable()
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
  let keptAnswers = KeptAnswers(placeholder: Answer.plain(true))
  let keptCells = KeptAnswers(placeholder: Cells.all)
  /// The letters of the form that an expression was asked about last, and the form.
  private let letters = WordLetters()
  private var lettered: FormID = .max
  // Reused from form to form.
  private var withYo: [UInt8] = []
  var lemma: [UInt8] = []
  var found: [Analysis] = []
  let nameSpellings = NameSpellings()

  init(
    dictionary: MorphDictionary,
    symbols: SymbolTable,
    gazetteer: Gazetteer,
    tests: TestTable,
    phraseTests: TestTable,
    classes: FormClasses
  ) {
    self.dictionary = dictionary
    self.symbols = symbols
    (self.tests, self.phraseTests) = (tests, phraseTests)
    members = ListMembers(gazetteer, symbolCount: symbols.count)
    self.classes = classes
    removeAll()
  }

  /// Forgets all forms.
  func removeAll() {
    age += 1
    count = 0
    bytes.removeAll()
    byteStarts.removeAll()
    byteStarts.append(0)
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
    classes.removeAll()
    nameSpellings.removeAll()
    slots.removeAll()
    lettered = .max
    keptAnswers.removeAll()
    keptCells.removeAll()
  }

  // MARK: Interning

  /// The form of a token's bytes, analysed if it is new.
  func form(_ text: Span<UInt8>, start: Int, end: Int, kind: TokenKind) -> FormID {
    let word = text.extracting(start..<end)
    let hash = SymbolTable.hash(word) ^ UInt32(kind.rawValue) &* 0x9E37_79B9
    if let known = slots.number(hash, next: count, { kinds[$0] == kind && isSpelled($0, word) }) {
      return FormID(known)
    }
    add(word, kind: kind)
    return FormID(count - 1)
  }

  @inline(__always)
  func isSpelled(_ id: Int, _ word: Span<UInt8>) -> Bool {
    let range = Int(byteStarts[id])..<Int(byteStarts[id + 1])
    return range.count == word.count && bytes.withSpan(range) { $0.hasBytes(of: word) }
  }

  private func add(_ text: Span<UInt8>, kind: TokenKind) {
    bytes.append(text)
    byteStarts.append(UInt32(bytes.count))
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
    for index in first..<readings.count { union.formUnion(readings.grammemes(index)) }
    grammemes.append(union)
    finishForm()
  }

  /// Finds out what the tests answer for the form that was added.
  private func finishForm() {
    lastNarrowed.append(-1)
    count += 1
    classes.append(FormID(count - 1), of: self)
  }

  /// Stores the folded spelling of a form and its readings.
  private func look(up word: Span<UInt8>, kind: TokenKind, shape: inout WordShape) {
    var folded: [UInt8] = []
    swap(&folded, &withYo)
    folded.removeAll(keepingCapacity: true)
    Folding.appendFolded(word, keepingYo: true, to: &folded)
    let start = foldedBytes.count
    foldedBytes.append(folded.span)
    foldedStarts.append(UInt32(foldedBytes.count))
    foldedBytes.withMutableSpan(start..<foldedBytes.count) { spelling in
      Folding.foldYo(of: &spelling, from: 0)
      formSymbols.append(symbols.symbol(spelling.span))
    }
    analyse(word, &folded, kind: kind, shape: &shape)
    swap(&folded, &withYo)
  }

  /// A form with only some of a form's readings: those whose bits are set, first reading lowest.
  ///
  /// It has the spelling of the whole form, but is not met by it, and it is the same form each time that the same
  /// readings are kept.
  func narrowed(_ form: FormID, to kept: UInt64) -> FormID {
    var known = lastNarrowed[Int(form)]
    while known >= 0 {
      let narrowed = narrowedForms[Int(known)]
      if narrowed.kept == kept { return narrowed.form }
      known = narrowed.before
    }
    let whole = Int(form)
    let id = FormID(count)
    bytes.appendAgain(Int(byteStarts[whole])..<Int(byteStarts[whole + 1]))
    byteStarts.append(UInt32(bytes.count))
    foldedBytes.appendAgain(Int(foldedStarts[whole])..<Int(foldedStarts[whole + 1]))
    foldedStarts.append(UInt32(foldedBytes.count))
    kinds.append(kinds[whole])
    shapes.append(shapes[whole])
    lengths.append(lengths[whole])
    formSymbols.append(formSymbols[whole])
    analysedStarts.append(analysedStarts[whole])
    var union: GrammemeSet = []
    var bit: UInt64 = 1
    for index in readingRange(form) {
      if kept & bit != 0 {
        readings.appendAgain(index)
        union.formUnion(readings.grammemes(index))
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

  /// Calls a function with the folded spelling of a form.
  @inline(__always)
  func withFolded<Result>(_ form: FormID, _ body: (Span<UInt8>) -> Result) -> Result {
    foldedBytes.withSpan(Int(foldedStarts[Int(form)])..<Int(foldedStarts[Int(form) + 1]), body)
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

  /// The letters of a form, until another is asked for.
  @inline(__always)
  func letters(of form: FormID) -> WordLetters {
    if form != lettered {
      withSpelling(form) { letters.take($0) }
      lettered = form
    }
    return letters
  }

  /// Calls a function with the lists that have a spelling as an entry.
  func forEachList(ofForm symbol: SymbolID, _ body: (ListID) -> Void) {
    members.forEach(.form(symbol), body)
  }

  /// Calls a function with the lists that have a word as an entry that is met by lemma.
  func forEachList(ofLemma symbol: SymbolID, _ body: (ListID) -> Void) {
    members.forEach(.lemma(symbol), body)
  }

  /// Whether a list has a word as an entry.
  @inline(__always)
  func isMember(_ word: Gazetteer.Word, of list: ListID) -> Bool { members.contains(word, list) }

  // MARK: Tests

  /// Whether a token of a form that may pass a test passes it with its flags.
  @inline(__always)
  func passesHere(_ form: FormID, _ test: Int, flags: TokenFlags) -> Bool {
    let needs = classes.flagNeeds[test]
    return needs.isWhole ? needs.allow(flags) : evaluate(test, form, flags: flags).holds
  }
}
