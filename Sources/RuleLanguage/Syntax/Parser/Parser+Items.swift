import TextEngine

extension Parser {
  /// Reads the whole file.
  mutating func parseItems() -> [ItemSyntax] {
    var items: [ItemSyntax] = []
    while token.kind != .end {
      let start = token.span.start
      guard let keyword = itemKeyword ?? misspeltItem() else {
        reportCurrent(
          word == nil ? .expected(.item, found: found()) : .unknownItem(found(), nearest: nil),
          at: range(of: token)
        )
        advance()
        skipToItem()
        continue
      }
      (depth, braces) = (0, 0)
      do throws(Unwind) {
        let kind = try parseItem(keyword)
        items.append(ItemSyntax(kind: kind, range: range(from: start)))
      } catch {
        skipToItem()
      }
    }
    return items
  }

  /// The item that the current word is meant to start; reported as a fault.
  private mutating func misspeltItem() -> ItemKeyword? {
    guard let nearest = nearestItem else { return nil }
    report(.unknownItem(found(), nearest: nearest), at: range(of: token))
    return ItemKeyword(rawValue: nearest)
  }

  /// The item keyword that the current word resembles.
  private var nearestItem: String? {
    word.flatMap { NearestName.find($0, in: ItemKeyword.words) }
  }

  private mutating func parseItem(_ keyword: ItemKeyword) throws(Unwind) -> ItemSyntax.Kind {
    let keywordRange = range(of: token)
    advance()
    switch keyword {
    case .language: return .language(try name(.languageCode))
    case .cascade:
      var phases = [try name(.phaseName)]
      while true {
        if at(",") {
          // Only the sign is wrong, so the phases behind it are read all the same.
          _ = expected(.later)
          advance()
        } else if !take(">") {
          return .cascade(phases)
        }
        phases.append(try name(.phaseName))
      }
    case .use: return .use(try string(.fileName))
    case .fact: return .fact(try parseFact())
    case .list: return .list(try parseList())
    case .lexicon: return .lexicon(try parseLexicon(keywordRange))
    case .definition: return .definition(try parseDefinition())
    case .phase: return .phase(try parsePhase())
    case .rule: return .rule(try parseRule(keyword, at: keywordRange))
    case .block, .narrow: return .block(try parseRule(keyword, at: keywordRange))
    }
  }

  /// Goes to the next item at the start of a line, or to the end.
  ///
  /// A fault may come before an item's `{`, so the braces that follow are passed over as a whole.
  mutating func skipToItem() {
    var open = 0
    skip { parser in
      if parser.token.isFirstOnLine, parser.startsItem(certainly: open > 0) { return true }
      if open == 0, parser.token.isFirstOnLine, parser.nearestItem != nil { return true }
      if parser.at("{") { open += 1 }
      if parser.at("}") { open = max(0, open - 1) }
      return false
    }
  }

  /// Whether an item starts here; inside braces, where its keyword may be a field's name or a word of a list,
  /// the next tokens must look like one as well.
  func startsItem(certainly: Bool) -> Bool {
    guard let keyword = itemKeyword else { return false }
    guard certainly else { return true }
    var ahead = lexer
    let second = ahead.next()
    let third = ahead.next()
    switch keyword {
    case .list: return second.kind == .listName
    case .lexicon: return second.isPunctuation("{") || text(of: second) == "from"
    case .rule: return second.kind == .identifier && third.isPunctuation("-")
    case .definition: return second.kind == .identifier && third.isPunctuation("=")
    case .fact, .block, .narrow: return second.kind == .identifier && third.isPunctuation("{")
    case .phase:
      return second.kind == .identifier && !second.isFirstOnLine
        && (third.isFirstOnLine || third.kind == .end || text(of: third) == "window")
    case .cascade: return second.kind == .identifier && third.isPunctuation(">")
    case .language, .use: return false
    }
  }
}

// MARK: - Facts, definitions, phases

extension Parser {
  private mutating func parseFact() throws(Unwind) -> FactSyntax {
    let name = try name(.factName)
    let opening = try open("{")
    var fields: [FieldSyntax] = []
    var isIncomplete = false
    while !at("}") {
      if token.kind == .end || token.isFirstOnLine && startsItem(certainly: true) {
        _ = unclosed(opening, "}")
        return FactSyntax(name: name, fields: fields, isIncomplete: true)
      }
      let level = (depth, braces)
      do throws(Unwind) {
        fields.append(try parseField())
      } catch {
        (depth, braces) = level
        isIncomplete = true
        skipToField()
      }
    }
    try close(opening, "}")
    return FactSyntax(name: name, fields: fields, isIncomplete: isIncomplete)
  }

