/// Runs a rule program over documents, phase by phase.
///
/// An engine belongs to one worker; the program and the dictionary are shared. It keeps its buffers and the forms that
/// it has met from document to document.
public final class Engine {
  /// The rules.
  public let program: RuleProgram
  /// The document at hand.
  public internal(set) var document = EngineDocument()
  /// The text at hand.
  public private(set) var text = SourceText("")
  /// The limits that fired in this document, in the order in which they did.
  public private(set) var limits: [EngineLimit] = []

  let forms: FormTable
  private let tokenizer: Tokenizer
  private var matcher = PatternMatcher()
  private var contextMatcher = PatternMatcher()
  /// Which rules may start with a form: rule numbers for each phase, by form.
  private var startRules: [[UInt16]?] = []
  private let rulesByTest: [[UInt16]]
  private let rulesByList: [[UInt16]]
  private let rulesByAnnotation: [[UInt16]]
  private let startTests: [Int]
  private var gates: RuleGates

  /// The most distinct forms that are kept before the table is emptied.
  private static let maximumForms = 200_000
  /// The most tokens that one match may cover; a longer sentence or paragraph is cut.
  static let maximumWindow = 1_024

  /// Makes an engine.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(program: RuleProgram, dictionary: MorphDictionary) throws(TokenizerError) {
    self.program = program
    tokenizer = try Tokenizer(
      rules: program.tokenRules.span, compiled: program.compiledTokenRules)
    forms = FormTable(
      dictionary: dictionary, symbols: program.symbols, gazetteer: program.gazetteer,
      tests: program.tests)
    var byTest = [[UInt16]](repeating: [], count: program.tests.count)
    var byList = [[UInt16]](repeating: [], count: program.lists.count)
    var byAnnotation = [[UInt16]](repeating: [], count: program.annotationTypes.count)
    for (number, rule) in program.rules.enumerated() {
      for test in rule.start.tests { byTest[test].append(UInt16(number)) }
      for list in rule.start.lists { byList[list].append(UInt16(number)) }
      for type in rule.start.annotations { byAnnotation[type].append(UInt16(number)) }
    }
    rulesByTest = byTest
    rulesByList = byList
    rulesByAnnotation = byAnnotation
    startTests = byTest.indices.filter { !byTest[$0].isEmpty }
    gates = RuleGates(program)
    document.listTests = program.tests.map(\.asksForList)
    document.contextualTests = program.tests.map { $0.isContextual ? $0 : nil }
    document.tests = program.tests
  }

  /// Takes up a document: cuts it into tokens, analyses new forms, looks up lists, reads numerals, pairs marks.
  public func begin(_ text: SourceText) {
    self.text = text
    limits.removeAll(keepingCapacity: true)
    document.removeAll()
    if forms.count > Self.maximumForms {
      forms.removeAll()
      startRules.removeAll()
      gates.removeForms()
    }
    tokenizer.tokenize(text, into: &document.tokens)
    let bytes = text.bytes.span
    for token in 0..<document.tokens.count {
      document.forms.append(
        forms.form(
          bytes, start: Int(document.tokens.starts[token]), end: Int(document.tokens.ends[token]),
          kind: document.tokens.kinds[token]))
    }
    while startRules.count < forms.count { startRules.append(nil) }
    findListEntries()
    document.prepareAnnotations()
    addCoreAnnotations()
  }

  /// Adds an annotation for later phases.
  public func add(_ annotation: Annotation) { document.add(annotation) }

  // MARK: Phases

  /// The winners of one phase, by start, longer first.
  ///
  /// - Parameter onlyRule: Where set, the only rule that runs.
  public func run(phase: Int, onlyRule: Int? = nil) -> [Match] {
    let phase = program.phases[phase]
    guard !phase.rules.isEmpty else { return [] }
    var candidates: [Match] = []
    var nextStart = [Int](repeating: 0, count: phase.rules.count)
    for window in windows(of: phase.window) {
      gates.prepare(window, document, forms)
      for token in window {
        for number in rulesStarting(at: token, phase: phase.rules) {
          let place = number - phase.rules.lowerBound
          guard nextStart[place] <= token, onlyRule == nil || onlyRule == number,
            canStart(number, at: token, window)
          else { continue }
          if let match = match(rule: number, at: token, window: window) {
            candidates.append(match)
            nextStart[place] = match.end
          }
        }
      }
    }
    if matcher.overflowed { note(.registers) }
    return Overlap.winners(
      of: candidates, rules: program.rules, tokenCount: document.tokens.count)
  }

  /// Whether a rule's first assertion holds at a token and what it needs is still to come.
  private func canStart(_ rule: Int, at token: Int, _ window: Range<Int>) -> Bool {
    if case .assert(let assertion)? = program.rules[rule].code.first,
      !document.holds(assertion, at: token, window: window)
    {
      return false
    }
    return gates.isOpen(rule, at: token)
  }

  private func note(_ limit: EngineLimit) {
    if !limits.contains(limit) { limits.append(limit) }
  }

  private func windows(of window: CompiledPhase.Window) -> [Range<Int>] {
    let starts =
      window == .sentence ? document.tokens.sentenceStarts : document.tokens.paragraphStarts
    var windows: [Range<Int>] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : document.tokens.count
      var first = Int(start)
      while end - first > Self.maximumWindow {
        note(.window)
        // Cut where a sentence ends, if one does.
        var cut = first + Self.maximumWindow
        while cut > first + 1, !document.tokens.flags[cut].contains(.sentenceStart) { cut -= 1 }
        if cut == first + 1 { cut = first + Self.maximumWindow }
        windows.append(first..<cut)
        first = cut
      }
      windows.append(first..<end)
    }
    return windows
  }

  /// The rules of a phase that may start at a token, in order.
  private func rulesStarting(at token: Int, phase: Range<Int>) -> [Int] {
    var found: [Int] = []
    for number in startRules(of: document.forms[token]) where phase.contains(Int(number)) {
      found.append(Int(number))
    }
    for index in document.listMatches(at: token) {
      for number in rulesByList[document.listMatches[index].list]
      where phase.contains(Int(number)) { found.append(Int(number)) }
    }
    for index in document.annotations(at: token) {
      for number in rulesByAnnotation[document.annotations[index].type]
      where phase.contains(Int(number)) { found.append(Int(number)) }
    }
    if found.count > 1 {
      found.sort()
      var kept = 1
      for index in 1..<found.count where found[index] != found[kept - 1] {
        found[kept] = found[index]
        kept += 1
      }
      found.removeLast(found.count - kept)
    }
    return found
  }

  private func startRules(of form: FormID) -> [UInt16] {
    if let known = startRules[Int(form)] { return known }
    var rules = Set<UInt16>()
    for test in startTests
    where document.contextualTests[test] != nil || forms.passes(form, test) {
      rules.formUnion(rulesByTest[test])
    }
    let sorted = rules.sorted()
    startRules[Int(form)] = sorted
    return sorted
  }

  /// The longest match of a rule at a token that meets all its conditions.
  private func match(rule number: Int, at token: Int, window: Range<Int>) -> Match? {
    let rule = program.rules[number]
    matcher.run(rule.code, in: document, forms: forms, from: token, window: window)
    for (end, log) in matcher.ends.reversed() where end > token {
      if isRefused(rule, token..<end, window) { continue }
      let path = matcher.path(endingAt: log)
      guard rule.conditions.allSatisfy({ holds($0, path) }) else { continue }
      return Match(rule: number, start: token, end: end, path: path)
    }
    return nil
  }

  private func isRefused(_ rule: CompiledRule, _ tokens: Range<Int>, _ window: Range<Int>) -> Bool {
    for type in rule.notInside
    where document.annotations.contains(where: {
      $0.type == type && $0.start <= tokens.lowerBound && tokens.upperBound <= $0.end
    }) {
      return true
    }
    for context in rule.contexts {
      if context.isBefore {
        let first = max(window.lowerBound, tokens.lowerBound - context.maximumLength)
        for start in first...tokens.lowerBound {
          contextMatcher.run(
            context.code, in: document, forms: forms, from: start,
            window: window.lowerBound..<tokens.lowerBound)
          if contextMatcher.ends.contains(where: { $0.end == tokens.lowerBound }) { return true }
        }
      } else {
        let end = min(window.upperBound, tokens.upperBound + context.maximumLength)
        contextMatcher.run(
          context.code, in: document, forms: forms, from: tokens.upperBound,
          window: tokens.upperBound..<end)
        if !contextMatcher.ends.isEmpty { return true }
      }
    }
    return false
  }
}

/// A limit that kept the engine from looking at everything.
public enum EngineLimit: String, Sendable {
  /// A sentence or paragraph was longer than the most tokens that one match may cover, and was cut.
  case window = "window_too_long"
  /// A pattern had more ways of agreement open at once than are kept.
  case registers = "too_many_registers"
}

extension TokenTest {
  /// Whether the test asks for the members of a list.
  var asksForList: Bool {
    switch self {
    case .list: true
    case .all(let parts), .any(let parts): parts.contains { $0.asksForList }
    case .not(let part), .readingNot(let part): part.asksForList
    default: false
    }
  }
}
