import TextEngine

extension Parser {
  /// Reads alternatives: `A | B C`.
  mutating func parsePattern() throws(Unwind) -> PatternSyntax {
    let start = token.span.start
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    guard branches.count > 1 else { return branches[0] }
    return PatternSyntax(kind: .alternation(branches), range: range(from: start))
  }

  private mutating func parseSequence() throws(Unwind) -> PatternSyntax {
    let start = token.span.start
    var parts: [PatternSyntax] = []
    while startsAtom() { parts.append(try parseElement()) }
    switch parts.count {
    case 0: throw emptySequence()
    case 1: return parts[0]
    default: return PatternSyntax(kind: .sequence(parts), range: range(from: start))
    }
  }

  /// Whether an element of a pattern starts here.
  private func startsAtom() -> Bool {
    if token.span.start == patternEnd { return false }
    switch token.kind {
    case .string, .lemma, .listName: return true
    case .identifier:
      if !ReservedWord.endsPattern(text(of: token)) { return true }
      // `span:(…)` is a label: no clause has a colon.
      let next = peek()
      return next.isPunctuation(":") && next.isAdjacent
    case .punctuation(let byte):
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "("): return true
      default: return false
      }
    default: return false
    }
  }

  private mutating func emptySequence() -> Unwind {
    guard case .punctuation(let byte) = token.kind else { return expected(.pattern) }
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "|"):
      report(.emptyPattern, at: range(of: token))
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"),
      UInt8(ascii: "^"):
      report(.misplacedMark(text(of: token)), at: range(of: token))
    default: return expected(.pattern)
    }
    return Unwind()
  }

  /// Reads `label:atom^{1,3}?`.
  private mutating func parseElement() throws(Unwind) -> PatternSyntax {
    let start = token.span.start
    noteSuspect()
    var label: NameSyntax?
    if token.kind == .identifier, peek().isPunctuation(":") {
      label = try name(.label)
      advance()
      guard startsAtom() else { throw emptySequence() }
    }
    let atom = try parseAtom()
    let isHead = take("^")
    var element = PatternElementSyntax(label: label, atom: atom, isHead: isHead)
    try parseQuantifier(of: &element)
    if isMark { throw misplacedMark() }
    guard label != nil || isHead || element.quantifier != nil else { return atom }
    return PatternSyntax(kind: .element(element), range: range(from: start))
  }

  /// Remembers a name at the start of a line that looks like a keyword.
  private mutating func noteSuspect() {
    guard patternEnd == nil, token.isFirstOnLine, let word, !ReservedWord.contains(word),
      NearestName.find(word, in: expectedKeywords) != nil
    else { return }
    suspect = token.span.start
  }

  private var isMark: Bool { at("^") || at("?") || at("*") || at("+") || at("{") }

  private mutating func misplacedMark() -> Unwind {
    report(.misplacedMark(text(of: token)), at: range(of: token))
    return Unwind()
  }

  private mutating func parseQuantifier(
    of element: inout PatternElementSyntax
  ) throws(Unwind) {
    let start = token.span.start
    if take("?") {
      element.minimum = 0
    } else if take("*") {
      (element.minimum, element.maximum) = (0, nil)
    } else if take("+") {
      element.maximum = nil
    } else if at("{") {
      try parseBounds(of: &element)
    } else {
      return
    }
    if at("?"), token.isAdjacent {
      advance()
      element.isLazy = true
    }
    element.quantifier = range(from: start)
  }

  /// Reads `{2}`, `{0,4}` or `{2,}`.
  private mutating func parseBounds(of element: inout PatternElementSyntax) throws(Unwind) {
    let start = token.span.start
    let opening = try open("{")
    element.minimum = try integer()
    element.maximum = element.minimum
    if take(",") {
      element.maximum = at("}") ? nil : try integer()
    }
    try close(opening, "}")
    let maximum = element.maximum ?? Parser.repetitionLimit
    guard element.minimum <= maximum, maximum > 0, maximum <= Parser.repetitionLimit else {
      report(.impossibleRepetition(limit: Parser.repetitionLimit), at: range(from: start))
      (element.minimum, element.maximum) = (1, 1)
      return
    }
  }
}

