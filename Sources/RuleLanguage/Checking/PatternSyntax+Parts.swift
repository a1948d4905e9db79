extension PatternSyntax {
  /// Calls a function with the pattern and all parts of it, from left to right; definitions stay names.
  func forEachPart(_ body: (PatternSyntax) -> Void) {
    body(self)
    switch kind {
    case .alternation(let parts), .sequence(let parts): for part in parts { part.forEachPart(body) }
    case .element(let element): element.atom.forEachPart(body)
    case .agreement(_, let part), .free(let part), .group(let part): part.forEachPart(body)
    default: break
    }
  }
}

extension PredicateSyntax {
  /// Adds the names of all lists that the predicate asks for, also after `!`.
  func collectLists(into found: inout Set<String>) {
    switch kind {
    case .or(let parts), .and(let parts): for part in parts { part.collectLists(into: &found) }
    case .not(let part), .group(let part): part.collectLists(into: &found)
    case .list(let name): found.insert(name.text)
    default: break
    }
  }
}
