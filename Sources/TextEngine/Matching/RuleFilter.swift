/// Finds which rules of a phase are worth a search at a token, so that most are given up before one begins.
///
/// Of all rules that may start at a token nine of ten fail at what comes next. That shows in the forms of three tokens
/// and in the entries of lists and the annotations that start there. Others look through whole sentences for a few
/// telling words, such as a verb of speech and «что»: these are a rule's gates, and it is worth a search only where they
/// are still to come. Rules are bits of a word, so that 64 are looked at together, and at most tokens none of a phase
/// starts.
final class RuleFilter {
  /// The rules of one word that are worth a search at a token.
  struct Start: BitwiseCopyable {
    var token: Int32
    var word: Int32
    var rules: UInt64
  }

  private let classes: FormClasses
  private let places: RulePlaces
  /// The number of lists; types of annotation are numbered behind them.
  private let lists: Int
  /// The bit of the phase at hand.
  private var phaseBit: UInt64 = 0
  /// For each word that holds rules of the phase, these rules and what is known of them.
  private let phase = Buffer<PhaseWord>()
  /// What is known of each token of the document.
  private let tokens = Buffer<KnownToken>(capacity: 1 << 10)
  /// What `prepare` has found: from the last token to the first, at each from the last word to the first.
  let starts = Buffer<Start>()

  private struct KnownToken: BitwiseCopyable {
    /// The phases in which what starts there counts.
    var phases: RulePlaces.Roles
    /// The words of rules for which its form counts, or something that starts there.
    var words: RulePlaces.Roles
    /// The words of rules that may take an entry of a list or an annotation that starts there.
    var symbolWords = RulePlaces.Uses()
    /// The class of its form.
    var number: Int

    mutating func insert(_ symbol: Int, _ places: RulePlaces) {
      phases.formUnion(places.phases(ofSymbol: symbol))
      let words = places.words(ofSymbol: symbol)
      symbolWords.formUnion(words)
      self.words.formUnion(words.roles)
    }
  }

  private struct PhaseWord: BitwiseCopyable {
    var word: Int
    /// The bit of the word in sets of words.
    var bit: UInt64
    var rules: UInt64
    /// The rules that need not take such an element, and those that have not such a gate.
    var freeSecond: UInt64
    var freeThird: UInt64
    var freeGates: (UInt64, UInt64)
    /// The rules of whose two gates a symbol stands further on in the window, or that have no such gate.
    var firstGate: UInt64
    var secondGate: UInt64
  }

  init(program: RuleProgram, classes: FormClasses) {
    self.classes = classes
    places = RulePlaces(program)
    lists = program.lists.count
  }

  /// Forgets what is known of forms, when their table is emptied.
  func removeForms() { places.removeClasses() }

  /// Takes up a document with its entries of lists and first annotations.
  func begin(_ document: EngineDocument) {
    places.takeUp(classes)
    tokens.removeAll()
    for token in 0..<document.classes.count {
      let number = Int(document.classes[token])
      var known = KnownToken(
        phases: places.phases(ofClass: number),
        words: places.words(ofClass: number),
        number: number
      )
      if document.startsSomething(at: token) {
        forEachSymbol(at: token, document) { symbol, _ in known.insert(symbol, places) }
      }
      tokens.append(known)
    }
  }

  /// Takes up an annotation of the document.
  func add(_ annotation: Annotation) {
    guard annotation.start < tokens.count else { return }
    tokens[annotation.start].insert(lists + annotation.type, places)
  }

  /// Takes up the class of the form that a token of the document has from now on.
  func setClass(of token: Int, to number: Int) {
    places.takeUp(classes)
    tokens[token].phases.formUnion(places.phases(ofClass: number))
    tokens[token].words.formUnion(places.words(ofClass: number))
    tokens[token].number = number
  }

  /// Takes up the rules of a phase.
  func beginPhase(_ number: Int, _ rules: Range<Int>) {
    phaseBit = RulePlaces.bit(number)
    phase.removeAll()
    for (word, rules) in RulePlaces.words(of: rules) {
      phase.append(
        PhaseWord(
          word: word,
          bit: RulePlaces.bit(word),
          rules: rules,
          freeSecond: places.free(.second, word),
          freeThird: places.free(.third, word),
          freeGates: (places.free(.firstGate, word), places.free(.secondGate, word)),
          firstGate: 0,
          secondGate: 0
        )
      )
    }
  }

  /// Looks at the tokens of a window; false where no rule of the phase is worth a search at any of them.
  func prepare(_ window: Range<Int>, _ document: EngineDocument) -> Bool {
    starts.removeAll()
    for place in 0..<phase.count {
      (phase[place].firstGate, phase[place].secondGate) = phase[place].freeGates
    }
    var token = window.upperBound
    while token > window.lowerBound {
      token -= 1
      let phases = tokens[token].phases
      if phases.gates & phaseBit != 0 { openGates(at: token, document) }
      if phases.first & phaseBit != 0 { findStarts(at: token, window, document) }
    }
    return starts.count > 0
  }

