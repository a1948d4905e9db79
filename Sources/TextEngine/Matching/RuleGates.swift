/// Keeps rules that may start anywhere, and other costly ones, from being tried where they cannot hold.
///
/// Such a rule looks through whole sentences for a few telling words, such as a verb of speech and «что». A gate is a
/// smallest set of tests, lists and annotations of which every match holds one. A rule has up to two gates, one of words
/// by their spelling and one of lists, and is tried only where both are still to come in the window.
struct RuleGates {
  /// The number of instructions from which on a rule gets a gate wherever it may start.
  private static let longCode = 300

  /// The bits of each rule's gates; 0 for a gate that it does not have.
  private var masks: [(first: UInt64, second: UInt64)]
  private var testBits: [(test: Int, bit: UInt64)] = []
  private var listBits: [UInt64]
  private var annotationBits: [UInt64]
  /// The bits that each form passes, where they are known.
  private var formBits: [UInt64?] = []
  /// For each token of the window at hand, the bits of the tokens from there on.
  private var following: [UInt64] = []
  private var windowStart = 0

  /// Finds the gates of a program's rules.
  init(_ program: RuleProgram) {
    masks = [(first: UInt64, second: UInt64)](
      repeating: (first: 0, second: 0),
      count: program.rules.count
    )
    listBits = [UInt64](repeating: 0, count: program.lists.count)
    annotationBits = [UInt64](repeating: 0, count: program.annotationTypes.count)
    var bits: [GateSymbol: UInt64] = [:]
    for (number, rule) in program.rules.enumerated() {
      let isOpen = rule.start.tests.contains { program.tests[$0] == .anything }
      guard isOpen || rule.code.count >= Self.longCode,
        var search = GateSearch(rule.code, tests: program.tests)
      else { continue }
      masks[number] = (
        first: Self.mask(of: search.gate(keeping: .forms), &bits),
        second: Self.mask(of: search.gate(keeping: .lists), &bits)
      )
    }
    for (symbol, bit) in bits {
      switch symbol {
      case .test(let test): testBits.append((test, bit))
      case .list(let list): listBits[Int(list)] |= bit
      case .annotation(let type): annotationBits[type] |= bit
      }
    }
    testBits.sort { $0.test < $1.test }
  }

  /// The bits of a gate; 0 where there are not enough, and the gate is open everywhere.
  private static func mask(of gate: [GateSymbol], _ bits: inout [GateSymbol: UInt64]) -> UInt64 {
    var mask: UInt64 = 0
    for symbol in gate {
      if bits[symbol] == nil {
        guard bits.count < UInt64.bitWidth else { return 0 }
        bits[symbol] = 1 << UInt64(bits.count)
      }
      mask |= bits[symbol] ?? 0
    }
    return mask
  }

  /// Forgets what is known of forms, when their table is emptied.
  mutating func removeForms() { formBits.removeAll(keepingCapacity: true) }

  /// Looks at the tokens of a window.
  mutating func prepare(_ window: Range<Int>, _ document: EngineDocument, _ forms: FormTable) {
    windowStart = window.lowerBound
    following.removeAll(keepingCapacity: true)
    following.append(contentsOf: repeatElement(0, count: window.count))
    while formBits.count < forms.count { formBits.append(nil) }
    var bits: UInt64 = 0
    for token in window.reversed() {
      bits |= self.bits(of: document.forms[token], forms)
      for index in document.listMatches(at: token) {
        bits |= listBits[Int(document.listMatches[index].list)]
      }
      for index in document.annotations(at: token) {
        bits |= annotationBits[document.annotations[index].type]
      }
      following[token - windowStart] = bits
    }
  }

  /// Whether a rule can hold from a token of the window on.
  func isOpen(_ rule: Int, at token: Int) -> Bool {
    let mask = masks[rule]
    let found = following[token - windowStart]
    return (mask.first == 0 || mask.first & found != 0)
      && (mask.second == 0 || mask.second & found != 0)
  }

  private mutating func bits(of form: FormID, _ forms: FormTable) -> UInt64 {
    if let known = formBits[Int(form)] { return known }
    var bits: UInt64 = 0
    for (test, bit) in testBits where forms.passes(form, test) { bits |= bit }
    formBits[Int(form)] = bits
    return bits
  }
}
