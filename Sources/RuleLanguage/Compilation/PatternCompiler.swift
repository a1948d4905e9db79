import TextEngine

/// Compiles the pattern of a rule to instructions.
struct PatternCompiler {
  /// The most instructions of one pattern.
  static let maximumLength = 20_000
  /// The most parts of a pattern that are gone through.
  private static let maximumParts = 200_000
  /// The most definitions that may stand inside each other.
  static let maximumDepth = 64

  private(set) var code: [Instruction] = []
  /// Where in the rule files each instruction and each alternative comes from.
  private(set) var origin = PatternOrigin()
  /// The names of the labels, in the order in which they came.
  private(set) var labels: [String]
  private var openDefinitions: [String] = []
  /// How many parts were gone through.
  private var parts = 0
  private var isTooLong = false
  /// The part that is being compiled.
  private var place = SourceRange(file: 0, start: 0, end: 0)

  init(labels: [String] = []) {
    self.labels = labels
  }

  /// Compiles a whole pattern and ends it.
  mutating func compile(_ pattern: PatternSyntax, _ state: inout CompilationState) {
    emit(pattern, agrees: false, &state)
    code.append(.accept)
    origin.instructions.append(pattern.range)
    if isTooLong { state.diagnose(.patternTooLarge(Self.maximumLength), at: pattern.range) }
  }

  private mutating func label(_ name: String) -> Int {
    if let index = labels.firstIndex(of: name) { return index }
    labels.append(name)
    return labels.count - 1
  }

  private mutating func append(_ instruction: Instruction) {
    guard code.count < Self.maximumLength else {
      isTooLong = true
      return
    }
    code.append(instruction)
    origin.instructions.append(place)
  }

  /// Stands for a part that is at fault, so that no other fault follows from its absence.
  private mutating func appendPlaceholder(_ state: inout CompilationState) {
    append(.token(test: state.test(.anything), agrees: false))
  }

  private mutating func emit(
    _ pattern: PatternSyntax,
    agrees: Bool,
    _ state: inout CompilationState
  ) {
    // Definitions may double with each level, also where they come to nothing; nothing is gained past the limit.
    parts += 1
    if parts > Self.maximumParts { isTooLong = true }
    guard !isTooLong else { return }
    let outer = place
    place = pattern.range
    defer { place = outer }
    switch pattern.kind {
    case .alternation(let branches): emitAlternation(branches, agrees: agrees, &state)
    case .sequence(let parts): for part in parts { emit(part, agrees: agrees, &state) }
    case .element(let element): emitElement(element, agrees: agrees, &state)
    case .form(let text):
      let tests = state.tests(ofText: text, UInt8(ascii: "f")) { state in
        state.words.words(of: text).map {
          .form(state.program.symbols.intern($0.folded.span))
        }
      }
      for test in tests { append(.token(test: test, agrees: agrees)) }
    case .exactForm(let text):
      let tests = state.tests(ofText: text, UInt8(ascii: "=")) { state in
        state.words.words(of: text).map {
          .spelled($0.bytes, folded: state.program.symbols.intern($0.folded.span))
        }
      }
      for test in tests { append(.token(test: test, agrees: agrees)) }
    case .lemma(let lemma):
      let tests = state.tests(ofText: lemma, UInt8(ascii: "l")) { state in
        PredicateCompiler.checkLemma(lemma, at: pattern.range, &state)
        return [.lemma(state.symbol(lemma))]
      }
      for test in tests { append(.token(test: test, agrees: agrees)) }
    case .list(let name):
      guard let list = state.lists[name.text] else {
        state.diagnoseUnknown("list", name, among: state.lists.keys, sign: "@")
        appendPlaceholder(&state)
        return
      }
      append(.list(list, agrees: agrees))
    case .token(let predicate):
      append(.token(test: state.test(of: predicate), agrees: agrees))
    case .annotation(let name, let predicate):
      guard let type = state.annotationTypes[name.text] else {
        state.diagnoseUnknown("annotation", name, among: state.annotationTypes.keys)
        appendPlaceholder(&state)
        return
      }
      state.checkOrder(ofType: type, name)
      let test = predicate.map { PredicateCompiler.compileAnnotation($0, &state) } ?? .anything
      append(.annotation(type: type, test: test, agrees: agrees))
    case .agreement(let categories, let part):
      append(.agreementStart(Self.categories(categories)))
      emit(part, agrees: true, &state)
      append(.agreementEnd)
    case .free(let part): emit(part, agrees: false, &state)
    case .group(let part): emit(part, agrees: agrees, &state)
    case .name(let name): emitName(name, agrees: agrees, &state)
    }
  }

  private static func categories(_ categories: [AgreementCategory]) -> AgreementCategories {
    if categories.isEmpty { return .all }
    var set: AgreementCategories = []
    for category in categories {
      switch category {
      case .grammaticalCase: set.insert(.grammaticalCase)
      case .number: set.insert(.number)
      case .gender: set.insert(.gender)
      case .person: set.insert(.person)
      }
    }
    return set
  }

