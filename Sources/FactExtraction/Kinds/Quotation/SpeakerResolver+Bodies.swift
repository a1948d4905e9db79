import TextEngine

extension SpeakerResolver {
  /// The longer name under which an earlier speaker or an organisation was named: «полиция» → «британская полиция».
  func fuller(_ name: String) -> String? {
    let wanted = NameWords(name)
    for place in earlier.indices.suffix(Self.maximumLook).reversed() {
      let words = earlier[place].words ?? NameWords(earlier[place].name)
      earlier[place].words = words
      if words.count > wanted.count, words.contains(wanted) { return earlier[place].name }
    }
    return nil
  }

  /// The organisation of a type whose name in Latin letters goes on: «компания Orda» is «Orda Software».
  ///
  /// Russian names are not cut so: «Тобол» and «Тобол Строй» are two.
  func whole(_ name: String, among types: [String], before offset: Int) -> String? {
    guard !types.isEmpty, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let wanted = NameWords(name)
    return scene.mentions(before: offset).last { mention in
      guard let type = mention.type, types.contains(type), mention.name.utf8.count > name.utf8.count
      else { return false }
      let words = NameWords(mention.name)
      return words.count > wanted.count && words.starts(with: wanted)
    }?.name
  }

  /// The types of bodies whose names say what they are, so that a longer one is the same body.
  private static let official: Set<String> = [
    "agency", "ministry", "police", "prosecutor", "court", "council", "army", "government",
  ]

  /// The one name of the document that goes on where the name of an official body ends: «МВД» → «МВД Карии».
  func whole(_ name: String) -> String? {
    guard let mention = mention(named: name), let type = mention.type,
      Self.official.contains(type)
    else { return nil }
    let wanted = NameWords(name)
    var found: String?
    for other in scene.mentions.prefix(Self.maximumLook)
    where other.type == type && other.name.utf8.count > name.utf8.count && other.name != found {
      let words = NameWords(other.name)
      guard words.count > wanted.count, words.starts(with: wanted) else { continue }
      guard found == nil else { return nil }
      found = other.name
    }
    return found
  }

  /// The organisation that adjectives and a word for its class stand for: «влиятельное издание».
  ///
  /// It is the one that spoke last, else the only one of such a type; of a country's body the name must tell the country.
  func describedBody(of quotation: SpeakerScene.Quotation, at offset: Int) -> String? {
    func fits(_ mention: SpeakerScene.Mention) -> Bool {
      guard !mention.isPerson, let type = mention.type, quotation.bodyTypes.contains(type),
        mention.name != quotation.named
      else { return false }
      guard let country = quotation.country else { return true }
      return names(country, in: mention.name)
    }
    if let spoke = previous(before: offset, reach: 1, where: { $0.mention.map(fits) ?? false }) {
      return spoke.name
    }
    let paragraph = scene.paragraph(at: offset)
    let candidates = scene.mentions(before: offset).filter {
      scene.paragraph(at: $0.span.start) + Self.bodyReach >= paragraph && fits($0)
    }
    guard let last = candidates.last, candidates.allSatisfy({ $0.name == last.name }) else {
      return nil
    }
    return last.name
  }

  /// Whether a name has a country in it, in any case: «МИД Карии» has «Кария».
  private func names(_ country: String, in name: String) -> Bool {
    guard let first = NameWords(country).words.first else { return false }
    let stem = first.count > 4 ? first.dropLast(2) : first[...]
    return NameWords(name).words.contains { $0.hasPrefix(stem) }
  }

