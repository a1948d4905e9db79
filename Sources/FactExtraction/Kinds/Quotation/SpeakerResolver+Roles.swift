import TextEngine

extension SpeakerResolver {
  /// Whether a person can be the subject of a quotation's verb.
  func canSpeak(_ name: String, in quotation: SpeakerScene.Quotation) -> Bool {
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
    let roles = roles(around: offset)
    let office = quotation.office == SpeakerWords.anyOffice ? nil : quotation.office
    // «Глава региона» is a governor rather than whoever is head of anything.
    if office == name, wanted.count > 1,
      let bearer = holder(of: quotation, among: roles, where: { $0.role.office == office })
    {
      return bearer
    }
    if let holder = namedHolder(of: quotation, name, among: roles) { return holder }
    func canBe(_ person: String) -> Bool {
      canSpeak(person, in: quotation) && (office == nil || !officeHolders.contains(person))
        && !(quotation.isSoleOffice && roleHolders.contains(person))
    }
    func spokeLast(reach: Int) -> String? {
      guard wanted.count == 1,
        let spoke = previous(
          before: offset,
          reach: reach,
          where: { $0.isPerson && canBe($0.name) }
        )
      else { return nil }
      // Somebody else may have become the subject: «…», — сказал Белов. Петров против. По словам бизнесмена, …».
      let subject = scene.mentions(before: offset).last {
        $0.span.start >= spoke.end && $0.isPerson && $0.isNominative && canBe($0.name)
      }
      return subject?.name ?? spoke.name
    }
    if let spoke = spokeLast(reach: 0) { return spoke }
    for office in [office, quotation.otherOffice].compactMap({ $0 }) {
      let bearer = holder(of: quotation, among: roles) { $0.role.office == office }
      if let bearer { return bearer }
    }
    // Anybody may be a journalist, but not a prosecutor.
    let open = office != nil ? openRole(wanted, before: offset) : nil
    return open ?? spokeLast(reach: 2) ?? onlyHead(of: quotation, among: roles)
      ?? onlyPerson(of: quotation, before: offset)
  }

  /// The one person who is at the head of that of which somebody is called the head: «основатель Orda» for «глава Orda».
  private func onlyHead(
    of quotation: SpeakerScene.Quotation,
    among roles: (before: ArraySlice<HeldRole>, after: ArraySlice<HeldRole>)
  ) -> String? {
    let seat = seat(of: quotation)
    guard quotation.isAnyHead, seat != SpeakerScene.Seat() else { return nil }
    var only: String?
    for (role, _) in Array(roles.before) + roles.after
    where role.isHead && role.seat == seat && canSpeak(role.person, in: quotation) {
      guard role.person == only ?? role.person else { return nil }
      only = role.person
    }
    return only
  }

