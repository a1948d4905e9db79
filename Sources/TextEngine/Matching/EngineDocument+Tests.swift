extension EngineDocument {
  /// Whether a token passes a test of the program.
  @inline(__always)
  func passes(_ token: Int, _ test: Int, _ table: FormTable) -> Bool {
    table.classes.passes(Int(classes[token]), test)
      && table.passesHere(forms[token], test, flags: flags[token])
  }

  private func passes(phraseTest test: Int, _ token: Int, _ table: FormTable) -> Bool {
    token < forms.count && table.passes(phraseTest: test, forms[token], flags: flags[token])
  }

  /// Whether an annotation passes a test.
  func passes(_ annotation: Annotation, _ test: AnnotationTest, _ table: FormTable) -> Bool {
    switch test {
    case .anything: return true
    case .all(let parts): return parts.allSatisfy { passes(annotation, $0, table) }
    case .any(let parts): return parts.contains { passes(annotation, $0, table) }
    case .not(let part): return !passes(annotation, part, table)
    case .cells(let wanted): return !annotation.cells.isDisjoint(with: wanted)
    case .head(let test):
      return passes(phraseTest: test, annotation.head, table)
    case .first(let test):
      let first = annotation.start + (annotation.isEnclosing ? 1 : 0)
      return passes(phraseTest: test, first, table)
    case .start(let test): return passes(phraseTest: test, annotation.start, table)
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