  /// The organisation that a word for its class stands for.
  ///
  /// It is one of the word's types, or has the word in its name. The one that spoke last comes first, then the nearest that
  /// can be the subject of its sentence; further back it must be the only one.
  ///
  ///     «Самрук» открыл завод. «…», — сообщили в компании.
  func body(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> String? {
    let wanted = NameWords(name)
    guard wanted.count == 1 else { return nil }
    func fits(_ mention: SpeakerScene.Mention) -> Bool {
      guard !mention.isPerson else { return false }
      let words = NameWords(mention.name)
      if let type = mention.type, quotation.bodyTypes.contains(type) { return words != wanted }
      return words.count > 1 && words.contains(wanted)
    }
    if let spoke = previous(before: offset, reach: 1, where: { $0.mention.map(fits) ?? false }) {
      return cited(by: spoke.name, before: offset, where: fits) ?? spoke.name
    }
    let paragraph = scene.paragraph(at: offset)
    func distance(_ mention: SpeakerScene.Mention) -> Int {
      paragraph - scene.paragraph(at: mention.span.start)
    }
    let candidates = scene.mentions(before: offset).filter { mention in
      distance(mention) <= Self.bodyReach && fits(mention) && !quotation.span.contains(mention.span)
    }
    guard let last = candidates.last else { return nil }
    let near = distance(last)
    guard near <= 1 else {
      return candidates.allSatisfy { $0.name == last.name } ? last.name : nil
    }
    let subject = candidates.last { $0.isNominative && distance($0) == near }
    return (subject ?? last).name
  }

  /// The source that a newsroom named when it spoke: «Как сообщает ТАСС со ссылкой на „Вести“, … По данным издания, …».
  private func cited(
    by name: String,
    before offset: Int,
    where fits: (SpeakerScene.Mention) -> Bool
  ) -> String? {
    let near = Array(scene.mentions(before: offset))
    guard let teller = near.lastIndex(where: { $0.name == name }), teller + 1 < near.count,
      near[teller + 1].isCited, fits(near[teller + 1])
    else { return nil }
    return near[teller + 1].name
  }

  /// The organisation that spoke last, for a word that says nothing of its type: «сторона», «руководство».
  func organisation(for name: String, at offset: Int) -> String? {
    guard NameWords(name).count == 1 else { return nil }
    return previous(before: offset, reach: 1) { !$0.isPerson }?.name
  }

  /// Whoever the words for a document say that it is of: by name, as the body of a class, as the holder of an office, or
  /// by a pronoun.
  func author(of quotation: SpeakerScene.Quotation, at span: TextSpan) -> String? {
    author(in: span) ?? authorBody(of: quotation, at: span.start)
      ?? authorHolder(of: quotation, at: span) ?? authorSubject(of: quotation, at: span.start)
  }

  /// Who holds the office that the words for a document name: «письмо главы региона».
  private func authorHolder(of quotation: SpeakerScene.Quotation, at span: TextSpan) -> String? {
    let next = scene.openRoles.partitioningIndex { $0.span.start > span.start }
    guard next < scene.openRoles.count, span.contains(scene.openRoles[next].span) else {
      return nil
    }
    // «Сайт президента» is not his own.
    guard !quotation.strangerTypes.contains(SpeakerWords.person) else { return nil }
    let role = scene.openRoles[next]
    var author = quotation
    author.speaker = TextSpan(start: role.span.start, end: span.end)
    (author.role, author.office) = (role.name, role.office)
    (author.isMasculine, author.isFeminine) = (true, true)
    return holder(of: author, role.name, at: span.start)
  }

  /// The subject of the sentence before, where a document is «его письмо».
  private func authorSubject(of quotation: SpeakerScene.Quotation, at offset: Int) -> String? {
    guard let owner = quotation.owner else { return nil }
    let paragraph = scene.paragraph(at: offset)
    return scene.mentions(before: offset).last { mention in
      guard mention.isNominative, scene.paragraph(at: mention.span.start) == paragraph else {
        return false
      }
      guard mention.isPerson else { return true }
      return owner == .masculine && mention.isMasculine
        || owner == .feminine && mention.isFeminine
    }?.name
  }

  /// Whoever is named inside the words for a document: «сообщение МВД» → «МВД».
  private func author(in span: TextSpan) -> String? {
    let first = scene.mentions.partitioningIndex { $0.span.start >= span.start + 1 }
    let inside = scene.mentions[first...].prefix(8).filter { span.contains($0.span) }
    let longest = inside.max { $0.span.count < $1.span.count }
    return longest?.name
  }

  /// The organisation whose a document is by the class of body that its words name: «сообщение ведомства».
  func authorBody(of quotation: SpeakerScene.Quotation, at offset: Int) -> String? {
    guard let name = quotation.authorClass, !quotation.authorTypes.isEmpty else { return nil }
    var author = quotation
    author.bodyTypes = quotation.authorTypes
    guard let found = body(of: author, name, at: offset) else { return nil }
    return quotation.country.map { names($0, in: found) } ?? true ? found : nil
  }

  /// Whoever wrote a document that is named by one word: the organisation that spoke last, else the last that acted.
  ///
  /// A newsroom that tells of a document has not written it.
  func source(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> String? {
    guard NameWords(name).count == 1 || quotation.isPlain && quotation.country == nil else {
      return nil
    }
    func isStranger(_ mention: SpeakerScene.Mention?) -> Bool {
      mention?.type.map(quotation.strangerTypes.contains) ?? false
    }
    if let spoke = previous(
      before: offset,
      reach: 1,
      where: { !$0.isPerson && !isStranger($0.mention) }
    ) {
      return spoke.name
    }
    let paragraph = scene.paragraph(at: offset)
    // Who is named in the words themselves has not written them.
    return scene.mentions(before: offset).last {
      !$0.isPerson && $0.isNominative && !isStranger($0) && !quotation.span.contains($0.span)
        && scene.paragraph(at: $0.span.start) + 1 >= paragraph
    }?.name
  }
}