  /// The person whom a text calls by what he is: whoever spoke last, else the one who is named most.
  ///
  ///     Победила Анна Белова. Тренер Беловой рад. По словам спортсменки, …
  func described(by quotation: SpeakerScene.Quotation, at offset: Int) -> String? {
    guard quotation.isDescription else { return nil }
    if let spoke = previous(
      before: offset,
      reach: 1,
      where: { $0.isPerson && canSpeak($0.name, in: quotation) }
    ) {
      return spoke.name
    }
    var best: (name: String, count: Int)?
    for mention in scene.mentions(before: offset)
    where mention.isPerson && canSpeak(mention.name, in: quotation) {
      let count = namings[number(of: mention.name)]
      // Of those that are named as often, the last.
      if count >= best?.count ?? 0 { best = (mention.name, count) }
    }
    return best?.name
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

  /// The roles before an offset, and those behind it.
  private func roles(around offset: Int) -> (
    before: ArraySlice<HeldRole>, after: ArraySlice<HeldRole>
  ) {
    let next = roles.partitioningIndex { $0.role.span.start >= offset }
    return (roles[..<next].suffix(Self.maximumLook), roles[next...].prefix(Self.maximumLook))
  }

  /// The person whose role has the name of a quotation's speaker.
  func namedHolder(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> String? {
    namedHolder(of: quotation, name, among: roles(around: offset))
  }

  private func namedHolder(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    among roles: (before: ArraySlice<HeldRole>, after: ArraySlice<HeldRole>)
  ) -> String? {
    let wanted = NameWords(name)
    let head = quotation.role.map { NameWords($0) }
    let office = quotation.office == SpeakerWords.anyOffice ? nil : quotation.office
    let seat = seat(of: quotation)
    return holder(of: quotation, among: roles) { role in
      // «Глава региона» is not «глава завода», though both are «глава».
      if let office, let another = role.role.office, office != another { return false }
      guard !seat.isOfAnotherKind(than: role.role.seat) else { return false }
      let held = role.words
      if held == wanted || held.contains(wanted) || wanted.starts(with: held) { return true }
      guard let head else { return false }
      return held == head || (wanted.count == 1 && held.contains(head))
    }
  }

  /// The nearest person before, else behind, whose role fits and is not held elsewhere; first who holds it in the same place.
  private func holder(
    of quotation: SpeakerScene.Quotation,
    among roles: (before: ArraySlice<HeldRole>, after: ArraySlice<HeldRole>),
    where fits: (HeldRole) -> Bool
  ) -> String? {
    let seat = seat(of: quotation)
    let offset = quotation.speaker?.start ?? quotation.span.start
    func nearest(_ isAllowed: (SpeakerScene.Seat) -> Bool) -> String? {
      func isHolder(_ role: HeldRole) -> Bool {
        fits(role) && isAllowed(role.role.seat) && canSpeak(role.role.person, in: quotation)
      }
      if let last = roles.before.last(where: isHolder) {
        // Who has spoken since goes on: «Форвард Петров доволен, хвалит форвард и Белова. Петров рад. Форвард уверен …».
        let spoke = previous(before: offset, reach: 2) { spoke in
          spoke.isPerson && spoke.end >= last.role.span.start
            && roles.before.contains { $0.role.person == spoke.name && isHolder($0) }
        }
        return spoke?.name ?? last.role.person
      }
      return roles.after.first(where: isHolder)?.role.person
    }
    if seat != SpeakerScene.Seat(), let holder = nearest({ $0 == seat }) { return holder }
    return nearest(seat.canBe)
  }

  /// Where the role is held that is a quotation's speaker: «премьер-министр Норвегии».
  private func seat(of quotation: SpeakerScene.Quotation) -> SpeakerScene.Seat {
    openRole(of: quotation)?.seat ?? SpeakerScene.Seat()
  }

  /// The office that is a quotation's speaker, as the organisation tells; «дочь губернатора» holds none.
  func openOffice(of quotation: SpeakerScene.Quotation) -> String? {
    guard let role = openRole(of: quotation), role.span.start == quotation.speaker?.start else {
      return nil
    }
    return role.office
  }

  /// The role of nobody with a name that is a quotation's speaker.
  func openRole(of quotation: SpeakerScene.Quotation) -> SpeakerScene.OpenRole? {
    guard let speaker = quotation.speaker else { return nil }
    let next = scene.openRoles.partitioningIndex { $0.span.start >= speaker.start }
    guard next < scene.openRoles.count, scene.openRoles[next].span.end <= speaker.end else {
      return nil
    }
    return scene.openRoles[next]
  }

  /// The one person of the text so far, who may be known to hold an office without a word of it.
  private func onlyPerson(of quotation: SpeakerScene.Quotation, before offset: Int) -> String? {
    guard quotation.isKnownOffice else { return nil }
    var only: String?
    for mention in scene.mentions(before: offset) where mention.isPerson {
      guard mention.name == only ?? mention.name else { return nil }
      only = mention.name
    }
    guard let only, canSpeak(only, in: quotation), !roleHolders.contains(only) else { return nil }
    return only
  }
}
