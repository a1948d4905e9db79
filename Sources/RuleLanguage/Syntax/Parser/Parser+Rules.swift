import TextEngine

extension Parser {
  /// Reads a rule or a block after its keyword.
  mutating func parseRule(
    _ keyword: ItemKeyword,
    at keywordRange: SourceRange
  ) throws(Unwind) -> RuleSyntax {
    let name = try name(keyword == .rule ? .ruleName : .blockName)
    if phase == nil, !phaseIsUnreadable {
      report(.outsidePhase(keyword.rawValue, name.text), at: name.range)
    }
    var rule = RuleSyntax(
      name: name,
      narrows: keyword == .narrow,
      fact: nil,
      phase: phase,
      clauses: []
    )
    if keyword == .rule { parseFactName(of: &rule) }
    parseClauses(of: &rule)
    let hasMatch = rule.clauses.contains { if case .match = $0.kind { true } else { false } }
    if !hasMatch, !rule.isIncomplete {
      report(.noMatch(keyword.rawValue, name.text), at: name.range)
    }
    return rule
  }

  /// Reads `-> number`; the rule's clauses are read even where it is wrong.
  private mutating func parseFactName(of rule: inout RuleSyntax) {
    do throws(Unwind) {
      guard at("-", ">") else { throw expected(.arrow) }
      advance()
      advance()
      rule.fact = try name(.factName)
    } catch {
      rule.isIncomplete = true
      skip { $0.at("{") || $0.token.isFirstOnLine }
    }
  }

  private mutating func parseClauses(of rule: inout RuleSyntax) {
    let opening: Opening
    do throws(Unwind) {
      opening = try open("{")
    } catch {
      rule.isIncomplete = true
      // Where only the brace is missing, the clauses still follow.
      guard clauseKeyword != nil else { return skipToItem() }
      opening = Opening(text: "{", range: range(of: token))
      (depth, braces) = (depth + 1, braces + 1)
    }
    while !take("}") {
      if token.kind == .end || token.isFirstOnLine && startsItem(certainly: false) {
        _ = unclosed(opening, "}")
        rule.isIncomplete = true
        break
      }
      guard let keyword = clauseKeyword ?? misspeltClause() else {
        reportCurrent(
          word == nil ? .expected(.clause, found: found()) : .unknownClause(found(), nearest: nil),
          at: range(of: token)
        )
        rule.isIncomplete = true
        skipToClause(passing: true)
        continue
      }
      parseClause(keyword, of: &rule)
    }
    (depth, braces) = (depth - 1, braces - 1)
  }

  /// The clause that the current word is meant to start; reported as a fault.
  private mutating func misspeltClause() -> ClauseKeyword? {
    guard let nearest = nearestClause else { return nil }
    report(.unknownClause(found(), nearest: nearest), at: range(of: token))
    return ClauseKeyword(rawValue: nearest)
  }

  /// The clause keyword that the current word resembles.
  private var nearestClause: String? {
    word.flatMap { NearestName.find($0, in: ClauseKeyword.words) }
  }

  /// Reads one clause; after a fault, goes to the next.
  private mutating func parseClause(_ keyword: ClauseKeyword, of rule: inout RuleSyntax) {
    let start = token.span.start
    let keywordRange = range(of: token)
    let level = (depth, braces)
    advance()
    do throws(Unwind) {
      let kind = try parseContent(keyword, of: &rule)
      rule.clauses.append(
        ClauseSyntax(kind: kind, keyword: keywordRange, range: range(from: start))
      )
    } catch {
      let open = braces - level.1
      (depth, braces) = level
      rule.isIncomplete = true
      skipToClause(open: open)
    }
  }

  /// Whether a pattern may end before the current token.
  private var endsPattern: Bool {
    token.kind == .end || at("}") || clauseKeyword != nil || itemKeyword != nil || atPatternEnd
  }

  /// Reads the pattern of a clause, up to the clause's end.
  private mutating func parseClausePattern() throws(Unwind) -> PatternSyntax {
    let clauses = ClauseKeyword.words
    return try readingPatterns(before: clauses) { parser throws(Unwind) in
      let pattern = try parser.parsePattern()
      guard parser.endsPattern else { throw parser.expected(.pattern) }
      return pattern
    }
  }

  /// Goes to the next clause, or to what ends the rule.
  ///
  /// `open` counts the braces around the fault; `passing` takes the current token in any case.
  private mutating func skipToClause(open: Int = 0, passing: Bool = false) {
    var open = open
    var isFirst = passing
    skip { parser in
      defer { isFirst = false }
      if parser.token.isFirstOnLine, parser.startsItem(certainly: open > 0) { return true }
      if open == 0, parser.at("}") { return true }
      if !isFirst, parser.startsClause(amid: open) { return true }
      if parser.at("{") { open += 1 }
      if parser.at("}") { open -= 1 }
      return false
    }
  }

