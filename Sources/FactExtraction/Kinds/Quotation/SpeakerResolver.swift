import TextEngine

/// Decides who the speaker of each quotation is, where the text tells.
///
///     Болысбек Мухаммед открыл форум. «…», — сказал он. «…», — добавил спикер.
///
/// «он» is the nearest earlier person of that gender, «спикер» whoever spoke before; both are «Болысбек Мухаммед».
/// A speaker that stays unclear stays nil.
struct SpeakerResolver: Sendable {
  /// The furthest paragraph back in which a pronoun finds its person.
  private static let pronounReach = 3
  /// The furthest paragraph back in which «спикер» finds the one who spoke.
  private static let speakerReach = 6

  /// Who spoke, and where.
  private struct Resolved {
    var name: String
    var isPerson: Bool
    /// Whether it is somebody who is named by an office alone: «прокурор».
    var isRole: Bool
    /// Whether it can be a man and a woman, as the verb tells.
    var isMasculine: Bool
    var isFeminine: Bool
    var mention: SpeakerScene.Mention?
    var words: NameWords
    var paragraph: Int
    var end: Int
  }

  /// The most mentions, roles or speakers that are looked at for one quotation, so that a long text takes linear time.
  private static let maximumLook = 200

  /// A role that somebody holds, and the words of its name.
  private typealias HeldRole = (role: SpeakerScene.Role, words: NameWords)

  private let scene: SpeakerScene
  private let roles: [HeldRole]
  /// The offices of those who hold some, as `OfficeWords` has them.
  private let offices: [String: Set<String>]
  /// The names of mentions as numbers.
  private let names: SymbolTable
  /// For each of them the first mention that bears it.
  private let firstMentions: [Int]
  /// The names of people by their last word, each once.
  private let peopleByLastWord: [String: [(name: String, words: NameWords)]]
  private var earlier: [Resolved] = []

  private init(_ scene: SpeakerScene) {
    self.scene = scene
    roles = scene.roles.map { ($0, NameWords($0.name)) }
    offices = scene.roles.reduce(into: [:]) { offices, role in
      if let office = role.office { offices[role.person, default: []].insert(office) }
    }
    var people: [String: [(name: String, words: NameWords)]] = [:]
    var names = SymbolTable()
    // No name has the number 0.
    var firstMentions = [-1]
    var isMet = [false]
    for (place, mention) in scene.mentions.enumerated() {
      let name = Int(names.intern(Array(mention.name.utf8)))
      if name == firstMentions.count {
        firstMentions.append(place)
        isMet.append(false)
      }
      guard mention.isPerson, !isMet[name] else { continue }
      isMet[name] = true
      let words = NameWords(mention.name)
      guard let last = words.words.last else { continue }
      people[last, default: []].append((mention.name, words))
    }
    peopleByLastWord = people
    (self.names, self.firstMentions) = (names, firstMentions)
  }

  /// The first mention that bears a name.
  private func mention(named name: String) -> SpeakerScene.Mention? {
    let number = Int(names.symbol(Array(name.utf8).span))
    return number > 0 ? scene.mentions[firstMentions[number]] : nil
  }

  /// The fullest name of each quotation's speaker, in the order of the scene's quotations.
  static func resolve(_ scene: SpeakerScene) -> [String?] {
    var resolver = SpeakerResolver(scene)
    return scene.quotations.map { resolver.resolve($0) }
  }

  private mutating func resolve(_ quotation: SpeakerScene.Quotation) -> String? {
    let found = speaker(of: quotation)
    guard let found else { return nil }
    let mention = mention(named: found)
    let kinds: [SpeakerKind?] = [.masculine, .feminine, .omitted]
    earlier.append(
      Resolved(
        name: found,
        isPerson: mention?.isPerson ?? (kinds.contains(quotation.kind)),
        isRole: mention == nil && quotation.kind == .role,
        isMasculine: quotation.isMasculine,
        isFeminine: quotation.isFeminine,
        mention: mention,
        words: NameWords(found),
        paragraph: scene.paragraph(at: quotation.span.start),
        end: max(quotation.span.end, quotation.speaker?.end ?? 0)
      )
    )
    return found
  }

  private func speaker(of quotation: SpeakerScene.Quotation) -> String? {
    guard let span = quotation.speaker, let name = quotation.name else {
      return unnamed(quotation)
    }
    switch quotation.kind {
    case .masculine: return person(before: span.start, .masculine, outside: quotation.span)
    case .feminine: return person(before: span.start, .feminine, outside: quotation.span)
    case .plural: return previous(before: span.start, reach: 1) { !$0.isPerson }?.name
    case .generic:
      return previous(before: span.start, reach: Self.speakerReach) { _ in true }?.name ?? name
    case .source: return unnamedSource(before: span.start)?.name ?? name
    case .role: return holder(of: quotation, name, at: span.start) ?? fuller(name) ?? name
    case .body: return fuller(name) ?? organisation(for: name, at: span.start) ?? name
    case .document: return author(in: span) ?? source(for: name, at: span.start) ?? name
    case .omitted: return unnamed(quotation)
    case nil:
      if let full = quotation.person ?? fullName(of: name) { return full }
      let holder =
        quotation.office != nil
        ? holder(of: quotation, name, at: span.start)
        : holders(of: quotation, name, at: span.start).named
      return holder ?? name
    }
  }

