/// Keeps rules that may start anywhere from being tried where they cannot hold.
///
/// Such a rule looks through whole sentences for one telling word, such as a verb of speech. A gate is a smallest set of
/// tests, lists and annotations of which every match holds one; a rule is tried only where one of them still follows in
/// the window.
struct RuleGates {
  /// The bits of each rule's gate; 0 for a rule without one.
  private var masks: [UInt64]
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
    masks = [UInt64](repeating: 0, count: program.rules.count)
    listBits = [UInt64](repeating: 0, count: program.lists.count)
    annotationBits = [UInt64](repeating: 0, count: program.annotationTypes.count)
    var bits: [GateSymbol: UInt64] = [:]
    for (number, rule) in program.rules.enumerated() {
      let isOpen = rule.start.tests.contains { program.tests[$0] == .anything }
      guard isOpen, let gate = GateSymbol.gate(of: rule.code, tests: program.tests) else {
        continue
      }
      var mask: UInt64 = 0
      for symbol in gate {
        if bits[symbol] == nil {
          // A rule whose gate finds no free bit is tried everywhere.
          guard bits.count < UInt64.bitWidth else { break }
          bits[symbol] = 1 << UInt64(bits.count)
        }
        mask |= bits[symbol] ?? 0
      }
      if gate.allSatisfy({ bits[$0] != nil }) { masks[number] = mask }
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
    masks[rule] == 0 || masks[rule] & following[token - windowStart] != 0
  }

  private mutating func bits(of form: FormID, _ forms: FormTable) -> UInt64 {
    if let known = formBits[Int(form)] { return known }
    var bits: UInt64 = 0
    for (test, bit) in testBits where forms.passes(form, test) { bits |= bit }
    formBits[Int(form)] = bits
    return bits
  }
}

/// Something that takes tokens in a pattern and that a gate can ask for.
private enum GateSymbol: Hashable {
  case test(Int)
  case list(ListID)
  case annotation(Int)

  /// A smallest set of symbols of which every match of the code holds one, or nil where there is none.
  static func gate(of code: [Instruction], tests: [TokenTest]) -> [GateSymbol]? {
    var closed: [GateSymbol: Int] = [:]
    for instruction in code {
      guard let symbol = GateSymbol(instruction), let rank = symbol.rank(tests) else { continue }
      closed[symbol] = rank
    }
    guard !acceptIsReachable(code, without: Set(closed.keys)) else { return nil }
    // What is common in texts is opened first, so that rare things remain.
    let order = closed.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.order < right.key.order
    }
    var gate = Set(closed.keys)
    for (symbol, _) in order {
      gate.remove(symbol)
      if acceptIsReachable(code, without: gate) { gate.insert(symbol) }
    }
    return gate.sorted { $0.order < $1.order }
  }

  private init?(_ instruction: Instruction) {
    switch instruction {
    case .token(let test, _): self = .test(test)
    case .list(let list, _): self = .list(list)
    case .annotation(let type, _, _): self = .annotation(type)
    default: return nil
    }
  }

  /// How common the symbol is in texts, or nil where it tells nothing or depends on its place.
  private func rank(_ tests: [TokenTest]) -> Int? {
    switch self {
    case .list: return 0
    case .annotation: return 1
    case .test(let test):
      guard !tests[test].isContextual else { return nil }
      switch tests[test] {
      case .form, .exact: return 2
      case .lemma: return 1
      default: return tests[test].asksForList ? 0 : nil
      }
    }
  }

  private var order: Int {
    switch self {
    case .test(let test): 3 * test
    case .list(let list): 3 * Int(list) + 1
    case .annotation(let type): 3 * type + 2
    }
  }

  private static func acceptIsReachable(
    _ code: [Instruction],
    without closed: Set<GateSymbol>
  ) -> Bool {
    var seen = [Bool](repeating: false, count: code.count)
    var stack = [0]
    while let place = stack.popLast() {
      guard place < code.count, !seen[place] else { continue }
      seen[place] = true
      switch code[place] {
      case .accept: return true
      case .fork(let first, let second): stack += [first, second]
      case .jump(let target): stack.append(target)
      default:
        if let symbol = GateSymbol(code[place]), closed.contains(symbol) { continue }
        stack.append(place + 1)
      }
    }
    return false
  }
}
