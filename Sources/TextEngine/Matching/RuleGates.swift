/// Keeps rules that may start anywhere, and other costly ones, from being tried where they cannot hold.
///
/// Such a rule looks through whole sentences for a few telling words, such as a verb of speech and «что». A gate is a
/// smallest set of tests, lists and annotations of which every match holds one. A rule has up to two gates, one of words
/// by their spelling and one of lists, and is tried only where both are still to come in the window.
final class RuleGates {
  /// The two gates of a rule as bits; 0 for a gate that it does not have.
  private struct Gates: BitwiseCopyable {
    var first: UInt128 = 0
    var second: UInt128 = 0
  }

  private let gates: Buffer<Gates>
  /// The bits of tests; 0 for those of no gate.
  private let testBits: Buffer<UInt128>
  private let listBits: Buffer<UInt128>
  private let annotationBits: Buffer<UInt128>
  /// The bits that the forms of each class pass.
  private let classBits = Buffer<UInt128>(capacity: 1_024)
  /// For each token of the window at hand, the bits of the tokens from there on.
  private let following = Buffer<UInt128>(capacity: 1_024)
  private var windowStart = 0

  /// Takes up the gates of a program's rules.
  init(_ program: RuleProgram) {
    gates = Buffer(capacity: program.rules.count)
    gates.fill(program.rules.count, with: Gates())
    let testBits = Buffer<UInt128>(capacity: program.tests.count)
    testBits.fill(program.tests.count, with: 0)
    listBits = Buffer(capacity: program.lists.count)
    listBits.fill(program.lists.count, with: 0)
    annotationBits = Buffer(capacity: program.annotationTypes.count)
    annotationBits.fill(program.annotationTypes.count, with: 0)
    var bits: [GateSymbol: UInt128] = [:]
    for (number, rule) in program.rules.enumerated() {
      guard let gates = rule.gates else { continue }
      self.gates[number] = Gates(
        first: Self.mask(of: gates.forms, &bits),
        second: Self.mask(of: gates.lists, &bits)
      )
    }
    for (symbol, bit) in bits {
      switch symbol {
      case .test(let test): testBits[test] |= bit
      case .list(let list): listBits[Int(list)] |= bit
      case .annotation(let type): annotationBits[type] |= bit
      }
    }
    self.testBits = testBits
  }

  /// The bits of a gate; 0 where there are not enough, and the gate is open everywhere.
  private static func mask(of gate: [GateSymbol], _ bits: inout [GateSymbol: UInt128]) -> UInt128 {
    var mask: UInt128 = 0
    for symbol in gate {
      if bits[symbol] == nil {
        guard bits.count < UInt128.bitWidth else { return 0 }
        bits[symbol] = 1 << UInt128(bits.count)
      }
      mask |= bits[symbol] ?? 0
    }
    return mask
  }

  /// Forgets what is known of forms, when their table is emptied.
  func removeForms() { classBits.removeAll() }

  /// Looks at the tokens of a window.
  func prepare(_ window: Range<Int>, _ document: EngineDocument, _ forms: FormTable) {
    windowStart = window.lowerBound
    following.fill(window.count, with: 0)
    let classes = forms.classes
    while classBits.count < classes.count { classBits.append(bits(of: classBits.count, classes)) }
    var bits: UInt128 = 0
    for token in window.reversed() {
      bits |= classBits[classes.of(document.forms[token])]
      for index in document.listMatches(at: token) {
        bits |= listBits[document.foundEntries[index].list]
      }
      var annotation = document.firstAnnotation(at: token)
      while annotation >= 0 {
        bits |= annotationBits[document.allAnnotations[annotation].type]
        annotation = document.annotation(after: annotation)
      }
      following[token - windowStart] = bits
    }
  }

  /// Whether a rule can hold from a token of the window on.
  @inline(__always)
  func isOpen(_ rule: Int, at token: Int) -> Bool {
    let gates = gates[rule]
    if gates.first == 0, gates.second == 0 { return true }
    let found = following[token - windowStart]
    return (gates.first == 0 || gates.first & found != 0)
      && (gates.second == 0 || gates.second & found != 0)
  }

  private func bits(of number: Int, _ classes: FormClasses) -> UInt128 {
    var bits: UInt128 = 0
    classes.forEachPassed(by: number) { test in bits |= testBits[test] }
    return bits
  }
}

/// The gates of one rule.
struct FoundGates: Sendable {
  /// One that prefers words by their spelling.
  var forms: [GateSymbol]
  /// One that prefers lists.
  var lists: [GateSymbol]
}

extension RuleProgram {
  /// The number of instructions from which on a rule gets a gate wherever it may start.
  private static let longCode = 300

  /// Finds the gates of all rules, once they are all there.
  public mutating func findGates() {
    for number in rules.indices {
      let isOpen = rules[number].start.tests.contains { tests[$0] == .anything }
      guard isOpen || rules[number].code.count >= Self.longCode,
        var search = GateSearch(rules[number].code, tests: tests)
      else { continue }
      rules[number].gates = FoundGates(
        forms: search.gate(keeping: .forms),
        lists: search.gate(keeping: .lists)
      )
    }
  }
}
