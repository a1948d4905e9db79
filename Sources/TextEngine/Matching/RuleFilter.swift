/// Finds which rules of a phase are worth a search at a token, so that most are given up before one begins.
///
/// Of all rules that may start at a token nine of ten fail at what comes next. That shows in the forms of three tokens
/// and in the entries of lists and the annotations that start there; rules are bits of a word, so that 64 are looked at
/// together.
final class RuleFilter {
  private let classes: FormClasses
  private let places: RulePlaces
  /// The number of lists; types of annotation are numbered behind them.
  private let lists: Int
  /// The words that hold the rules of the phase at hand, and those of its rules in the first and last of them.
  private var wordRange = 0..<0
  private var (firstMask, lastMask): (UInt64, UInt64) = (0, 0)
  private var window = 0..<0
  /// For each token of the window and word of the phase, the rules that may take what starts there as each element.
  private let rows = Buffer<Row>(capacity: 1 << 10)

  private struct Row: BitwiseCopyable {
    var taking: RulePlaces.Takers
    /// An entry or annotation of several tokens as their first and second element.
    var firstLong: UInt64 = 0
    var secondLong: UInt64 = 0
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
    firstMask = .max << UInt64(rules.lowerBound & 63)
    lastMask = .max >> UInt64(63 - (rules.upperBound - 1) & 63)
  }

  /// Looks at the tokens of a window; false where no rule of the phase may start at any of them.
  func prepare(_ window: Range<Int>, _ document: EngineDocument) -> Bool {
    self.window = window
    rows.removeAll()
    var any: UInt64 = 0
    for token in window {
      let number = classes.of(document.forms[token])
      for word in wordRange {
        var taking = places.takers(word, ofClass: number)
        taking.first &= mask(word)
        any |= taking.first
        rows.append(Row(taking: taking))
      }
      for index in document.listMatches(at: token) {
        let match = document.foundEntries[index]
        any |= add(match.list, at: token, isLong: match.end > token + 1)
      }
      var index = document.firstAnnotation(at: token)
      while index >= 0 {
        let annotation = document.allAnnotations[index]
        any |= add(lists + annotation.type, at: token, isLong: annotation.end > token + 1)
        index = document.annotation(after: index)
      }
    }
    return any != 0
  }

  /// Adds the rules that may take an entry of a list or an annotation that starts at a token.
  ///
  /// - Returns: Rules that may start with it.
  @inline(__always)
  private func add(_ symbol: Int, at token: Int, isLong: Bool) -> UInt64 {
    var any: UInt64 = 0
    for word in wordRange {
      let place = place(token, word)
      var row = rows[place]
      var taking = places.takers(word, ofSymbol: symbol)
      taking.first &= mask(word)
      row.taking.first |= taking.first
      row.taking.second |= taking.second
      row.taking.third |= taking.third
      if isLong {
        row.firstLong |= taking.first
        row.secondLong |= taking.second
      }
      rows[place] = row
      any |= taking.first
    }
    return any
  }

  /// Puts the rules that are worth a search at a token of the window into `output`, in order.
  func find(at token: Int, _ document: EngineDocument, into output: Buffer<Int32>) {
    output.removeAll()
    for word in wordRange {
      let row = rows[place(token, word)]
      guard row.taking.first != 0 else { continue }
      let rules = goingOn(row, at: token, word, document)
      goingOnTwice(rules, row.firstLong, at: token, word).forEachBit {
        output.append(Int32(word << 6 + $0))
      }
    }
  }

  /// The rules that can take something behind their first element, or end there.
  @inline(__always)
  private func goingOn(
    _ row: Row,
    at token: Int,
    _ word: Int,
    _ document: EngineDocument
  ) -> UInt64 {
    var open = places.free(word).second
    if token + 1 < window.upperBound { open |= rows[place(token + 1, word)].taking.second }
    var rules = row.taking.first & open
    if row.firstLong & ~open != 0 {
      for index in document.listMatches(at: token) {
        rules |= row.firstLong & second(at: document.foundEntries[index].end, word)
      }
      var index = document.firstAnnotation(at: token)
      while index >= 0 {
        rules |= row.firstLong & second(at: document.allAnnotations[index].end, word)
        index = document.annotation(after: index)
      }
    }
    return rules
  }

  /// The rules that may take what starts at a token as their second element.
  private func second(at token: Int, _ word: Int) -> UInt64 {
    token < window.upperBound ? rows[place(token, word)].taking.second : 0
  }

  /// Those of some rules that can take something behind their second element, or end before.
  ///
  /// Where the first or second element has several tokens, it is taken for granted.
  @inline(__always)
  private func goingOnTwice(
    _ rules: UInt64,
    _ firstLong: UInt64,
    at token: Int,
    _ word: Int
  ) -> UInt64 {
    var open = places.free(word).third | firstLong
    if token + 1 < window.upperBound { open |= rows[place(token + 1, word)].secondLong }
    if token + 2 < window.upperBound { open |= rows[place(token + 2, word)].taking.third }
    return rules & open
  }

  @inline(__always)
  private func place(_ token: Int, _ word: Int) -> Int {
    (token - window.lowerBound) * wordRange.count + word - wordRange.lowerBound
  }

  /// The rules of the phase in a word.
  @inline(__always)
  private func mask(_ word: Int) -> UInt64 {
    (word == wordRange.lowerBound ? firstMask : .max)
      & (word == wordRange.upperBound - 1 ? lastMask : .max)
  }
}