  /// The full name of the one person whose family name this is: «Рожков» → «Григорий Рожков».
  private func fullName(of name: String) -> String? {
    let wanted = NameWords(name)
    guard let last = wanted.words.last, let people = peopleByLastWord[last] else { return nil }
    // More people of one name than are looked at tell nobody apart.
    guard people.count <= Self.maximumLook else { return nil }
    let fuller = people.lazy.filter { person in
      guard person.words.count >= wanted.count, person.words != wanted else { return false }
      return wanted.count == 1 || person.words.words.first?.first == wanted.words.first?.first
    }.prefix(2)
    guard let person = fuller.first, fuller.count == 1 else { return nil }
    return person.name
  }

  /// The speaker where the text names none: the last person for a verb without its subject; for words without a verb
  /// whoever spoke last in the same paragraph, since with a new paragraph of a dialogue somebody else may speak.
  private func unnamed(_ quotation: SpeakerScene.Quotation) -> String? {
    let start = quotation.span.start
    if quotation.kind == .omitted { return person(before: start) }
    guard !quotation.hasCue else { return nil }
    return previous(before: start, reach: 0) { _ in true }?.name
  }

  // MARK: Pronouns

  private enum Gender { case masculine, feminine }

  /// The person that a pronoun stands for.
  ///
  /// It is the one who spoke last, of people named by an office alone only where no other has spoken, unless somebody
  /// else has become the subject since; else the nearest person before, a subject rather than not, in this paragraph or
  /// in one of those before it.
  ///
  /// - Parameter span: The words. Who is named within them is not who says them: «Петров, по его словам, уехал».
  private func person(
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
    let before = Self.firstIndex(in: scene.mentions, from: offset)
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

  private func previous(
    before offset: Int,
    reach: Int,
    where fits: (Resolved) -> Bool
  ) -> Resolved? {
    let paragraph = scene.paragraph(at: offset)
    return earlier.suffix(Self.maximumLook).last { $0.paragraph + reach >= paragraph && fits($0) }
  }

  /// The place of the first mention that starts at an offset or later.
  private static func firstIndex(in mentions: [SpeakerScene.Mention], from offset: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The source that spoke last, if nobody knows its name either: it goes on speaking as «собеседник агентства».
  private func unnamedSource(before offset: Int) -> Resolved? {
    let last = previous(before: offset, reach: Self.speakerReach) { _ in true }
    return last.flatMap { $0.isPerson || $0.mention != nil ? nil : $0 }
  }

  // MARK: Roles

  /// Whether a person can be the subject of a quotation's verb.
  private func canSpeak(_ name: String, in quotation: SpeakerScene.Quotation) -> Bool {
    guard quotation.isMasculine || quotation.isFeminine else { return false }
    guard let mention = mention(named: name) else { return true }
    return mention.isMasculine && quotation.isMasculine
      || mention.isFeminine && quotation.isFeminine
  }

  /// The person who holds a role: by the role's name, else whoever spoke last in the paragraph and holds no other office,
  /// else by another name of the office, else for a single word whoever spoke last.
  private func holder(
    of quotation: SpeakerScene.Quotation,
    _ name: String,
    at offset: Int
  ) -> String? {
    let wanted = NameWords(name)
    let (holder, before, after) = holders(of: quotation, name, at: offset)
    if let holder { return holder }
    let office = quotation.office == OfficeWords.any ? nil : quotation.office
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
    return spokeLast(reach: 2)
  }

  /// The person whose role has the name of a quotation's speaker, and the roles before and after an offset.
  private func holders(
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
    var next = roles.count
    var low = 0
    while low < next {
      let middle = (low + next) / 2
      if roles[middle].role.span.start < offset { low = middle + 1 } else { next = middle }
    }
    let before = roles[..<next].suffix(Self.maximumLook)
    let after = roles[next...].prefix(Self.maximumLook)
    let named = before.last(where: fits) ?? after.first(where: fits)
    return (named?.role.person, before, after)
  }

  // MARK: Organisations and documents

  /// The longer name under which an earlier speaker or an organisation was named: «полиция» → «британская полиция».
  private func fuller(_ name: String) -> String? {
    let wanted = NameWords(name)
    return earlier.suffix(Self.maximumLook).last {
      $0.words.count > wanted.count && $0.words.contains(wanted)
    }?.name
  }

  private func organisation(for name: String, at offset: Int) -> String? {
    guard NameWords(name).count == 1 else { return nil }
    return previous(before: offset, reach: 1) { !$0.isPerson }?.name
  }

  /// Whoever is named inside the words for a document: «сообщение МВД» → «МВД».
  private func author(in span: TextSpan) -> String? {
    let first = Self.firstIndex(in: scene.mentions, from: span.start + 1)
    let inside = scene.mentions[first...].prefix(8).filter { span.contains($0.span) }
    let longest = inside.max { $0.span.count < $1.span.count }
    return longest?.name
  }

  /// Whoever wrote a document that is named by one word: the organisation that spoke last, else the last that acted.
  private func source(for name: String, at offset: Int) -> String? {
    guard NameWords(name).count == 1 else { return nil }
    if let spoke = previous(before: offset, reach: 1, where: { !$0.isPerson }) { return spoke.name }
    let paragraph = scene.paragraph(at: offset)
    let before = Self.firstIndex(in: scene.mentions, from: offset)
    return scene.mentions[..<before].suffix(Self.maximumLook).last {
      !$0.isPerson && $0.isNominative && scene.paragraph(at: $0.span.start) + 1 >= paragraph
    }?.name
  }
}
