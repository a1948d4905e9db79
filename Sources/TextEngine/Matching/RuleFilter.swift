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
  /// For each token of the document, the phases in which what starts there counts.
  private let tokens = Buffer<RulePlaces.Phases>(capacity: 1 << 10)
  /// What `prepare` has found: from the last token to the first, at each from the last word to the first.
  let starts = Buffer<Start>()

  private struct PhaseWord: BitwiseCopyable {
    var word: Int
    var rules: UInt64
    /// The rules that need not take an element or have not a gate.
    var free: RulePlaces.Takers
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
    for token in 0..<document.forms.count {
      tokens.append(places.phases(ofClass: classes.of(document.forms[token])))
      forEachSymbol(at: token, document) { symbol, _ in
        tokens[token].formUnion(places.phases(ofSymbol: symbol))
      }
    }
  }

  /// Takes up an annotation of the document.
  func add(_ annotation: Annotation) {
    guard annotation.start < tokens.count else { return }
    tokens[annotation.start].formUnion(places.phases(ofSymbol: lists + annotation.type))
  }

  /// Takes up the form that a token of the document has from now on.
  func setForm(of token: Int, to form: FormID) {
    places.takeUp(classes)
    tokens[token].formUnion(places.phases(ofClass: classes.of(form)))
  }

  /// Takes up the rules of a phase.
  func beginPhase(_ number: Int, _ rules: Range<Int>) {
    phaseBit = RulePlaces.Phases.bit(number)
    phase.removeAll()
    for (word, rules) in RulePlaces.words(of: rules) {
      let free = places.free(word)
      phase.append(PhaseWord(word: word, rules: rules, free: free, firstGate: 0, secondGate: 0))
    }
  }

  /// Looks at the tokens of a window; false where no rule of the phase is worth a search at any of them.
  func prepare(_ window: Range<Int>, _ document: EngineDocument) -> Bool {
    starts.removeAll()
    for place in 0..<phase.count {
      phase[place].firstGate = phase[place].free.firstGate
      phase[place].secondGate = phase[place].free.secondGate
    }
    for token in window.reversed() {
      let phases = tokens[token]
      if phases.gates & phaseBit != 0 { openGates(at: token, document) }
      if phases.first & phaseBit != 0 { findStarts(at: token, window, document) }
    }
    return starts.count > 0
  }

  /// Notes of whose gates a symbol stands at a token.
  private func openGates(at token: Int, _ document: EngineDocument) {
    let number = classes.of(document.forms[token])
    for place in 0..<phase.count {
      var takers = places.takers(phase[place].word, ofClass: number)
      forEachSymbol(at: token, document) { symbol, _ in
        let others = places.takers(phase[place].word, ofSymbol: symbol)
        takers.firstGate |= others.firstGate
        takers.secondGate |= others.secondGate
      }
      phase[place].firstGate |= takers.firstGate
      phase[place].secondGate |= takers.secondGate
    }
  }

  /// Notes the rules that are worth a search at a token, where some may take what starts there.
  private func findStarts(
    at token: Int,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) {
    var place = phase.count
    while place > 0 {
      place -= 1
      let known = phase[place]
      let word = known.word
      let open = known.rules & known.firstGate & known.secondGate
      guard open != 0 else { continue }
      var (first, firstLong) = takers({ $0.first }, at: token, word, document)
      first &= open
      guard first != 0 else { continue }
      // What comes behind an element of several tokens is looked up where nothing else makes a rule worth a search.
      var (second, secondLong): (UInt64, UInt64) = (0, 0)
      if token + 1 < window.upperBound {
        (second, secondLong) = takers({ $0.second }, at: token + 1, word, document)
      }
      second |= known.free.second
      if first & firstLong & ~second != 0 {
        second |= firstLong & secondBehind(token, word, window, document)
      }
      first &= second
      guard first != 0 else { continue }
      // Behind an element of several tokens the third is taken for granted.
      var third = known.free.third | firstLong | secondLong
      if first & ~third != 0, token + 2 < window.upperBound {
        third |= takers({ $0.third }, at: token + 2, word, document).all
      }
      first &= third
      guard first != 0 else { continue }
      starts.append(Start(token: Int32(token), word: Int32(word), rules: first))
    }
  }

  /// Those of 64 rules that may take what starts at a token as one of their elements, and those that may take an entry or
  /// annotation of several tokens.
  @inline(__always)
  private func takers(
    _ element: (RulePlaces.Takers) -> UInt64,
    at token: Int,
    _ word: Int,
    _ document: EngineDocument
  ) -> (all: UInt64, long: UInt64) {
    var all = element(places.takers(word, ofClass: classes.of(document.forms[token])))
    guard document.startsSomething(at: token) else { return (all, 0) }
    var long: UInt64 = 0
    forEachSymbol(at: token, document) { symbol, end in
      let takers = element(places.takers(word, ofSymbol: symbol))
      all |= takers
      if end > token + 1 { long |= takers }
    }
    return (all, long)
  }

  /// The rules that may take what stands behind an entry or annotation that starts at a token as their second element.
  private func secondBehind(
    _ token: Int,
    _ word: Int,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) -> UInt64 {
    var rules: UInt64 = 0
    forEachSymbol(at: token, document) { _, end in
      if end < window.upperBound { rules |= takers({ $0.second }, at: end, word, document).all }
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
