import TextEngine

extension SpeakerResolver {
  /// The longer name under which an earlier speaker or an organisation was named: «полиция» → «британская полиция».
  func fuller(_ name: String) -> String? {
    let wanted = NameWords(name)
    return earlier.suffix(Self.maximumLook).last {
      $0.words.count > wanted.count && $0.words.contains(wanted)
    }?.name
  }

  func organisation(for name: String, at offset: Int) -> String? {
    guard NameWords(name).count == 1 else { return nil }
    return previous(before: offset, reach: 1) { !$0.isPerson }?.name
  }

  /// Whoever is named inside the words for a document: «сообщение МВД» → «МВД».
  func author(in span: TextSpan) -> String? {
    let first = scene.mentions.partitioningIndex { $0.span.start >= span.start + 1 }
    let inside = scene.mentions[first...].prefix(8).filter { span.contains($0.span) }
    let longest = inside.max { $0.span.count < $1.span.count }
    return longest?.name
  }

  /// Whoever wrote a document that is named by one word: the organisation that spoke last, else the last that acted.
  func source(for name: String, at offset: Int) -> String? {
    guard NameWords(name).count == 1 else { return nil }
    if let spoke = previous(before: offset, reach: 1, where: { !$0.isPerson }) { return spoke.name }
    let paragraph = scene.paragraph(at: offset)
    let before = scene.mentions.partitioningIndex { $0.span.start >= offset }
    return scene.mentions[..<before].suffix(Self.maximumLook).last {
      !$0.isPerson && $0.isNominative && scene.paragraph(at: $0.span.start) + 1 >= paragraph
    }?.name
  }
}