// MARK: - Atoms

extension Parser {
  private mutating func parseAtom() throws(Unwind) -> PatternSyntax {
    let start = token.span.start
    let kind = try parseAtomKind()
    return PatternSyntax(kind: kind, range: range(from: start))
  }

  private mutating func parseAtomKind() throws(Unwind) -> PatternSyntax.Kind {
    switch token.kind {
    case .string: return .form(takeForm())
    case .lemma: return .lemma(takeLemma())
    case .listName: return .list(takeListName())
    case .identifier: return try parseNamedAtom()
    case .punctuation(UInt8(ascii: "=")):
      advance()
      guard token.kind == .string else { throw expected(.exactForm) }
      return .exactForm(takeForm())
    case .punctuation(UInt8(ascii: "[")):
      let opening = try open("[")
      if at("]") {
        report(.emptyPattern, at: range(of: token))
        throw Unwind()
      }
      let predicate = try parsePredicate()
      try close(opening, "]")
      return .token(predicate)
    case .punctuation(UInt8(ascii: "<")):
      let opening = try open("<")
      let name = try name(.annotationName)
      let predicate: PredicateSyntax? = take("&") ? try parsePredicate() : nil
      try close(opening, ">")
      return .annotation(name, predicate)
    case .punctuation(UInt8(ascii: "(")): return .group(try parseGroup())
    default: throw expected(.pattern)
    }
  }

  /// Reads a definition's name, `agr(…)` or `free(…)`.
  private mutating func parseNamedAtom() throws(Unwind) -> PatternSyntax.Kind {
    let name = try name(.pattern)
    switch name.text {
    case "agr":
      let categories = at("[") ? try parseCategories() : []
      return .agreement(categories, try parseGroup())
    case "free": return .free(try parseGroup())
    default: return .name(name)
    }
  }

  private mutating func parseGroup() throws(Unwind) -> PatternSyntax {
    let opening = try open("(")
    let pattern = try parsePattern()
    try close(opening, ")")
    return pattern
  }

  /// Reads `[case number]`, with commas between or without.
  private mutating func parseCategories() throws(Unwind) -> [AgreementCategory] {
    let opening = try open("[")
    var categories: [AgreementCategory] = []
    repeat {
      guard let word else { throw expected(.category) }
      if let category = AgreementCategory(rawValue: word) {
        if categories.contains(category) {
          report(.repeated("category", word), at: range(of: token))
        } else {
          categories.append(category)
        }
      } else {
        reportUnknown(
          "a category of agreement",
          among: AgreementCategory.allCases.map(\.rawValue)
        )
      }
      advance()
      _ = take(",")
    } while !at("]") && token.kind == .identifier
    try close(opening, "]")
    return categories
  }

  /// Takes a quoted form, which must not be empty.
  mutating func takeForm() -> String {
    let range = range(of: token)
    let isWhole = token.fault == nil
    let form = takeQuoted()
    if isWhole, form.allSatisfy(\.isWhitespace) { report(.emptyPattern, at: range) }
    return form
  }

  /// Takes a lemma, which is one word.
  mutating func takeLemma() -> String {
    let range = range(of: token)
    let isWhole = token.fault == nil
    let lemma = takeQuoted()
    let words = lemma.split(whereSeparator: \.isWhitespace).map(String.init)
    if isWhole, words.isEmpty { report(.emptyPattern, at: range) }
    if isWhole, words.count > 1 { report(.lemmaOfSeveralWords(words), at: range) }
    return words.first ?? ""
  }

  /// Takes `@name` without its sign.
  mutating func takeListName() -> NameSyntax {
    let text = String(text(of: token).dropFirst())
    let name = NameSyntax(text: text, range: range(of: token))
    advance()
    return name
  }
}
