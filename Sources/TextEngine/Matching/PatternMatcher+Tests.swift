extension PatternMatcher {
  @inline(__always)
  func passes(_ token: Int, _ test: Int) -> Bool {
    let form = document.forms[token]
    if forms.tests.isContextual[test] {
      return forms.evaluate(test, form, flags: document.flags[token]).holds
    }
    return forms.passes(form, test)
  }

  func cells(_ token: Int, _ test: Int) -> Cells {
    forms.cells(document.forms[token], test, flags: document.flags[token])
  }

  func passes(_ annotation: Annotation, _ test: AnnotationTest) -> Bool {
    switch test {
    case .anything: return true
    case .all(let parts): return parts.allSatisfy { passes(annotation, $0) }
    case .any(let parts): return parts.contains { passes(annotation, $0) }
    case .not(let part): return !passes(annotation, part)
    case .cells(let wanted): return !annotation.cells.isDisjoint(with: wanted)
    case .head(let test):
      return annotation.head < document.forms.count && passes(annotation.head, test)
    case .first(let test):
      let first = annotation.start + (annotation.isEnclosing ? 1 : 0)
      return first < document.forms.count && passes(first, test)
    case .start(let test): return passes(annotation.start, test)
    case .length(let range):
      return range.contains(annotation.end - annotation.start - (annotation.isEnclosing ? 2 : 0))
    }
  }
}

extension Annotation {
  /// Whether the first and last token are marks around what is meant.
  fileprivate var isEnclosing: Bool {
    type == CoreAnnotation.quoted.type || type == CoreAnnotation.bracketed.type
  }
}
