/// What rules may take as their first, second and third element, and what belongs to their two gates.
///
/// Rules are bits of words, 64 in each. A row has for each word of rules one word for each part.
final class RulePlaces {
  /// What something can be to a rule: an element, or one of the symbols of a gate.
  enum Part: Int {
    case first, second, third, firstGate, secondGate

    static let count = 5
  }

  /// The rules of a phase in one word.
  private struct PhaseWord: BitwiseCopyable {
    var phase: UInt64
    var word: Int32
    var rules: UInt64
  }

  /// The words of a row of rules.
  private let length: Int
  /// For each word of rules, those that need not take anything at a place, or may take any token there, and those that
  /// have not such a gate.
  private let free: Buffer<UInt64>
  /// For each list, and behind them for each type of annotation, a row of those that may take it.
  private let bySymbol: Buffer<UInt64>
  private let phasesBySymbol = Buffer<Roles>()
  private let wordsBySymbol = Buffer<Uses>()
  /// For each class of forms and word of rules, which of the distinct sets of parts it has.
  private let byClass = Buffer<UInt32>(capacity: 1 << 12)
  /// The words of a row of classes.
  private let wordCount: Int
  /// The distinct sets, of one word for each part: classes share most of them, so that they stay near at hand.
  private let sets = Buffer<UInt64>(capacity: 1 << 12)
  private let setSlots = HashSlots(size: 1 << 10)
  /// The row of the class that is taken up.
  private let row = Buffer<UInt64>()
  private let phasesByClass = Buffer<Roles>(capacity: 1 << 10)
  private let wordsByClass = Buffer<Roles>(capacity: 1 << 10)
  private var classCount = 0
  private let phaseWords = Buffer<PhaseWord>()
  // What takes a token that passes each test, test after test, and where that of each lies.
  private let takerRuns: Buffer<Run>
  private let takers: Buffer<Takers>
  /// The tests that have such: one row.
  private let taking: BitRows

  /// Those of 64 rules that may take something as one part.
  struct Takers: PlainStorable {
    /// The word of a row.
    var word: UInt64
    var rules: UInt64
  }

  /// Some takers, one after another.
  private struct Run: BitwiseCopyable {
    var first: UInt32
    var count: UInt32

    @inline(__always)
    var places: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  /// Takes up the rules of a program.
  init(_ program: RuleProgram) {
    let parts = program.placeParts
    length = parts.free.count
    wordCount = length / Part.count
    (free, bySymbol) = (parts.free, parts.bySymbol)
    takers = parts.takers
    takerRuns = Buffer(capacity: program.testCount)
    taking = BitRows(count: 1, bits: program.testCount)
    for test in 0..<program.testCount {
      let (first, end) = (parts.takerStarts[test], parts.takerStarts[test + 1])
      takerRuns.append(Run(first: first, count: end - first))
      if first < end { taking.insert(test, into: 0) }
    }
    for (number, phase) in program.phases.enumerated() {
      for (word, rules) in Self.words(of: phase.rules) {
        phaseWords.append(PhaseWord(phase: Self.bit(number), word: Int32(word), rules: rules))
      }
    }
    for symbol in 0..<program.lists.count + program.annotationTypes.count {
      phasesBySymbol.append(phases(of: bySymbol, symbol * length))
      wordsBySymbol.append(words(of: bySymbol, symbol * length))
    }
  }

  /// The words that hold some rules, with the bits of these rules.
  static func words(of rules: Range<Int>) -> [(word: Int, rules: UInt64)] {
    guard let last = rules.last else { return [] }
    return (rules.lowerBound >> 6...last >> 6).map { word in
      var bits = UInt64.max
      if word == rules.lowerBound >> 6 { bits <<= UInt64(rules.lowerBound & 63) }
      if word == last >> 6 { bits &= .max >> UInt64(63 - last & 63) }
      return (word, bits)
    }
  }

  /// In which phases a row has rules.
  private func phases(of rows: Buffer<UInt64>, _ row: Int) -> Roles {
    var phases = Roles()
    let parts = rows.view(row..<row + length)
    let known = phaseWords.view(0..<phaseWords.count)
    for place in 0..<known.count {
      let word = Int(known[place].word) &* Part.count
      let gates =
        parts[word &+ Part.firstGate.rawValue] | parts[word &+ Part.secondGate.rawValue]
      if parts[word &+ Part.first.rawValue] & known[place].rules != 0 {
        phases.first |= known[place].phase
      }
      if gates & known[place].rules != 0 { phases.gates |= known[place].phase }
    }
    return phases
  }

