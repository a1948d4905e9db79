import TextEngine

extension SpeakerResolver {
  enum Gender { case masculine, feminine }

  /// The person that a pronoun stands for.
  ///
  /// It is the one who spoke last, of people named by an office alone only where no other has spoken, unless somebody
  /// else has become the subject since; else the nearest person before, a subject rather than not, in this paragraph or
  /// in one of those before it.
  ///
  /// - Parameter span: The words. Who is named within them is not who says them: «Петров, по его словам, уехал».
  func person(
    before offset: Int,
    _ gender: Gender? = nil,
    outside span: TextSpan? = nil
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
    let paragraph = scene.paragraph(at: offset)
    let before = scene.mentions.partitioningIndex { $0.span.start >= offset }
    let candidates = scene.mentions[..<before].suffix(Self.maximumLook).filter {
      $0.isPerson && $0.span.end <= offset && fits($0)
        && scene.paragraph(at: $0.span.start) + Self.pronounReach >= paragraph
    }
    let subject = candidates.last { $0.isNominative }
    let spoke =
      previous(before: offset, reach: 2) { $0.isPerson && ($0.mention.map(fits) ?? true) }
      ?? previous(before: offset, reach: 2) { $0.isRole && fits($0.isMasculine, $0.isFeminine) }
    if let spoke {
      guard let subject, subject.span.start >= spoke.end else { return spoke.name }
      return subject.name
    }
    let near = candidates.filter { scene.paragraph(at: $0.span.start) == paragraph }
    return (near.last { $0.isNominative } ?? near.last ?? subject ?? candidates.last)?.name
  }

  /// The source that spoke last, if nobody knows its name either: it goes on speaking as «собеседник агентства».
  func unnamedSource(before offset: Int) -> Resolved? {
    let last = previous(before: offset, reach: Self.speakerReach) { _ in true }
    return last.flatMap { $0.isPerson || $0.mention != nil ? nil : $0 }
  }
}