  private mutating func emitAlternation(
    _ branches: [PatternSyntax],
    agrees: Bool,
    _ state: inout CompilationState
  ) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      let isLast = index == branches.count - 1
      let fork = code.count
      if !isLast { append(.fork(fork + 1, 0)) }
      origin.alternatives.append(
        PatternOrigin.Alternative(start: code.count, range: branch.range, isWord: branch.isWord)
      )
      emit(branch, agrees: agrees, &state)
      if !isLast {
        jumps.append(code.count)
        append(.jump(0))
        if fork < code.count { code[fork] = .fork(fork + 1, code.count) }
      }
    }
    for jump in jumps where jump < code.count { code[jump] = .jump(code.count) }
  }

  private mutating func emitElement(
    _ element: PatternElementSyntax,
    agrees: Bool,
    _ state: inout CompilationState
  ) {
    let labelIndex = element.label.map { label($0.text) }
    if let labelIndex { append(.labelStart(labelIndex)) }
    for _ in 0..<element.minimum {
      if element.isHead { append(.head) }
      emit(element.atom, agrees: agrees, &state)
      if isTooLong { return }
    }
    if let maximum = element.maximum {
      var forks: [Int] = []
      for _ in element.minimum..<max(element.minimum, maximum) {
        forks.append(code.count)
        append(.fork(0, 0))
        if element.isHead { append(.head) }
        emit(element.atom, agrees: agrees, &state)
        if isTooLong { return }
      }
      for fork in forks where fork < code.count {
        code[fork] = element.isLazy ? .fork(code.count, fork + 1) : .fork(fork + 1, code.count)
      }
    } else {
      let fork = code.count
      append(.fork(0, 0))
      if element.isHead { append(.head) }
      emit(element.atom, agrees: agrees, &state)
      append(.jump(fork))
      guard fork < code.count else { return }
      code[fork] = element.isLazy ? .fork(code.count, fork + 1) : .fork(fork + 1, code.count)
    }
    if let labelIndex { append(.labelEnd(labelIndex)) }
  }

  /// The names that need no definition.
  static let builtInNames =
    ["any", "dash", "nosp"] + Assertion.allCases.map(\.rawValue)

  /// Whether a name means something without a definition.
  static func isBuiltIn(_ name: String) -> Bool { builtInNames.contains(name) }

  private mutating func emitName(
    _ name: NameSyntax,
    agrees: Bool,
    _ state: inout CompilationState
  ) {
    switch name.text {
    case "any": append(.token(test: state.test(.anything), agrees: false))
    case "dash": append(.token(test: state.test(.shape(.dash)), agrees: false))
    case "nosp": append(.assert(.glue))
    default:
      if let assertion = Assertion(rawValue: name.text) {
        append(.assert(assertion))
        return
      }
      guard let definition = state.definitions[name.text] else {
        let known = Array(state.definitions.keys) + Self.builtInNames
        state.diagnoseUnknown("definition", name, among: known)
        appendPlaceholder(&state)
        return
      }
      guard !openDefinitions.contains(name.text) else {
        state.diagnose(.recursiveDefinition(name.text), at: name.range)
        return
      }
      guard openDefinitions.count < Self.maximumDepth else {
        state.diagnose(.definitionsTooDeep(Self.maximumDepth), at: name.range)
        appendPlaceholder(&state)
        return
      }
      state.usedDefinitions.insert(name.text)
      openDefinitions.append(name.text)
      let start = code.count
      emit(definition.pattern, agrees: agrees, &state)
      origin.uses.append(PatternOrigin.Use(name: name.text, places: start..<code.count))
      openDefinitions.removeLast()
    }
  }

  /// Whether compiled code holds everywhere: without a token, and without a condition on the place.
  static func takesNothing(_ code: [Instruction]) -> Bool {
    var seen = [Bool](repeating: false, count: code.count)
    var stack = [0]
    while let place = stack.popLast() {
      guard place < code.count, !seen[place] else { continue }
      seen[place] = true
      switch code[place] {
      case .token, .list, .annotation, .assert: break
      case .fork(let first, let second): stack += [first, second]
      case .jump(let target): stack.append(target)
      case .accept: return true
      default: stack.append(place + 1)
      }
    }
    return false
  }

  /// The most tokens that compiled code can take, or nil where there is no limit.
  static func maximumTokens(of code: [Instruction], longestEntry: Int) -> Int? {
    // The code is a graph; a cycle that takes tokens has no limit, and each pass of this walk settles one place.
    var longest = [Int](repeating: -1, count: code.count)
    guard !code.isEmpty else { return 0 }
    longest[0] = 0
    for _ in 0..<(code.count + 1) {
      var changed = false
      func reach(_ place: Int, _ length: Int) {
        if place < code.count, longest[place] < length {
          longest[place] = length
          changed = true
        }
      }
      for (place, instruction) in code.enumerated() where longest[place] >= 0 {
        let length = longest[place]
        switch instruction {
        case .token: reach(place + 1, length + 1)
        case .list: reach(place + 1, length + longestEntry)
        case .annotation: reach(place + 1, length + 64)
        case .fork(let first, let second):
          reach(first, length)
          reach(second, length)
        case .jump(let target): reach(target, length)
        case .accept: break
        default: reach(place + 1, length)
        }
      }
      if !changed { return longest.max() }
    }
    return nil
  }
}