  private mutating func parseField() throws(Unwind) -> FieldSyntax {
    let start = token.span.start
    let path = try path(.fieldName)
    guard take(":") else { throw expected(.colon) }
    let typeStart = token.span.start
    let type = try parseFieldType()
    let typeRange = range(from: typeStart)
    var modifiers: [FieldSyntax.Modifier] = []
    // The next field's name is a word as well, but a colon or a dot follows it.
    while let word, !startsField() {
      let known = FieldSyntax.Modifier(rawValue: word)
      // On a line of its own, an unknown word is rather a field without its colon.
      if known == nil, token.isFirstOnLine { break }
      if let known, modifiers.contains(known) {
        report(.repeated("modifier", word), at: range(of: token))
      } else if let known {
        modifiers.append(known)
      } else {
        reportUnknown(
          "a modifier of a field",
          among: FieldSyntax.Modifier.allCases.map(\.rawValue)
        )
      }
      advance()
    }
    return FieldSyntax(
      path: path,
      type: type,
      typeRange: typeRange,
      modifiers: modifiers,
      range: range(from: start)
    )
  }

  /// Whether a field's name stands here.
  private func startsField() -> Bool {
    guard token.kind == .identifier else { return false }
    let next = peek()
    return next.isPunctuation(":") || next.isPunctuation(".")
  }

  private mutating func skipToField() {
    skip { parser in
      parser.at("}") || parser.startsField()
        || parser.token.isFirstOnLine && parser.startsItem(certainly: true)
    }
  }

  private static let fieldTypes = [
    "text", "decimal", "date", "bool", "span", "spans", "enum", "ref",
  ]

  /// What other languages call these types.
  private static let typesElsewhere = [
    "string": "text", "str": "text", "number": "decimal", "int": "decimal", "integer": "decimal",
    "float": "decimal", "double": "decimal", "boolean": "bool", "datetime": "date", "time": "date",
    "choice": "enum", "reference": "ref", "list": "spans",
  ]

  private mutating func parseFieldType() throws(Unwind) -> FieldSyntax.FieldType {
    guard let word else { throw expected(.fieldType) }
    switch word {
    case "enum":
      advance()
      return .enumeration(try names(.enumerationValue))
    case "ref":
      advance()
      return .reference(try names(.factName))
    case "text": advance(); return .text
    case "decimal": advance(); return .decimal
    case "date": advance(); return .date
    case "bool": advance(); return .bool
    case "span": advance(); return .span
    case "spans": advance(); return .spans
    default:
      reportCurrent(
        .unknownWord(
          found(),
          what: "a field's type",
          nearest: Parser.typesElsewhere[word]
            ?? NearestName.find(word, in: Parser.fieldTypes),
          allowed: Parser.fieldTypes
        ),
        at: range(of: token)
      )
      advance()
      throw Unwind()
    }
  }

  /// Reports that the current word is none of those that may stand here.
  mutating func reportUnknown(_ what: String, among allowed: [String]) {
    let nearest = NearestName.find(text(of: token), in: allowed)
    reportCurrent(
      .unknownWord(found(), what: what, nearest: nearest, allowed: allowed),
      at: range(of: token)
    )
  }

  private mutating func parseDefinition() throws(Unwind) -> DefinitionSyntax {
    let name = try name(.definitionName)
    if ReservedWord.contains(name.text) { report(.reservedName(name.text), at: name.range) }
    guard take("=") else { throw expected(.assign) }
    let items = ItemKeyword.words
    let pattern = try readingPatterns(before: items) { parser throws(Unwind) in
      let pattern = try parser.parsePattern()
      // A definition ends where the next item starts; anything else is a fault of its pattern.
      guard parser.token.kind == .end || parser.itemKeyword != nil || parser.atPatternEnd else {
        throw parser.expected(.pattern)
      }
      return pattern
    }
    return DefinitionSyntax(name: name, pattern: pattern)
  }

  /// Whether a misspelt keyword ends the pattern here.
  var atPatternEnd: Bool { token.span.start == patternEnd }

  private mutating func parsePhase() throws(Unwind) -> PhaseSyntax {
    (phase, phaseIsUnreadable) = (nil, true)
    let name = try name(.phaseName)
    (phase, phaseIsUnreadable) = (name, false)
    guard word == "window" else {
      return PhaseSyntax(name: name, window: nil, windowRange: nil)
    }
    advance()
    let windows = PhaseSyntax.Window.allCases.map(\.rawValue)
    guard let word, let window = PhaseSyntax.Window(rawValue: word) else {
      reportUnknown("a window", among: windows)
      // The phase stands all the same, so that its rules have one.
      if token.kind == .identifier, itemKeyword == nil { advance() }
      return PhaseSyntax(name: name, window: nil, windowRange: nil)
    }
    let windowRange = range(of: token)
    advance()
    return PhaseSyntax(name: name, window: window, windowRange: windowRange)
  }
}
