/// Words that a rule set adds to the dictionary, each inflected like one that the dictionary has.
///
/// All forms of a word are made when it is added, so a look-up is one probe of a hash table; е and ё are one letter in it.
public struct WordOverlay: Sendable {
  /// One reading of one form.
  struct Reading: Equatable, BitwiseCopyable {
    var form: SymbolID
    var paradigm: UInt16
    var row: UInt16
  }

  private(set) var forms = SymbolTable()
  /// The readings in the order in which they were added.
  private(set) var readings: [Reading] = []
  // The readings of each form as a chain through `following`; -1 ends it.
  private var firsts: [Int32] = [-1]
  private var lasts: [Int32] = [-1]
  private var following: [Int32] = []

  /// Makes an overlay without words.
  public init() {}

  /// Whether no word was added.
  public var isEmpty: Bool { readings.isEmpty }

  /// Adds a word in lower case with all forms of a paradigm.
  ///
  /// - Parameter example: A reading of the example, in its first row.
  /// - Returns: false if the word does not end as the example does, so that nothing is added.
  public mutating func add(
    _ word: Span<UInt8>,
    like example: Analysis,
    in dictionary: MorphDictionary
  ) -> Bool {
    guard dictionary.fits(word, paradigm: example.paradigm, row: 0) else { return false }
    for row in 0..<min(dictionary.rowCount(example.paradigm), Int(UInt16.max)) {
      let base = Analysis(paradigm: example.paradigm, row: 0, grammemes: [])
      let form = Folding.folded(dictionary.form(of: word, base, row: row).span)
      append(
        Reading(form: forms.intern(form), paradigm: example.paradigm, row: UInt16(row))
      )
    }
    return true
  }

  mutating func append(_ reading: Reading) {
    while firsts.count < forms.count {
      firsts.append(-1)
      lasts.append(-1)
    }
    let form = Int(reading.form)
    var known = firsts[form]
    while known >= 0 {
      if readings[Int(known)] == reading { return }
      known = following[Int(known)]
    }
    let place = Int32(readings.count)
    readings.append(reading)
    following.append(-1)
    if lasts[form] >= 0 { following[Int(lasts[form])] = place } else { firsts[form] = place }
    lasts[form] = place
  }

  /// Calls a function with the paradigm and row of each reading of a word in lower case.
  func forEachReading(of word: Span<UInt8>, _ body: (UInt16, UInt16) -> Void) {
    var form = forms.symbol(word)
    if form == 0, LexiconTables.hasYo(word) {
      form = forms.symbol(Folding.folded(word).span)
    }
    guard form != 0 else { return }
    var place = firsts[Int(form)]
    while place >= 0 {
      let reading = readings[Int(place)]
      body(reading.paradigm, reading.row)
      place = following[Int(place)]
    }
  }
}

extension WordOverlay: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(forms)
    writer.write(plain: readings)
    writer.write(plain: firsts)
    writer.write(plain: lasts)
    writer.write(plain: following)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init()
    forms = try reader.read()
    readings = try reader.plain()
    firsts = try reader.plain()
    lasts = try reader.plain()
    following = try reader.plain()
    guard firsts.count == forms.count, lasts.count == forms.count,
      following.count == readings.count, firsts.arePlaces(in: readings.count),
      lasts.arePlaces(in: readings.count), following.areChains
    else { throw BinaryFault() }
  }
}

extension WordOverlay.Reading: PlainStorable {}