  /// Which words of a row have rules.
  private func words(of rows: Buffer<UInt64>, _ row: Int) -> Uses {
    var words = Uses()
    for word in 0..<wordCount {
      let (start, bit) = (row + word * Part.count, Self.bit(word))
      func has(_ part: Part) -> Bool { rows[start + part.rawValue] != 0 }
      if has(.first) { words.roles.first |= bit }
      if has(.second) || has(.third) { words.further |= bit }
      if has(.firstGate) || has(.secondGate) { words.roles.gates |= bit }
    }
    return words
  }

  /// Forgets what is known of classes.
  func removeClasses() {
    byClass.removeAll()
    sets.removeAll()
    setSlots.removeAll()
    phasesByClass.removeAll()
    wordsByClass.removeAll()
    classCount = 0
  }

  /// Takes up the classes that are new.
  func takeUp(_ classes: FormClasses) {
    let runs = takerRuns.view(0..<takerRuns.count)
    while classCount < classes.count {
      row.fill(length, with: 0)
      let passed = classes.answers(of: classCount)
      for word in 0..<passed.count {
        (passed[word] & taking.word(word, of: 0)).forEachBit { bit in
          let some = takers.view(runs[word << 6 + bit].places)
          for place in 0..<some.count {
            row.insert(some[place].rules, at: Int(truncatingIfNeeded: some[place].word))
          }
        }
      }
      phasesByClass.append(phases(of: row, 0))
      var words = Roles()
      for word in 0..<wordCount {
        let parts = row.view(word * Part.count..<(word + 1) * Part.count)
        if parts[Part.first.rawValue] != 0 { words.first |= Self.bit(word) }
        if parts[Part.firstGate.rawValue] | parts[Part.secondGate.rawValue] != 0 {
          words.gates |= Self.bit(word)
        }
        byClass.append(set(parts, ofWord: word))
      }
      wordsByClass.append(words)
      classCount += 1
    }
  }

  /// The number of a set, which is that of a word of the row.
  @inline(__always)
  private func set(_ parts: BufferView<UInt64>, ofWord word: Int) -> UInt32 {
    // Classes that follow each other often share it.
    if classCount > 0 {
      let last = byClass[(classCount - 1) * wordCount + word]
      if isSet(Int(last), parts) { return last }
    }
    var mixer = HashMixer()
    for part in 0..<Part.count { mixer.add(parts[part]) }
    let count = sets.count / Part.count
    let known = setSlots.number(mixer.hash, next: count) { isSet($0, parts) }
    if let known { return UInt32(known) }
    for part in 0..<Part.count { sets.append(parts[part]) }
    return UInt32(count)
  }

  @inline(__always)
  private func isSet(_ set: Int, _ parts: BufferView<UInt64>) -> Bool {
    let known = sets.view(set * Part.count..<(set + 1) * Part.count)
    for part in 0..<Part.count where known[part] != parts[part] { return false }
    return true
  }

  /// Those of 64 rules that need not take anything as a part, or may take any token, and those that have no such gate.
  @inline(__always)
  func free(_ part: Part, _ word: Int) -> UInt64 { free[word * Part.count + part.rawValue] }

  /// The phases in which a form of a class counts.
  @inline(__always)
  func phases(ofClass number: Int) -> Roles { phasesByClass[number] }

  /// The words of rules that a form of a class counts for.
  @inline(__always)
  func words(ofClass number: Int) -> Roles { wordsByClass[number] }

  /// The words of rules that an entry of a list or an annotation counts for.
  @inline(__always)
  func words(ofSymbol number: Int) -> Uses { wordsBySymbol[number] }

  /// The phases in which an entry of a list or an annotation counts.
  @inline(__always)
  func phases(ofSymbol number: Int) -> Roles { phasesBySymbol[number] }

  /// Those of 64 rules that may take a form of a class as a part.
  @inline(__always)
  func takers(_ part: Part, _ word: Int, ofClass number: Int) -> UInt64 {
    sets[Int(byClass[number &* wordCount &+ word]) &* Part.count &+ part.rawValue]
  }

  /// Those of 64 rules of whose first and second gate a form of a class is.
  @inline(__always)
  func gates(_ word: Int, ofClass number: Int) -> (UInt64, UInt64) {
    let set = Int(byClass[number &* wordCount &+ word]) &* Part.count
    return (sets[set &+ Part.firstGate.rawValue], sets[set &+ Part.secondGate.rawValue])
  }

  /// Those of 64 rules that may take an entry of a list or an annotation, whose types are numbered behind the lists.
  @inline(__always)
  func takers(_ part: Part, _ word: Int, ofSymbol number: Int) -> UInt64 {
    bySymbol[number &* length &+ word &* Part.count &+ part.rawValue]
  }
}
