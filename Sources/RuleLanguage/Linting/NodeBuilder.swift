import TextEngine

/// Turns written patterns into nodes.
struct NodeBuilder {
  let definitions: [String: DefinitionSyntax]
  let words: WordCover
  let reader: WordReader
  private var steps = 0
  private var open: [String] = []

  /// The most parts of one pattern; longer ones are not compared.
  private static let maximumSteps = 3_000

  init(definitions: [String: DefinitionSyntax], reader: WordReader, words: WordCover) {
    self.definitions = definitions
    self.reader = reader
    self.words = words
  }

  /// The node of a pattern; nil where it is too large to compare.
  mutating func node(of pattern: PatternSyntax) -> PatternNode? {
    steps = 0
    open = []
    let node = build(pattern)
    return steps < Self.maximumSteps ? node : nil
  }

  private mutating func build(_ pattern: PatternSyntax) -> PatternNode {
    steps += 1
    guard steps < Self.maximumSteps else { return .nothing }
    switch pattern.kind {
    case .alternation(let parts):
      var found: [PatternNode] = []
      for part in parts {
        let node = build(part)
        if case .choice(let inner) = node { found += inner } else { found.append(node) }
      }
      return .choice(found)
    case .sequence(let parts):
      var found: [PatternNode] = []
      for part in parts {
        let node = build(part)
        if case .sequence(let inner) = node { found += inner } else { found.append(node) }
      }
      return .sequence(found)
    case .element(let element): return build(element)
    case .form(let text): return tokens(text) { .form($0.folded) }
    case .exactForm(let text): return tokens(text) { .exactForm($0.bytes) }
    case .lemma(let lemma): return .token(.lemma(words.folded(lemma.lowercased())))
    case .list(let name): return .list(name.text)
    case .token(let predicate): return .token(node(of: predicate))
    case .annotation(let name, let predicate):
      return .annotation(name.text, predicate.map { node(of: $0) })
    case .agreement(let categories, let part):
      let wanted = categories.isEmpty ? ["case", "number", "gender"] : categories.map(\.rawValue)
      return .agreement(wanted.sorted(), build(part))
    case .free(let part): return .free(build(part))
    case .group(let part): return build(part)
    case .name(let name): return build(name)
    }
  }

  private mutating func build(_ name: NameSyntax) -> PatternNode {
    switch name.text {
    case "any": return .token(.anything)
    case "dash": return .token(.flag("dash"))
    default: break
    }
    guard !PatternCompiler.isBuiltIn(name.text), let definition = definitions[name.text],
      !open.contains(name.text)
    else { return .assertion(name.text == "nosp" ? "glue" : name.text) }
    open.append(name.text)
    defer { open.removeLast() }
    return build(definition.pattern)
  }

  private mutating func build(_ element: PatternElementSyntax) -> PatternNode {
    var node = build(element.atom)
    if element.isHead { node = .head(node) }
    if element.minimum != 1 || element.maximum != 1 {
      let upper = max(element.minimum, element.maximum ?? .max)
      node = .repetition(node, element.minimum...upper, isLazy: element.isLazy)
    }
    return element.label.map { .labelled($0.text, node) } ?? node
  }

  private func tokens(
    _ text: String,
    _ make: ((folded: String, bytes: String)) -> PredicateNode
  ) -> PatternNode {
    let found = reader.words(of: text).map { word in
      PatternNode.token(
        make(
          (
            String(decoding: word.folded, as: UTF8.self),
            String(decoding: word.bytes, as: UTF8.self)
          )
        )
      )
    }
    return found.count == 1 ? found[0] : .sequence(found)
  }

  /// The node of a predicate.
  func node(of predicate: PredicateSyntax) -> PredicateNode {
    switch predicate.kind {
    case .or(let parts): return .any(parts.map { node(of: $0) })
    case .and(let parts): return .all(parts.map { node(of: $0) })
    case .not(let part): return .not(node(of: part))
    case .group(let part):
      // Without `!` inside, parentheses only group.
      return Self.hasNot(part) ? .oneReading(node(of: part)) : node(of: part)
    case .form(let text): return .form(words.folded(text.lowercased()))
    case .exactForm(let text): return .exactForm(text)
    case .lemma(let lemma): return .lemma(words.folded(lemma.lowercased()))
    case .list(let name): return .list(name.text)
    case .regex(let source): return .regex(source)
    case .integer(let range): return .integer(range)
    case .length(let range): return .length(range)
    case .flag(let name): return .flag(name.text)
    }
  }

  private static func hasNot(_ predicate: PredicateSyntax) -> Bool {
    switch predicate.kind {
    case .not: true
    case .or(let parts), .and(let parts): parts.contains { hasNot($0) }
    case .group(let part): hasNot(part)
    default: false
    }
  }
}
