import TextEngine

extension SpeakerResolver {
  /// Whether a person can be the subject of a quotation's verb.
  private func canSpeak(_ name: String, in quotation: SpeakerScene.Quotation) -> Bool {
    guard quotation.isMasculine || quotation.isFeminine else { return false }
    guard let mention = mention(named: name) else { return true }
    return mention.isMasculine && quotation.isMasculine
      || mention.isFeminine && quotation.isFeminine
  }

  /// The person who holds a role.
  ///
  /// By the role's name, else whoever spoke last in the paragraph and holds no other office, else by another name of the
  /// office, else an office that has been named more fully without its holder, else for a single word whoever spoke last.
  func holder(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> String? {
    let wanted = NameWords(name)
    let (holder, before, after) = holders(of: quotation, name, at: offset)
    if let holder { return holder }
    let office = quotation.office == SpeakerWords.anyOffice ? nil : quotation.office
    func spokeLast(reach: Int) -> String? {
      guard wanted.count == 1 else { return nil }
      return previous(before: offset, reach: reach) { spoke in
        spoke.isPerson && canSpeak(spoke.name, in: quotation)
          && (office == nil || offices[spoke.name] == nil)
      }?.name
    }
    func bears(_ role: HeldRole) -> Bool {
      role.role.office == office && canSpeak(role.role.person, in: quotation)
    }
    if let spoke = spokeLast(reach: 0) { return spoke }
    if office != nil, let holder = before.last(where: bears) ?? after.first(where: bears) {
      return holder.role.person
    }
    // Anybody may be a journalist, but not a prosecutor.
    let open = office != nil ? openRole(wanted, before: offset) : nil
    return open ?? spokeLast(reach: 2)
  }

  /// The fuller name of a role that nobody is named to hold: «прокурор» → «прокурор района».
  private func openRole(_ wanted: NameWords, before offset: Int) -> String? {
    guard wanted.count == 1 else { return nil }
    let before = scene.openRoles.partitioningIndex { $0.span.start >= offset }
    return scene.openRoles[..<before].suffix(Self.maximumLook).last { role in
      let words = NameWords(role.name)
      return words.count > 1 && words.starts(with: wanted)
    }?.name
  }

  /// The person whose role has the name of a quotation's speaker, and the roles before and after an offset.
  func holders(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> (named: String?, before: ArraySlice<HeldRole>, after: ArraySlice<HeldRole>) {
    let wanted = NameWords(name)
    let head = quotation.role.map { NameWords($0) }
    func fits(_ role: HeldRole) -> Bool {
      let held = role.words
      guard canSpeak(role.role.person, in: quotation) else { return false }
      if held == wanted || held.contains(wanted) || wanted.starts(with: held) { return true }
      guard let head else { return false }
      return held == head || (wanted.count == 1 && held.contains(head))
    }
    let next = roles.partitioningIndex { $0.role.span.start >= offset }
    let before = roles[..<next].suffix(Self.maximumLook)
    let after = roles[next...].prefix(Self.maximumLook)
    let named = before.last(where: fits) ?? after.first(where: fits)
    return (named?.role.person, before, after)
  }
}
