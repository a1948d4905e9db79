/// One document as the engine sees it: tokens, their forms, what lists say of them, and the annotations so far.
///
/// Annotations are added, never changed or removed, so a later phase can still look inside what an earlier one found.
public struct EngineDocument {
  /// The tokens.
  public internal(set) var tokens = TokenTable()
  /// The form of each token.
  var forms: [FormID] = []
  /// The entries of lists, sorted by start, longer first.
  public internal(set) var listMatches: [ListMatch] = []
  private var listStarts: [UInt32] = []
  /// All annotations, in the order in which they were made.
  public private(set) var annotations: [Annotation] = []
  private var annotationsByStart: [[Int32]] = []
  /// The cardinal and ordinal numerals.
  public internal(set) var numerals: [Numeral] = []
  /// Which tests ask for members of a list.
  var listTests: [Bool] = []
  /// Which tests look at what stands around a token, and the tests themselves.
  var contextualTests: [TokenTest?] = []
  var tests: [TokenTest] = []

  mutating func removeAll() {
    tokens.removeAll()
    forms.removeAll(keepingCapacity: true)
    listMatches.removeAll(keepingCapacity: true)
    annotations.removeAll(keepingCapacity: true)
    numerals.removeAll(keepingCapacity: true)
    for index in annotationsByStart.indices {
      annotationsByStart[index].removeAll(keepingCapacity: true)
    }
  }

  /// Makes room for the annotations of as many tokens as there are.
  mutating func prepareAnnotations() {
    while annotationsByStart.count < tokens.count { annotationsByStart.append([]) }
  }

  /// Adds an annotation; at one start the longer stand first.
  mutating func add(_ annotation: Annotation) {
    let id = Int32(annotations.count)
    annotations.append(annotation)
    guard annotation.start < annotationsByStart.count else { return }
    let place =
      annotationsByStart[annotation.start].firstIndex {
        annotations[Int($0)].end < annotation.end
      } ?? annotationsByStart[annotation.start].count
    annotationsByStart[annotation.start].insert(id, at: place)
  }

  /// The annotations that start at a token, longer first.
  func annotations(at token: Int) -> some Sequence<Int> {
    let ids = token < annotationsByStart.count ? annotationsByStart[token] : []
    return ids.lazy.map(Int.init)
  }

  /// Notes where the matches of lists start; they are sorted by then.
  mutating func indexListMatches() {
    listStarts.removeAll(keepingCapacity: true)
    var next = 0
    for token in 0...tokens.count {
      while next < listMatches.count, listMatches[next].start < token { next += 1 }
      listStarts.append(UInt32(next))
    }
  }

  /// The entries of lists that start at a token, longer first.
  func listMatches(at token: Int) -> Range<Int> {
    guard token + 1 < listStarts.count else { return 0..<0 }
    return Int(listStarts[token])..<Int(listStarts[token + 1])
  }

  func hasList(_ test: Int) -> Bool { listTests[test] }

  func passes(_ token: Int, _ test: Int, _ table: FormTable) -> Bool {
    if let contextual = contextualTests[test] {
      return table.evaluate(contextual, forms[token], flags: tokens.flags[token]).holds
    }
    return table.passes(forms[token], test)
  }

  func cells(_ token: Int, _ test: Int, _ table: FormTable) -> Cells {
    table.cells(forms[token], tests[test], flags: tokens.flags[token])
  }

  func passes(_ annotation: Annotation, _ test: AnnotationTest, _ table: FormTable) -> Bool {
    switch test {
    case .anything: return true
    case .all(let parts): return parts.allSatisfy { passes(annotation, $0, table) }
    case .any(let parts): return parts.contains { passes(annotation, $0, table) }
    case .not(let part): return !passes(annotation, part, table)
    case .cells(let wanted): return !annotation.cells.isDisjoint(with: wanted)
    case .head(let test):
      return annotation.head < tokens.count && passes(annotation.head, test, table)
    case .first(let test):
      let first = annotation.start + (isEnclosing(annotation) ? 1 : 0)
      return first < tokens.count && passes(first, test, table)
    case .start(let test): return passes(annotation.start, test, table)
    case .length(let range):
      return range.contains(annotation.end - annotation.start - (isEnclosing(annotation) ? 2 : 0))
    }
  }

  private func isEnclosing(_ annotation: Annotation) -> Bool {
    annotation.type == CoreAnnotation.quoted.type
      || annotation.type == CoreAnnotation.bracketed.type
  }

  /// Whether an assertion holds before the token at `position`.
  func holds(_ assertion: Assertion, at position: Int, window: Range<Int>) -> Bool {
    switch assertion {
    case .sentenceStart:
      return position < tokens.count && tokens.flags[position].contains(.sentenceStart)
    case .sentenceEnd:
      return position == tokens.count || tokens.flags[position].contains(.sentenceStart)
    case .paragraphStart:
      return position < tokens.count && tokens.flags[position].contains(.paragraphStart)
    case .paragraphEnd:
      return position == tokens.count || tokens.flags[position].contains(.paragraphStart)
    case .glue:
      return position < tokens.count && !tokens.flags[position].contains(.spaceBefore)
    }
  }
}
