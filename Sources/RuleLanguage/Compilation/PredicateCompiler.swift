import TextEngine

/// Compiles what stands between `[` and `]`, and after `&` in `<person & gen>`.
struct PredicateCompiler {
  /// Compiles a predicate over a token.
  ///
  /// - Parameter isOneReading: Whether the predicate stands in parentheses, where `!` is about the one reading.
  static func compile(
    _ predicate: PredicateSyntax,
    isOneReading: Bool = false,
    _ state: inout CompilationState
  ) -> TokenTest {
    switch predicate.kind {
    case .or(let parts):
      return .any(parts.map { compile($0, isOneReading: isOneReading, &state) })
    case .and(let parts):
      return .all(parts.map { compile($0, isOneReading: isOneReading, &state) })
    case .not(let part):
      let test = compile(part, isOneReading: isOneReading, &state)
      return isOneReading ? .readingNot(test) : .not(test)
    case .group(let part): return compile(part, isOneReading: true, &state)
    case .form(let text): return .form(state.symbol(text))
    case .exactForm(let text): return .spelled(Array(text.utf8), folded: state.symbol(text))
    case .lemma(let lemma):
      checkLemma(lemma, at: predicate.range, &state)
      return .lemma(state.symbol(lemma))
    case .list(let name):
      guard let list = state.lists[name.text] else {
        state.diagnoseUnknown("list", name, among: state.lists.keys, sign: "@")
        return .anything
      }
      return .list(list)
    case .regex(let source):
      do {
        return .pattern(try TokenPattern(source))
      } catch {
        state.diagnose(.faultyExpression(error.message), at: predicate.range)
        return .anything
      }
    case .integer(let range): return .integer(range)
    case .length(let range): return .length(range)
    case .flag(let name):
      switch FlagTable.meanings[name.text] {
      case .grammemes(let set): return .grammemes(set)
      case .shape(let shape): return .shape(shape)
      case .flags(let flags): return .flags(flags)
      case nil:
        state.diagnoseUnknown(
          "flag",
          name,
          among: FlagTable.meanings.keys,
          meant: FlagTable.otherNames[name.text.lowercased()]
        )
        return .anything
      }
    }
  }

  /// Compiles a predicate over an annotation.
  static func compileAnnotation(
    _ predicate: PredicateSyntax,
    _ state: inout CompilationState
  ) -> AnnotationTest {
    switch predicate.kind {
    case .or(let parts): return .any(parts.map { compileAnnotation($0, &state) })
    case .and(let parts): return joined(parts.map { compileAnnotation($0, &state) })
    case .not(let part): return .not(compileAnnotation(part, &state))
    case .group(let part): return compileAnnotation(part, &state)
    case .length(let range): return .length(range)
    case .flag(let name):
      if let cells = FlagTable.cells[name.text] { return .cells(cells) }
      let test = compile(predicate, &state)
      switch FlagTable.meanings[name.text] {
      case .grammemes: return .head(state.phraseTest(test))
      // «No new sentence starts here» is about the opening mark, not about what stands inside.
      case .flags: return .start(state.phraseTest(test))
      default: return .first(state.phraseTest(test))
      }
    case .lemma, .list: return .head(state.phraseTest(compile(predicate, &state)))
    default: return .first(state.phraseTest(compile(predicate, &state)))
    }
  }

  /// Cells asked for together are asked of one cell: «gen & sg» is the genitive singular.
  private static func joined(_ parts: [AnnotationTest]) -> AnnotationTest {
    var cells = Cells.all
    var rest: [AnnotationTest] = []
    for part in parts {
      if case .cells(let wanted) = part {
        cells.formIntersection(wanted)
      } else {
        rest.append(part)
      }
    }
    if cells != .all { rest.insert(.cells(cells), at: 0) }
    return .all(rest)
  }

  /// Warns where what should be a lemma is another form of one.
  static func checkLemma(_ lemma: String, at range: SourceRange, _ state: inout CompilationState) {
    guard !state.words.isLemma(lemma) else { return }
    let lemmas = state.words.lemmas(of: lemma).sorted()
    state.diagnose(.notALemma(lemma, lemmas: lemmas), at: range)
  }
}
