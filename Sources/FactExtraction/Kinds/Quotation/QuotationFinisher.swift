import TextEngine

/// Brings quotations from what single rules saw to what the document says: whole words, and who speaks.
enum QuotationFinisher {
  /// What rules say for this alone; it is not in the output.
  private static let internalFields: [FieldName] = [.place, .speakerKind, .speakerRole]
  /// What a quotation takes over from the paragraph that introduces it.
  private static let attributionFields: [FieldName] = [
    .cueSpan, .cueText, .cueLemma, .speakerSpan, .speakerText, .speakerName, .speakerFact,
    .speakerKind, .speakerRole,
  ]

  // MARK: Words

  /// Puts quotations together; those that lack their words, or are words of another, are dropped.
  static func assemble(_ facts: inout [Fact], engine: Engine, _ fields: FieldPlaces) {
    let places = facts.indices.filter { facts[$0].schema == fields.quotation }
    guard !places.isEmpty else { return }
    let drafts = places.map { draft(of: facts[$0], fields) }
    let found = QuotationAssembler.assemble(
      drafts,
      paragraphs: paragraphs(of: engine.document.tokens),
      text: engine.text
    )
    var isKept = [Bool](repeating: true, count: facts.count)
    for (index, place) in places.enumerated() {
      guard let draft = found[index] else {
        isKept[place] = false
        continue
      }
      if let source = draft.attributionFrom, places.indices.contains(source) {
        for name in attributionFields {
          // A quotation that gives its attribution away is dropped, and takes over no other.
          let value = fields.value(name, of: facts[places[source]])
          fields.set(name, of: &facts[place], to: value)
        }
      }
      guard draft.segments != drafts[index].segments else { continue }
      fields.set(.segments, of: &facts[place], to: .spans(draft.segments))
      facts[place].span = draft.span
    }
    keep(&facts, where: isKept, fields)
  }

  private static func draft(of fact: Fact, _ fields: FieldPlaces) -> QuotationDraft {
    var segments: [TextSpan] = []
    if case .spans(let spans)? = fields.value(.segments, of: fact) { segments = spans }
    if segments.isEmpty { segments = [fact.span] }
    return QuotationDraft(
      segments: segments,
      place: fields.value(.place, of: fact)?.string.flatMap(QuotationPlace.init(rawValue:)),
      isDirect: fields.value(.mode, of: fact)?.string == "direct",
      hasAttribution: fields.value(.cueSpan, of: fact) != nil
        || fields.value(.speakerSpan, of: fact) != nil
    )
  }

  /// The name with a small letter where only a sentence's start gave it the large one: «Министр сказал» → «министр».
  private static func uncapitalized(
    _ name: String,
    of fact: Fact,
    engine: Engine,
    _ fields: FieldPlaces
  ) -> String {
    guard case .span(let span)? = fields.value(.speakerSpan, of: fact),
      fields.value(.speakerFact, of: fact) == nil,
      let token = token(at: span.start, in: engine.document.tokens),
      engine.document.tokens.flags[token].contains(.sentenceStart), let first = name.first,
      name.dropFirst().first?.isUppercase != true
    else { return name }
    let grammemes = engine.union(ofReadings: token).some
    guard grammemes.isDisjoint(with: properNouns), !grammemes.isDisjoint(with: commonWords) else {
      return name
    }
    return first.lowercased() + name.dropFirst()
  }

  private static let properNouns: GrammemeSet = [
    .givenName, .surname, .patronymic, .geographic, .organisation, .abbreviation,
  ]
  private static let commonWords: GrammemeSet = [.noun, .adjective, .participle]

  static func token(at offset: Int, in tokens: TokenTable) -> Int? {
    let token = tokens.starts.partitioningIndex { Int($0) >= offset }
    return token < tokens.count && Int(tokens.starts[token]) == offset ? token : nil
  }

  static func paragraphs(of tokens: TokenTable) -> [TextSpan] {
    tokens.paragraphStarts.indices.compactMap { index in
      let first = Int(tokens.paragraphStarts[index])
      let next = index + 1
      let end =
        next < tokens.paragraphStarts.count ? Int(tokens.paragraphStarts[next]) : tokens.count
      guard first < end else { return nil }
      return TextSpan(start: tokens.span(first).start, end: tokens.span(end - 1).end)
    }
  }

  /// Drops the other facts; references follow.
  private static func keep(_ facts: inout [Fact], where isKept: [Bool], _ fields: FieldPlaces) {
    var places = [Int?](repeating: nil, count: facts.count)
    var count = 0
    for index in facts.indices where isKept[index] {
      places[index] = count
      if count < index { facts.swapAt(count, index) }
      count += 1
    }
    facts.removeLast(facts.count - count)
    fields.redirect(&facts, to: places)
  }

  // MARK: Speakers

  /// Sets who speaks in each quotation of a document whose entities are known.
  static func resolveSpeakers(
    in document: inout ExtractedDocument,
    engine: Engine,
    _ words: SpeakerWords,
    _ fields: FieldPlaces
  ) {
    let places = document.facts.indices.filter { document.facts[$0].schema == fields.quotation }
    guard !places.isEmpty else { return }
    for place in places {
      guard let name = fields.value(.speakerName, of: document.facts[place])?.string else {
        continue
      }
      let plain = uncapitalized(name, of: document.facts[place], engine: engine, fields)
      fields.set(.speakerName, of: &document.facts[place], to: .text(plain))
    }
    var scene = self.scene(of: document, engine: engine, words, fields)
    scene.quotations = places.map {
      quotation(of: document.facts[$0], in: document, engine: engine, words, fields)
    }
    for (place, name) in zip(places, SpeakerResolver.resolve(scene)) {
      fields.set(.speakerResolved, of: &document.facts[place], to: name.map { .text($0) })
      for field in internalFields { fields.set(field, of: &document.facts[place], to: nil) }
    }
  }
}
