import TextEngine

extension SpeakerResolver {
  enum Gender { case masculine, feminine }

  /// The person that a pronoun stands for.
  ///
  /// It is the one who spoke last, of people without a name only in the same paragraph or where no other has spoken, unless
  /// somebody else has become the subject since; else the nearest person before, a subject rather than not, in this
  /// paragraph or in one of those before it.
  ///
  /// - Parameters:
  ///   - span: The words. Who is named within them is not who says them: «Петров, по его словам, уехал».
  ///   - isNamed: Whether it is to be somebody with a name.
  func person(
    before offset: Int,
    _ gender: Gender? = nil,
    outside span: TextSpan? = nil,
    isNamed: Bool = false
  ) -> String? {
    func fits(_ isMasculine: Bool, _ isFeminine: Bool) -> Bool {
      switch gender {
      case .masculine: isMasculine
      case .feminine: isFeminine
      case nil: true
      }
    }
    func fits(_ mention: SpeakerScene.Mention) -> Bool {
      fits(mention.isMasculine, mention.isFeminine) && !(span?.contains(mention.span) ?? false)
    }
    // The verb tells the sex of a name that is anybody's: «„…“, — отметил Кенже».
    func fits(_ spoken: Resolved) -> Bool {
      guard let mention = spoken.mention else { return true }
      guard mention.isNominative, spoken.isMasculine != spoken.isFeminine else {
        return fits(mention)
      }
      return fits(spoken.isMasculine, spoken.isFeminine) && !(span?.contains(mention.span) ?? false)
    }
    let paragraph = scene.paragraph(at: offset)
    let candidates = scene.mentions(before: offset).filter {
      $0.isPerson && $0.span.end <= offset && fits($0)
        && scene.paragraph(at: $0.span.start) + Self.pronounReach >= paragraph
    }
    let subject = candidates.last { $0.isNominative }
    let spoke =
      previous(before: offset, reach: 0) {
        $0.isPerson && fits($0)
          || !isNamed && $0.isRole && fits($0.isMasculine, $0.isFeminine)
      }
      ?? previous(before: offset, reach: 2) { $0.isPerson && fits($0) }
      ?? previous(before: offset, reach: 2) {
        !isNamed && $0.isRole && fits($0.isMasculine, $0.isFeminine)
      }
    if let spoke {
      guard let subject, subject.span.start >= spoke.end else { return spoke.name }
      return subject.name
    }
    let near = candidates.filter { scene.paragraph(at: $0.span.start) == paragraph }
    return (near.last { $0.isNominative } ?? near.last ?? subject ?? candidates.last)?.name
  }

  /// Who a pronoun is: a person, else the body that the paragraph is about.
  ///
  ///     Об этом пишет газета «Вести». По её данным, …
  func bearer(of quotation: SpeakerScene.Quotation, _ gender: Gender, at offset: Int) -> String? {
    if let found = person(before: offset, gender, outside: quotation.span) { return found }
    if let found = person(before: offset, gender) { return found }
    if let spoke = previous(before: offset, reach: 0, where: { !$0.isPerson && !$0.isRole }) {
      return spoke.name
    }
    let paragraph = scene.paragraph(at: offset)
    return scene.mentions(before: offset).last {
      !$0.isPerson && $0.isNominative && scene.paragraph(at: $0.span.start) == paragraph
    }?.name
  }

  /// The last person of the paragraph before who is not the subject, else somebody without a name.
  ///
  ///     Петров позвонил Белову. Тот ответил …
  func latter(_ quotation: SpeakerScene.Quotation, at offset: Int) -> String? {
    let paragraph = scene.paragraph(at: offset)
    let other = scene.mentions(before: offset).last {
      $0.isPerson && !$0.isNominative && scene.paragraph(at: $0.span.start) == paragraph
        && canSpeak($0.name, in: quotation)
    }
    if let other { return other.name }
    let next = scene.openRoles.partitioningIndex { $0.span.start >= offset }
    guard next > 0, scene.paragraph(at: scene.openRoles[next - 1].span.start) == paragraph else {
      return nil
    }
    return scene.openRoles[next - 1].name
  }

  /// Who somebody is that is called by whose he is: «её адвокат» → «адвокат Анны Беловой».
  func owned(_ quotation: SpeakerScene.Quotation, _ name: String, at offset: Int) -> String? {
    let gender: Gender
    switch quotation.owner {
    case .masculine: gender = .masculine
    case .feminine: gender = .feminine
    default: return nil
    }
    guard let space = name.firstIndex(of: " "),
      let owner = person(before: offset, gender, isNamed: true)
    else { return nil }
    let genitive = scene.mentions.first { $0.isPerson && $0.name == owner && $0.genitive != nil }
    return genitive?.genitive.map { name[name.index(after: space)...] + " " + $0 }
  }

  /// The source that spoke last, if nobody knows its name either: it goes on speaking as «собеседник агентства».
  func unnamedSource(before offset: Int) -> Resolved? {
    let last = previous(before: offset, reach: Self.speakerReach) { _ in true }
    return last.flatMap { $0.isPerson || $0.mention != nil ? nil : $0 }
  }
}