  /// Whether a clause starts here, so many braces deep in another.
  private func startsClause(amid open: Int) -> Bool {
    guard clauseKeyword != nil || token.isFirstOnLine && nearestClause != nil,
      open == 0 || token.isFirstOnLine
    else { return false }
    // In `span.start` or `test: 1` the word is no clause.
    let next = peek()
    return !next.isPunctuation(":") && !next.isPunctuation(".") && !next.isPunctuation("=")
  }
}

// MARK: - Clauses

extension Parser {
  private mutating func parseContent(
    _ keyword: ClauseKeyword,
    of rule: inout RuleSyntax
  ) throws(Unwind) -> ClauseSyntax.Kind {
    switch keyword {
    case .match: return .match(try parseClausePattern())
    case .conditions:
      var conditions = [try parseCondition()]
      while take(",") { conditions.append(try parseCondition()) }
      return .conditions(conditions)
    case .unless: return .unless(try parseUnless())
    case .emit: return .emit(parseAssignments(of: &rule))
    case .span: return .span(try name(.label))
    case .per: return .per(try name(.label))
    case .priority: return .priority(try integer(signed: true))
    case .pool: return .pool(try name(.poolName))
    case .off: return .off
    case .test: return .test(try parseTest(of: &rule))
    case .reject: return .reject(try parseMarkedText(rejects: true))
    }
  }

  private mutating func parseCondition() throws(Unwind) -> ConditionSyntax {
    let name = try name(.condition)
    let opening = try open("(")
    var arguments = [try literal(.label)]
    while take(",") { arguments.append(try literal(.label)) }
    try close(opening, ")")
    return ConditionSyntax(
      name: name,
      arguments: arguments,
      range: range(from: name.range.span.start)
    )
  }

  private mutating func parseUnless() throws(Unwind) -> UnlessSyntax {
    switch word {
    case "before":
      advance()
      return .before(try parseClausePattern())
    case "after":
      advance()
      return .after(try parseClausePattern())
    case "inside":
      advance()
      guard at("<") else { throw expected(.annotationName) }
      let opening = try open("<")
      let kind = try name(.annotationName)
      try close(opening, ">")
      return .inside(kind)
    default:
      reportUnknown("a context", among: ["before", "after", "inside"])
      throw Unwind()
    }
  }

  /// Reads the assignments of `emit`; a faulty one is left out.
  private mutating func parseAssignments(of rule: inout RuleSyntax) -> [AssignmentSyntax] {
    var assignments: [AssignmentSyntax] = []
    while true {
      let level = (depth, braces)
      do throws(Unwind) {
        assignments.append(try parseAssignment())
      } catch {
        (depth, braces) = level
        rule.isIncomplete = true
        skipToAssignment()
      }
      if take(",") { continue }
      guard startsAssignment(), !startsNextLine else { return assignments }
      report(.missingComma, at: range(of: token))
    }
  }

  /// Whether a name and `=` stand here, so that only the comma before them is missing.
  private func startsAssignment() -> Bool {
    guard token.kind == .identifier else { return false }
    let next = peek()
    return next.isPunctuation("=") || next.isPunctuation(".")
  }

  /// Goes to the comma after a faulty assignment, or to the end of its clause.
  private mutating func skipToAssignment() {
    var open = 0
    skip { parser in
      if parser.at("}") || open == 0 && parser.at(",") { return true }
      if parser.token.isFirstOnLine,
        parser.startsClause(amid: 0) || parser.startsItem(certainly: false)
      {
        return true
      }
      if parser.at("(") { open += 1 }
      if parser.at(")") { open = max(0, open - 1) }
      return false
    }
  }

  private mutating func parseAssignment() throws(Unwind) -> AssignmentSyntax {
    let start = token.span.start
    let path = try path(.fieldName)
    guard take("=") else { throw expected(.assign) }
    let value = try parseExpression()
    return AssignmentSyntax(path: path, value: value, range: range(from: start))
  }

  private mutating func parseTest(of rule: inout RuleSyntax) throws(Unwind) -> TestSyntax {
    let text = try parseMarkedText(rejects: false)
    guard at("{") else { return TestSyntax(text: text, fields: []) }
    let opening = try open("{")
    var fields: [TestFieldSyntax] = []
    while !at("}"), token.kind != .end {
      if token.isFirstOnLine, startsItem(certainly: true) { break }
      let path = try path(.fieldName)
      guard take(":") else { throw expected(.colon) }
      fields.append(TestFieldSyntax(path: path, value: try literal(.literal)))
      _ = take(",")
    }
    try close(opening, "}")
    return TestSyntax(text: text, fields: fields)
  }

  private mutating func parseMarkedText(rejects: Bool) throws(Unwind) -> MarkedText {
    guard token.kind == .string else { throw expected(.exampleText) }
    let reader = MarkedTextReader(token, in: lexer, file: file, rejects: rejects)
    for fault in reader.faults { report(fault.message, at: fault.range) }
    advance()
    return reader.text
  }
}
