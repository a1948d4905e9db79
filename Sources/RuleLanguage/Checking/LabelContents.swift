import TextEngine

/// What each label of a pattern can hold.
struct LabelContents {
  /// One thing that a label can hold.
  enum Holding {
    /// An entry of a list.
    case list(ListID)
    /// An annotation, by its type.
    case annotation(Int)
    /// A token that passes this predicate.
    case token(PredicateSyntax)
    /// A token of a quoted text.
    case word(String)
    /// Any token.
    case anyToken
    /// Something whose name is not declared, which was told.
    case unknown
  }

  /// The names of the labels.
  let labels: [String]
  /// Where each label is written first.
  private(set) var places: [SourceRange?]
  /// What each label can hold, in the order of the pattern.
  private(set) var holdings: [[Holding]]
  private let walk: PatternWalk
  /// How many definitions the walk is inside of.
  private var depth = 0

  /// Looks through a pattern.
  init(of pattern: PatternSyntax, labels: [String], _ state: CompilationState) {
    self.labels = labels
    places = [SourceRange?](repeating: nil, count: labels.count)
    holdings = [[Holding]](repeating: [], count: labels.count)
    walk = PatternWalk(definitions: state.definitions)
    guard !labels.isEmpty else { return }
    var steps = 0
    collect(pattern, inside: [], state, &steps)
  }

  /// The number of a label.
  func number(of name: String) -> Int? { labels.firstIndex(of: name) }

  private mutating func collect(
    _ pattern: PatternSyntax,
    inside open: [Int],
    _ state: CompilationState,
    _ steps: inout Int
  ) {
    steps += 1
    guard steps < PatternWalk.maximumSteps else { return }
    switch pattern.kind {
    case .alternation(let parts), .sequence(let parts):
      for part in parts { collect(part, inside: open, state, &steps) }
    case .element(let element):
      var open = open
      if let label = element.label, let number = number(of: label.text) {
        if places[number] == nil { places[number] = label.range }
        if !open.contains(number) { open.append(number) }
      }
      collect(element.atom, inside: open, state, &steps)
    case .agreement(_, let part), .free(let part), .group(let part):
      collect(part, inside: open, state, &steps)
    case .name(let name):
      guard let definition = walk.definition(name) else {
        if name.text == "any" || name.text == "dash" { note(.anyToken, open) }
        if !PatternCompiler.isBuiltIn(name.text) { note(.unknown, open) }
        return
      }
      // One that names itself is told by the compiler.
      guard depth < PatternCompiler.maximumDepth else { return note(.unknown, open) }
      depth += 1
      collect(definition.pattern, inside: open, state, &steps)
      depth -= 1
    case .form(let text), .exactForm(let text), .lemma(let text): note(.word(text), open)
    case .list(let name):
      note(state.lists[name.text].map { .list($0) } ?? .unknown, open)
    case .token(let predicate):
      var lists: Set<String> = []
      predicate.collectLists(into: &lists)
      let areKnown = lists.allSatisfy { state.lists[$0] != nil }
      note(areKnown ? .token(predicate) : .unknown, open)
    case .annotation(let name, _):
      note(state.annotationTypes[name.text].map { .annotation($0) } ?? .unknown, open)
    }
  }

  /// Whether nothing can be said of a label, since something that it can hold is not declared.
  func isUncertain(_ label: Int) -> Bool {
    holdings[label].contains { if case .unknown = $0 { true } else { false } }
  }

  private mutating func note(_ holding: Holding, _ open: [Int]) {
    for label in open { holdings[label].append(holding) }
  }
}