  /// Notes of whose gates a symbol stands at a token.
  private func openGates(at token: Int, _ document: EngineDocument) {
    let known = tokens[token]
    for place in 0..<phase.count where known.words.gates & phase[place].bit != 0 {
      let word = phase[place].word
      var (first, second) = places.gates(word, ofClass: known.number)
      if known.symbolWords.roles.gates & phase[place].bit != 0 {
        forEachSymbol(at: token, document) { symbol, _ in
          first |= places.takers(.firstGate, word, ofSymbol: symbol)
          second |= places.takers(.secondGate, word, ofSymbol: symbol)
        }
      }
      phase[place].firstGate |= first
      phase[place].secondGate |= second
    }
  }

  /// Notes the rules that are worth a search at a token, where some may take what starts there.
  private func findStarts(
    at token: Int,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) {
    let here = tokens[token]
    var place = phase.count
    while place > 0 {
      place -= 1
      guard here.words.first & phase[place].bit != 0 else { continue }
      let open = phase[place].rules & phase[place].firstGate & phase[place].secondGate
      guard open != 0 else { continue }
      let (word, bit) = (phase[place].word, phase[place].bit)
      var first = open & places.takers(.first, word, ofClass: here.number)
      var firstLong: UInt64 = 0
      if here.symbolWords.roles.first & bit != 0 {
        let symbols = symbolTakers(.first, at: token, word, document)
        first |= open & symbols.all
        firstLong = symbols.long
      }
      guard first != 0 else { continue }
      // What comes behind an element of several tokens is looked up where nothing else makes a rule worth a search.
      var second = phase[place].freeSecond
      var secondLong: UInt64 = 0
      if first & ~(second & phase[place].freeThird) != 0, token + 1 < window.upperBound {
        let next = takers(.second, at: token + 1, word, bit, document)
        second |= next.all
        secondLong = next.long
      }
      if first & firstLong & ~second != 0 {
        second |= firstLong & secondBehind(token, word, bit, window, document)
      }
      first &= second
      guard first != 0 else { continue }
      // Behind an element of several tokens the third is taken for granted.
      var third = phase[place].freeThird | firstLong | secondLong
      if first & ~third != 0, token + 2 < window.upperBound {
        third |= takers(.third, at: token + 2, word, bit, document).all
      }
      first &= third
      guard first != 0 else { continue }
      starts.append(Start(token: Int32(token), word: Int32(word), rules: first))
    }
  }

  /// Those of 64 rules that may take what starts at a token as a part behind the first, and those that may take an entry
  /// or annotation of several tokens.
  @inline(__always)
  private func takers(
    _ part: RulePlaces.Part,
    at token: Int,
    _ word: Int,
    _ bit: UInt64,
    _ document: EngineDocument
  ) -> (all: UInt64, long: UInt64) {
    let all = places.takers(part, word, ofClass: tokens[token].number)
    guard tokens[token].symbolWords.further & bit != 0 else { return (all, 0) }
    let symbols = symbolTakers(part, at: token, word, document)
    return (all | symbols.all, symbols.long)
  }

  /// Those of 64 rules that may take an entry or annotation that starts at a token, and those that may take one of
  /// several tokens.
  private func symbolTakers(
    _ part: RulePlaces.Part,
    at token: Int,
    _ word: Int,
    _ document: EngineDocument
  ) -> (all: UInt64, long: UInt64) {
    var (all, long): (UInt64, UInt64) = (0, 0)
    forEachSymbol(at: token, document) { symbol, end in
      let takers = places.takers(part, word, ofSymbol: symbol)
      all |= takers
      if end > token + 1 { long |= takers }
    }
    return (all, long)
  }

  /// The rules that may take what stands behind an entry or annotation that starts at a token as their second element.
  private func secondBehind(
    _ token: Int,
    _ word: Int,
    _ bit: UInt64,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) -> UInt64 {
    var rules: UInt64 = 0
    forEachSymbol(at: token, document) { _, end in
      if end < window.upperBound { rules |= takers(.second, at: end, word, bit, document).all }
    }
    return rules
  }

  /// Calls a function with each entry of a list and each annotation that starts at a token, and the token behind it.
  @inline(__always)
  private func forEachSymbol(
    at token: Int,
    _ document: EngineDocument,
    _ body: (_ symbol: Int, _ end: Int) -> Void
  ) {
    for index in document.listMatches(at: token) {
      let match = document.foundEntries[index]
      body(match.list, match.end)
    }
    var index = document.firstAnnotation(at: token)
    while index >= 0 {
      let annotation = document.allAnnotations[index]
      body(lists + annotation.type, annotation.end)
      index = document.annotation(after: index)
    }
  }
}
