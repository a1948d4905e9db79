/// Finds which rules of a phase are worth a search at a token, so that most are given up before one begins.
///
/// Of all rules that may start at a token nine of ten fail at what comes next. That shows in the forms of three tokens
/// and in the entries of lists and the annotations that start there. Others look through whole sentences for a few
/// telling words, such as a verb of speech and «что»: these are a rule's gates, and it is worth a search only where they
/// are still to come. Rules are bits of a word, so that 64 are looked at together.
final class RuleFilter {
  private let classes: FormClasses
  private let places: RulePlaces
  /// The number of lists; types of annotation are numbered behind them.
  private let lists: Int
  /// The words that hold the rules of the phase at hand.
  private var wordRange = 0..<0
  /// For each of these words, the rules of the phase, and those that need not take an element or have not a gate.
  private let phase = Buffer<PhaseWord>()
  private var window = 0..<0
  /// For each token of the window, word of the phase by word: see `Row`.
  private let rows = Buffer<Row>(capacity: 1 << 10)

  private struct PhaseWord: BitwiseCopyable {
    var rules: UInt64
    var free: RulePlaces.Takers
  }

  /// What is known of 64 rules at a token.
  private struct Row: BitwiseCopyable {
    /// The rules that are worth a search from here.
    var worthwhile: UInt64 = 0
    /// The rules that may take what starts here as their second and third element.
    var second: UInt64 = 0
    var third: UInt64 = 0
    /// The rules that may take an entry or annotation of several tokens as their first and second element.
    var firstLong: UInt64 = 0
    var secondLong: UInt64 = 0
    /// The rules of whose two gates a symbol stands here or further on in the window.
    var firstGate: UInt64 = 0
    var secondGate: UInt64 = 0

    @inline(__always)
    mutating func add(_ takers: RulePlaces.Takers, isLong: Bool) {
      worthwhile |= takers.first
      second |= takers.second
      third |= takers.third
      firstGate |= takers.firstGate
      secondGate |= takers.secondGate
      if isLong {
        firstLong |= takers.first
        secondLong |= takers.second
      }
    }
  }

  init(program: RuleProgram, classes: FormClasses) {
    self.classes = classes
    places = RulePlaces(program)
    lists = program.lists.count
  }

  /// Forgets what is known of forms, when their table is emptied.
  func removeForms() { places.removeClasses() }

  /// Takes up the rules of a phase.
  func beginPhase(_ rules: Range<Int>) {
    places.takeUp(classes)
    wordRange = rules.isEmpty ? 0..<0 : rules.lowerBound >> 6..<(rules.upperBound - 1) >> 6 + 1
    phase.removeAll()
    for word in wordRange {
      var mask = UInt64.max
      if word == wordRange.lowerBound { mask <<= UInt64(rules.lowerBound & 63) }
      if word == wordRange.upperBound - 1 {
        mask &= .max >> UInt64(63 - (rules.upperBound - 1) & 63)
      }
      phase.append(PhaseWord(rules: mask, free: places.free(word)))
    }
  }

  /// Looks at the tokens of a window; false where no rule of the phase is worth a search at any of them.
  func prepare(_ window: Range<Int>, _ document: EngineDocument) -> Bool {
    self.window = window
    let (width, firstWord) = (wordRange.count, wordRange.lowerBound)
    // Two empty rows stand for what comes behind the window.
    rows.fill((window.count + 2) * width, with: Row())
    var any: UInt64 = 0
    var start = window.count * width
    for token in window.reversed() {
      start -= width
      let number = classes.of(document.forms[token])
      let isPlain = !document.startsSomething(at: token)
      for place in 0..<width {
        let takers = places.takers(firstWord + place, ofClass: number)
        let next = rows[start + width + place]
        var row = Row(
          worthwhile: takers.first,
          second: takers.second,
          third: takers.third,
          firstGate: takers.firstGate | next.firstGate,
          secondGate: takers.secondGate | next.secondGate
        )
        if !isPlain { add(at: token, firstWord + place, document, to: &row) }
        if row.worthwhile != 0 {
          let phase = phase[place]
          row.worthwhile &=
            phase.rules & (row.firstGate | phase.free.firstGate)
            & (row.secondGate | phase.free.secondGate)
          var second = next.second | phase.free.second
          if row.worthwhile & row.firstLong & ~second != 0 {
            second |= row.firstLong & secondBehind(token, firstWord + place, document)
          }
          // Behind an element of several tokens the third is taken for granted.
          let third = rows[start + 2 * width + place].third | phase.free.third
          row.worthwhile &= second & (third | row.firstLong | next.secondLong)
          any |= row.worthwhile
        }
        rows[start + place] = row
      }
    }
    return any != 0
  }

  /// Puts the rules that are worth a search at a token of the window into `output`, in order.
  func find(at token: Int, into output: Buffer<Int32>) {
    output.removeAll()
    for word in wordRange {
      rows[place(token, word)].worthwhile.forEachBit { output.append(Int32(word << 6 + $0)) }
    }
  }

  /// Adds the rules that may take an entry of a list or an annotation that starts at a token.
  private func add(at token: Int, _ word: Int, _ document: EngineDocument, to row: inout Row) {
    for index in document.listMatches(at: token) {
      let match = document.foundEntries[index]
      row.add(places.takers(word, ofSymbol: match.list), isLong: match.end > token + 1)
    }
    var index = document.firstAnnotation(at: token)
    while index >= 0 {
      let annotation = document.allAnnotations[index]
      let takers = places.takers(word, ofSymbol: lists + annotation.type)
      row.add(takers, isLong: annotation.end > token + 1)
      index = document.annotation(after: index)
    }
  }

  /// The rules that may take what stands behind an entry or annotation that starts at a token as their second element.
  private func secondBehind(_ token: Int, _ word: Int, _ document: EngineDocument) -> UInt64 {
    var rules: UInt64 = 0
    for index in document.listMatches(at: token) {
      rules |= second(at: document.foundEntries[index].end, word)
    }
    var index = document.firstAnnotation(at: token)
    while index >= 0 {
      rules |= second(at: document.allAnnotations[index].end, word)
      index = document.annotation(after: index)
    }
    return rules
  }

  private func second(at token: Int, _ word: Int) -> UInt64 {
    token < window.upperBound ? rows[place(token, word)].second : 0
  }

  @inline(__always)
  private func place(_ token: Int, _ word: Int) -> Int {
    (token - window.lowerBound) * wordRange.count + word - wordRange.lowerBound
  }
}
