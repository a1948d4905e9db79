import TextEngine

/// What the words of a quotation tell about who speaks.
extension QuotationFinisher {
  /// What a quotation tells of its speaker, as far as its own words go.
  static func quotation(
    of fact: Fact,
    in document: ExtractedDocument,
    engine: Engine,
    _ words: SpeakerWords,
    _ fields: FieldPlaces
  ) -> SpeakerScene.Quotation {
    var speaker: TextSpan?
    if case .span(let span)? = fields.value(.speakerSpan, of: fact) { speaker = span }
    let speakerTokens = speaker.map { tokens(in: $0, engine.document.tokens) }
    let named = named(.speakerFact, of: fact, in: document, fields)
    let types = speakerTokens.map(words.bodyTypes) ?? []
    // «Агентство» may be any, «агентство „Вести“» is that one.
    let isNamed = named != nil && speakerTokens?.count != 1
    var genders = subjectGenders(of: fact, engine: engine, fields)
    let isPlain = speakerTokens.map { isOneWithAdjectives($0, engine: engine) } ?? false
    let described = named == nil && isPlain ? speakerTokens.flatMap(words.described) : nil
    if let described { genders.formIntersection(described) }
    if named == nil, let speakerTokens, isWoman(speakerTokens, engine: engine) {
      genders = .feminine
    }
    let isDescribedBody =
      isPlain
      && (speakerTokens.map {
        words.isDescribedBody($0) && (named == nil || isSmall($0, engine))
      } ?? false)
    let authorClass = speakerTokens.flatMap { Self.authorClass($0, engine) }
    let authorTypes = speakerTokens?.last.map { words.bodyTypes(in: $0..<$0 + 1) } ?? []
    let isSomebodyElse = speakerTokens.map { words.isSomebodyElse($0) } ?? false
    return SpeakerScene.Quotation(
      span: fact.span,
      speaker: speaker,
      name: fields.value(.speakerName, of: fact)?.string,
      named: named,
      kind: fields.value(.speakerKind, of: fact)?.string.flatMap(SpeakerKind.init(rawValue:)),
      role: fields.value(.speakerRole, of: fact)?.string,
      office: speakerTokens.flatMap(words.office),
      otherOffice: speakerTokens.flatMap(words.otherOffice),
      bodyTypes: isNamed && !isDescribedBody ? [] : types,
      namedTypes: isNamed ? types : [],
      strangerTypes: speakerTokens.map(words.strangerTypes) ?? [],
      isMasculine: !genders.isDisjoint(with: .masculine),
      isFeminine: !genders.isDisjoint(with: .feminine),
      authorClass: authorClass,
      authorTypes: authorTypes,
      isPlain: isPlain && !isSomebodyElse,
      hasCue: fields.value(.cueSpan, of: fact) != nil,
      isKnownOffice: speakerTokens.map(words.isKnownOffice) ?? false,
      isSoleOffice: speakerTokens.map(words.isSoleOffice) ?? false,
      isDescription: described != nil,
      isDescribedBody: isDescribedBody,
      country: speakerTokens.flatMap(words.country),
      isAnyHead: speakerTokens.map(words.isAnyHead) ?? false,
      isHuman: named == nil
        && (speakerTokens.map { words.isSource($0) || isHuman($0, engine: engine) } ?? false),
      owner: named == nil ? speakerTokens.flatMap(words.owner) : nil
    )
  }

  /// The second of two nouns in its normal form: «сообщение ведомства» → «ведомство», but not «отчёт отдела компании».
  private static func authorClass(_ tokens: Range<Int>, _ engine: Engine) -> String? {
    guard let last = tokens.last else { return nil }
    let before = tokens.dropLast().filter { token in
      let grammemes = engine.union(ofReadings: token).some
      return grammemes.contains(.noun) && grammemes.isDisjoint(with: [.adjective, .participle])
    }
    guard before.count == 1 else { return nil }
    let noun = engine.readings(of: last).first { $0.analysis.grammemes.contains(.noun) }
    return noun.map { engine.lemma(of: last, $0.analysis) }
  }

  /// Whether some words begin small: «верховный суд» is no name, «Верховный суд» may be one.
  private static func isSmall(_ tokens: Range<Int>, _ engine: Engine) -> Bool {
    guard let first = tokens.first else { return false }
    return engine.text(of: first).first?.isLowercase ?? false
  }

  /// Whether some words are adjectives before a noun in the singular: «влиятельное издание», but not «издание завода».
  private static func isOneWithAdjectives(_ tokens: Range<Int>, engine: Engine) -> Bool {
    guard let last = tokens.last else { return false }
    let isOne = engine.readings(of: last).contains {
      $0.analysis.grammemes.contains(.noun) && !$0.analysis.grammemes.contains(.plural)
    }
    return isOne
      && tokens.dropLast().allSatisfy { token in
        let grammemes = engine.union(ofReadings: token).some
        return grammemes.isDisjoint(with: [.preposition, .conjunction])
          && !grammemes.isDisjoint(with: [.adjective, .participle, .pronoun])
      }
  }

  /// Whether the first noun of some words is one human being.
  private static func isHuman(_ tokens: Range<Int>, engine: Engine) -> Bool {
    for token in tokens {
      let nouns = engine.readings(of: token).filter { $0.analysis.grammemes.contains(.noun) }
      guard !nouns.isEmpty else { continue }
      return nouns.allSatisfy { $0.analysis.grammemes.contains(.animate) }
        && nouns.contains { !$0.analysis.grammemes.contains(.plural) }
    }
    return false
  }

  /// The genders in which the verb of a quotation can have its subject: «сказала» has a woman.
  private static func subjectGenders(
    of fact: Fact,
    engine: Engine,
    _ fields: FieldPlaces
  ) -> Cells {
    guard case .span(let span)? = fields.value(.cueSpan, of: fact),
      let token = token(at: span.start, in: engine.document.tokens)
    else { return .all }
    let readings = engine.readings(of: token)
    let tells = readings.allSatisfy {
      $0.analysis.grammemes.contains(.verb)
        && !$0.analysis.grammemes.isDisjoint(with: [.past, .plural])
    }
    guard !readings.isEmpty, tells else { return .all }
    return readings.reduce(into: Cells()) { $0.formUnion($1.cells.inAnyCase) }
  }

  /// Whether the first noun of some words is for women alone: «девушка», but not «судья».
  private static func isWoman(_ tokens: Range<Int>, engine: Engine) -> Bool {
    for token in tokens {
      let nouns = engine.readings(of: token).filter { $0.analysis.grammemes.contains(.noun) }
      guard !nouns.isEmpty else { continue }
      return nouns.allSatisfy {
        $0.analysis.grammemes.contains(.animate) && $0.cells.inAnyCase == .feminine
      }
    }
    return false
  }

  private static func tokens(in span: TextSpan, _ table: TokenTable) -> Range<Int> {
    guard let first = token(at: span.start, in: table) else { return 0..<0 }
    var end = first
    while end < table.count, Int(table.starts[end]) < span.end { end += 1 }
    return first..<end
  }
}
