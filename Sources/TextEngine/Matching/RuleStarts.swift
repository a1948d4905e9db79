/// Which rules may start at a token: by its form, by the entries of lists and by the annotations that start there.
///
/// The rules of a form are found once and kept until the forms are dropped.
final class RuleStarts {
  private let forms: FormTable
  private let index: StartIndex
  /// For each test, list and type of annotation, the rules that may start with it.
  private let byTest: RuleSets
  private let byList: RuleSets
  private let byAnnotation: RuleSets
  /// The phases of each rule, as a bit.
  private let phaseBits: Buffer<UInt64>
  // For each form: the phases of its rules, a bit each, and its rules in order.
  private let formPhases = Buffer<UInt64>(capacity: 4_096)
  private let formStarts = Buffer<Int32>(capacity: 4_096)
  private let formRules = Buffer<UInt32>(capacity: 1 << 16)
  /// The rules of the form at hand, a bit each.
  private let found = Buffer<UInt64>()

  init(program: RuleProgram, forms: FormTable) {
    self.forms = forms
    phaseBits = Buffer(capacity: program.rules.count)
    phaseBits.fill(program.rules.count, with: 0)
    for (number, phase) in program.phases.enumerated() {
      for rule in phase.rules { phaseBits[rule] |= Self.bit(number) }
    }
    var tests = [[UInt32]](repeating: [], count: program.tests.count)
    var lists = [[UInt32]](repeating: [], count: program.lists.count)
    var annotations = [[UInt32]](repeating: [], count: program.annotationTypes.count)
    for (number, rule) in program.rules.enumerated() {
      for test in rule.start.tests { tests[test].append(UInt32(number)) }
      for list in rule.start.lists { lists[list].append(UInt32(number)) }
      for type in rule.start.annotations { annotations[type].append(UInt32(number)) }
    }
    index = StartIndex(
      tests.indices.filter { !tests[$0].isEmpty },
      of: program.tests,
      listCount: program.lists.count
    )
    byTest = RuleSets(tests, phaseBits)
    byList = RuleSets(lists, phaseBits)
    byAnnotation = RuleSets(annotations, phaseBits)
    formStarts.append(0)
  }

  /// Forgets the rules of all forms.
  func removeAll() {
    formPhases.removeAll()
    formStarts.removeAll()
    formStarts.append(0)
    formRules.removeAll()
  }

  /// Puts the rules of a phase that may start at a token into `rules`, in order, each once.
  func find(
    at token: Int,
    phase: Int,
    rules: Range<Int>,
    _ document: EngineDocument,
    into output: Buffer<Int32>
  ) {
    output.removeAll()
    let bit = Self.bit(phase)
    let form = Int(document.forms[token])
    while formPhases.count <= form { addRules(ofForm: formPhases.count) }
    if formPhases[form] & bit != 0 {
      for place in Int(formStarts[form])..<Int(formStarts[form + 1]) {
        let rule = Int(formRules[place])
        if rules.contains(rule) { output.append(Int32(rule)) }
      }
    }
    let fromForm = output.count
    for match in document.listMatches(at: token) {
      byList.append(document.foundEntries[match].list, bit, rules, to: output)
    }
    var annotation = document.firstAnnotation(at: token)
    while annotation >= 0 {
      byAnnotation.append(document.allAnnotations[annotation].type, bit, rules, to: output)
      annotation = document.annotation(after: annotation)
    }
    if output.count > fromForm, output.count > 1 { Self.sortOnce(output) }
  }

  private func addRules(ofForm form: Int) {
    found.fill((phaseBits.count + 63) / 64, with: 0)
    index.forEachPassed(by: FormID(form), forms) { test in byTest.insert(test, into: found) }
    var phases: UInt64 = 0
    for word in 0..<found.count {
      var rest = found[word]
      while rest != 0 {
        let rule = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        phases |= phaseBits[rule]
        formRules.append(UInt32(rule))
      }
    }
    formStarts.append(Int32(formRules.count))
    formPhases.append(phases)
  }

  /// The bit of a phase; those after the 64th share the last one.
  private static func bit(_ phase: Int) -> UInt64 { 1 << UInt64(min(phase, 63)) }

  /// Sorts a short list and leaves every number once.
  private static func sortOnce(_ rules: Buffer<Int32>) {
    for index in 1..<rules.count {
      let rule = rules[index]
      var place = index
      while place > 0, rules[place - 1] > rule {
        rules[place] = rules[place - 1]
        place -= 1
      }
      rules[place] = rule
    }
    var kept = 1
    for index in 1..<rules.count where rules[index] != rules[kept - 1] {
      rules[kept] = rules[index]
      kept += 1
    }
    rules.truncate(to: kept)
  }
}

/// Sets of rules by number, one after the other.
private struct RuleSets {
  private let starts: Buffer<Int32>
  private let rules: Buffer<UInt32>
  private let phases: Buffer<UInt64>

  init(_ sets: [[UInt32]], _ phaseBits: Buffer<UInt64>) {
    starts = Buffer(capacity: sets.count + 1)
    rules = Buffer(capacity: sets.count)
    phases = Buffer(capacity: sets.count)
    starts.append(0)
    for set in sets {
      rules.append(set)
      starts.append(Int32(rules.count))
      phases.append(set.reduce(0) { $0 | phaseBits[Int($1)] })
    }
  }

  /// Sets the bits of the rules of a set.
  func insert(_ set: Int, into bits: Buffer<UInt64>) {
    for place in Int(starts[set])..<Int(starts[set + 1]) {
      let rule = Int(rules[place])
      bits[rule >> 6] |= 1 << UInt64(rule & 63)
    }
  }

  /// Adds the rules of a set that belong to a phase.
  @inline(__always)
  func append(_ set: Int, _ phase: UInt64, _ range: Range<Int>, to output: Buffer<Int32>) {
    guard phases[set] & phase != 0 else { return }
    for place in Int(starts[set])..<Int(starts[set + 1]) {
      let rule = Int(rules[place])
      if range.contains(rule) { output.append(Int32(rule)) }
    }
  }
}
