import TextEngine

/// What a document tells about those who speak in it.
extension QuotationFinisher {
  static func scene(
    of document: ExtractedDocument,
    engine: Engine,
    _ words: SpeakerWords,
    _ fields: FieldPlaces
  ) -> SpeakerScene {
    var scene = SpeakerScene()
    scene.paragraphStarts = paragraphs(of: engine.document.tokens).map(\.start)
    // A name that can be of either gender here may be clear elsewhere in the document.
    var genders = document.entities.map { _ in Cells.all }
    for fact in document.facts {
      guard let entity = fact.entity, genders.indices.contains(entity) else { continue }
      var here = fact.cells.inAnyCase
      switch fields.value(.sex, of: fact)?.string {
      case "masc": here = .masculine
      case "fem": here = .feminine
      default: break
      }
      let narrowed = genders[entity].intersection(here)
      if !narrowed.isEmpty { genders[entity] = narrowed }
    }
    var dated = -1
    for fact in document.facts {
      if fact.schema == fields.date { dated = max(dated, fact.tokens.upperBound) }
      guard let entity = fact.entity, document.entities.indices.contains(entity) else {
        add(fact, of: document, engine: engine, words, fields, to: &scene)
        continue
      }
      scene.mentions.append(
        SpeakerScene.Mention(
          span: fact.span,
          name: document.entities[entity].name,
          isPerson: fact.schema == fields.person,
          type: fields.value(.type, of: fact)?.string,
          isMasculine: !genders[entity].isDisjoint(with: .masculine),
          isFeminine: !genders[entity].isDisjoint(with: .feminine),
          isNominative: canBeSubject(fact, behind: dated, engine: engine, words, fields),
          isCited: words.isCited(at: fact.tokens.lowerBound),
          genitive: genitive(fact, named: document.entities[entity].name, engine: engine, fields)
        )
      )
    }
    return scene
  }

  /// A person's full name in the genitive, where it stands so: «адвокат Ивана Петрова».
  private static func genitive(
    _ fact: Fact,
    named name: String,
    engine: Engine,
    _ fields: FieldPlaces
  ) -> String? {
    guard fact.schema == fields.person, !fact.cells.isDisjoint(with: .genitive) else { return nil }
    let text = engine.text(of: fact.tokens)
    // «Иванова» is no form of a name in other letters: «Ivan Petrov».
    guard text.first == name.first,
      text == name || NameWords(text).count == NameWords(name).count
    else { return nil }
    // Of a man's name that stands as in the nominative nobody knows whether it is ever declined.
    return text != name || fields.value(.sex, of: fact)?.string == "fem" ? text : nil
  }

  /// Whether somebody can be the subject of a sentence.
  ///
  /// An organisation that is never declined is none behind a preposition or a noun: «посол при ООН», «глава ООН». One where
  /// somebody speaks is the subject in all but the case: «сообщили в МВД».
  ///
  /// - Parameter date: The token behind the last date: in «5 мая 2010 года ООН …» no noun is before the name.
  private static func canBeSubject(
    _ fact: Fact,
    behind date: Int,
    engine: Engine,
    _ words: SpeakerWords,
    _ fields: FieldPlaces
  ) -> Bool {
    let verb = fact.tokens.lowerBound - 2
    if fact.schema != fields.person, verb >= 0, words.isVerb(verb),
      engine.union(ofReadings: verb + 1).some.contains(.preposition),
      engine.union(ofReadings: verb).some.isSuperset(of: [.verb, .past, .plural])
    {
      return true
    }
    guard !fact.cells.isDisjoint(with: .nominative) else { return false }
    if fact.schema == fields.person, let name = fields.value(.name, of: fact)?.string {
      // What was decided of the whole document tells more than the words: «с Желько Бувачем».
      let text = engine.text(of: fact.tokens)
      if text != name {
        let (words, own) = (NameWords(text), NameWords(name))
        guard words.count != own.count || words.isLike(own) else { return false }
      }
    }
    let start = fact.tokens.lowerBound
    guard fact.schema != fields.person, start > 0, start != date,
      !engine.document.tokens.flags[start].contains(.sentenceStart)
    else { return true }
    return engine.union(ofReadings: start - 1).some.isDisjoint(with: [.preposition, .noun])
  }

  /// The tokens of a position, with those of the organisation right behind it: «глава правительства».
  private static func officeTokens(
    of fact: Fact,
    in document: ExtractedDocument,
    _ fields: FieldPlaces
  ) -> Range<Int> {
    guard case .reference(let target)? = fields.value(.organisation, of: fact),
      document.facts.indices.contains(target),
      document.facts[target].tokens.lowerBound == fact.tokens.upperBound
    else { return fact.tokens }
    return fact.tokens.lowerBound..<document.facts[target].tokens.upperBound
  }

  /// Adds the role that a fact names, if it is a position.
  private static func add(
    _ fact: Fact,
    of document: ExtractedDocument,
    engine: Engine,
    _ words: SpeakerWords,
    _ fields: FieldPlaces,
    to scene: inout SpeakerScene
  ) {
    guard fields.place(.person, in: fact.schema) != nil,
      let name = fields.value(.name, of: fact)?.string
    else { return }
    let tokens = officeTokens(of: fact, in: document, fields)
    let office = words.office(in: tokens) ?? office(of: fact, in: document, words, fields)
    let behindRole = fact.tokens.upperBound
    let end = min(behindRole + 2, engine.document.tokens.count)
    let place = fields.value(.place, of: fact)?.string
    let seat = SpeakerScene.Seat(
      place: place.map { words.place(in: behindRole..<max(behindRole, end)) ?? $0 },
      organisation: named(.organisation, of: fact, in: document, fields)
    )
    if let person = named(.person, of: fact, in: document, fields) {
      scene.roles.append(
        SpeakerScene.Role(
          span: fact.span,
          name: name,
          person: person,
          office: office,
          seat: seat,
          isHead: words.isHead(fact.tokens)
        )
      )
    } else {
      let behind = fact.tokens.upperBound..<tokens.upperBound
      let whole = behind.isEmpty ? name : name + " " + engine.text(of: behind)
      scene.openRoles.append(
        SpeakerScene.OpenRole(span: fact.span, name: whole, office: office, seat: seat)
      )
    }
  }

  /// The office that the type of an organisation tells: «глава венгерского правительства» is a prime minister.
  private static func office(
    of fact: Fact,
    in document: ExtractedDocument,
    _ words: SpeakerWords,
    _ fields: FieldPlaces
  ) -> String? {
    guard case .reference(let target)? = fields.value(.organisation, of: fact),
      document.facts.indices.contains(target),
      let type = fields.value(.type, of: document.facts[target])?.string
    else { return nil }
    return words.office(ofHead: fact.tokens, at: type)
  }

  /// The fullest name that the document gives whoever a field of a fact refers to.
  static func named(
    _ field: FieldName,
    of fact: Fact,
    in document: ExtractedDocument,
    _ fields: FieldPlaces
  ) -> String? {
    guard case .reference(let target)? = fields.value(field, of: fact),
      document.facts.indices.contains(target)
    else { return nil }
    let referred = document.facts[target]
    guard let entity = referred.entity, document.entities.indices.contains(entity) else {
      return fields.value(.name, of: referred)?.string
    }
    return document.entities[entity].name
  }
}
