import TextEngine

/// Decides who the speaker of each quotation is, where the text tells.
///
///     Болысбек Мухаммед открыл форум. «…», — сказал он. «…», — добавил спикер.
///
/// «он» is the nearest earlier person of that gender, «спикер» whoever spoke before; both are «Болысбек Мухаммед».
/// A speaker that stays unclear stays nil.
final class SpeakerResolver {
  /// The furthest paragraph back in which a pronoun finds its person.
  static let pronounReach = 3
  /// The furthest paragraph back in which «спикер» finds the one who spoke.
  static let speakerReach = 6
  /// The furthest paragraph back in which «компания» finds the one that is named.
  static let bodyReach = 3

  /// Who spoke, and where.
  struct Resolved {
    var name: String
    var isPerson: Bool
    /// Whether it is somebody without a name: «прокурор», «собеседник издания».
    var isRole: Bool
    /// Whether it is a text, which nobody is meant by who is said to have spoken.
    var isText: Bool
    /// Whether it can be a man and a woman, as the verb tells.
    var isMasculine: Bool
    var isFeminine: Bool
    var mention: SpeakerScene.Mention?
    /// The words of the name, once they are asked for.
    var words: NameWords?
    var paragraph: Int
    var end: Int
  }

  /// The most mentions, roles or speakers that are looked at for one quotation, so that a long text takes linear time.
  static let maximumLook = 200

  /// A role that somebody holds, and the words of its name.
  typealias HeldRole = (role: SpeakerScene.Role, words: NameWords)

  let scene: SpeakerScene
  private(set) lazy var roles: [HeldRole] = scene.roles.map { ($0, NameWords($0.name)) }
  /// Who holds an office that `SpeakerWords` knows.
  private(set) lazy var officeHolders = Set(
    scene.roles.filter { $0.office != nil }.map(\.person)
  )
  /// The names of mentions as numbers.
  private var names = SymbolTable()
  /// For each of them the first mention that bears it; no name has the number 0.
  private var firstMentions = [-1]
  /// The names of people by their last word, each once.
  private lazy var peopleByLastWord = people()
  /// Who holds any role.
  private(set) lazy var roleHolders = Set(scene.roles.map(\.person))
  /// How often people are named, by the numbers of their names.
  private(set) lazy var namings: [Int] = countedNamings()
  var earlier: [Resolved] = []
  /// The author of the last document that was named with him: «сообщение МВД».
  private var author: String?

  private init(_ scene: SpeakerScene) {
    self.scene = scene
    for (place, mention) in scene.mentions.enumerated() {
      var text = mention.name
      let name = text.withUTF8 { Int(names.intern($0.span)) }
      if name == firstMentions.count { firstMentions.append(place) }
    }
  }

  private func countedNamings() -> [Int] {
    var counts = [Int](repeating: 0, count: firstMentions.count)
    for mention in scene.mentions where mention.isPerson { counts[number(of: mention.name)] += 1 }
    return counts
  }

  /// The number of a name; 0 where nobody bears it.
  func number(of name: String) -> Int {
    var text = name
    return text.withUTF8 { Int(names.symbol($0.span)) }
  }

  /// The names of people by their last word, each where it is borne first by a person.
  private func people() -> [String: [(name: String, words: NameWords)]] {
    var people: [String: [(name: String, words: NameWords)]] = [:]
    var isMet = [Bool](repeating: false, count: firstMentions.count)
    for mention in scene.mentions where mention.isPerson {
      let name = number(of: mention.name)
      guard !isMet[name] else { continue }
      isMet[name] = true
      let words = NameWords(mention.name)
      guard let last = words.words.last else { continue }
      people[last, default: []].append((mention.name, words))
    }
    return people
  }

  /// The first mention that bears a name.
  func mention(named name: String) -> SpeakerScene.Mention? {
    let number = number(of: name)
    return number > 0 ? scene.mentions[firstMentions[number]] : nil
  }

  /// The fullest name of each quotation's speaker, in the order of the scene's quotations.
  static func resolve(_ scene: SpeakerScene) -> [String?] {
    let resolver = SpeakerResolver(scene)
    return scene.quotations.map { resolver.resolve($0) }
  }

  private func resolve(_ quotation: SpeakerScene.Quotation) -> String? {
    var quotation = quotation
    if quotation.office == nil { quotation.office = openOffice(of: quotation) }
    let found = speaker(of: quotation)
    guard let found else { return nil }
    let mention = mention(named: found)
    let kinds: [SpeakerKind?] = [.masculine, .feminine, .latter, .omitted]
    earlier.append(
      Resolved(
        name: found,
        isPerson: mention?.isPerson ?? (kinds.contains(quotation.kind)),
        isRole: mention == nil && (quotation.kind == .role || quotation.isHuman),
        isText: mention == nil && quotation.kind == .text,
        isMasculine: quotation.isMasculine,
        isFeminine: quotation.isFeminine,
        mention: mention,
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
    let isClass = !quotation.bodyTypes.isEmpty && NameWords(name).count == 1
    if quotation.isDescribedBody, let body = describedBody(of: quotation, at: span.start) {
      return body
    }
    // Whatever stands before the name: «глава компании С. Петров». «Полиция» may be fuller elsewhere.
    if let named = quotation.named, !isClass || NameWords(named) != NameWords(name) {
      let known = whole(named, among: quotation.namedTypes, before: span.start) ?? whole(named)
      if let known { return known }
      let isFamilyName = NameWords(named).count == 1 && mention(named: named)?.isPerson == true
      return isFamilyName ? fullName(of: named) ?? named : named
    }
    if quotation.kind != .document, quotation.kind != .post,
      let owned = owned(quotation, name, at: span.start)
    {
      return owned
    }
    func body() -> String? { fuller(name) ?? self.body(of: quotation, name, at: span.start) }
    switch quotation.kind {
    case .masculine: return bearer(of: quotation, .masculine, at: span.start)
    case .feminine: return bearer(of: quotation, .feminine, at: span.start)
    case .latter: return latter(quotation, at: span.start)
    case .plural: return previous(before: span.start, reach: 1) { !$0.isPerson }?.name
    case .generic:
      // «Спикер» is whoever spoke, «спикер парламента» holds an office.
      if quotation.office != nil || openRole(of: quotation) != nil {
        return holder(of: quotation, name, at: span.start) ?? name
      }
      return previous(before: span.start, reach: Self.speakerReach) {
        $0.isPerson || !$0.isText && $0.mention == nil
      }?.name ?? name
    case .source: return unnamedSource(before: span.start)?.name ?? name
    case .role:
      return holder(of: quotation, name, at: span.start) ?? described(by: quotation, at: span.start)
        ?? fuller(name) ?? name
    case .body:
      if let known = body() { return known }
      guard quotation.bodyTypes.isEmpty else { return name }
      return organisation(for: name, at: span.start) ?? name
    case .authority: return body() ?? name
    case .document:
      if let known = author(of: quotation, at: span) {
        author = known
        return known
      }
      return writer(source(of: quotation, name, at: span.start)) ?? name
    case .post:
      let writer = previous(before: span.start, reach: 1) { $0.isPerson || !$0.isRole }
      return author(of: quotation, at: span) ?? writer?.name ?? name
    case .text: return name
    case .omitted: return unnamed(quotation)
    case nil:
      if isClass { return body() ?? name }
      if let full = fullName(of: name) { return full }
      let holder =
        quotation.office != nil
        ? holder(of: quotation, name, at: span.start)
        : namedHolder(of: quotation, name, at: span.start)
      return holder ?? described(by: quotation, at: span.start) ?? name
    }
  }

  /// Whose a document is that somebody tells of: whoever spoke, or for whom he spoke if the document was named with him.
  ///
  ///     В сообщении МВД говорится … Пресс-служба МВД отмечает … Согласно сообщению, …
  private func writer(_ source: String?) -> String? {
    guard let source, let author, NameWords(source).contains(NameWords(author)) else {
      return source
    }
    return author
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
  /// whoever is the subject before or spoke last in the same paragraph, since with a new paragraph of a dialogue somebody
  /// else may speak.
  private func unnamed(_ quotation: SpeakerScene.Quotation) -> String? {
    let start = quotation.span.start
    // «Потом вышла и добавила: …» tells that it is a woman.
    let isOneSex = quotation.isMasculine != quotation.isFeminine
    if quotation.kind == .omitted || quotation.hasCue && isOneSex {
      return person(before: start, isOneSex ? quotation.isMasculine ? .masculine : .feminine : nil)
    }
    guard !quotation.hasCue else { return nil }
    // «Об этом сообщил Белов. «…»»: whoever has become the subject since is the source.
    let spoke = previous(before: start, reach: 0) { _ in true }
    let paragraph = scene.paragraph(at: start)
    let subject = scene.mentions(before: start).last {
      $0.span.start >= spoke?.end ?? 0 && $0.isPerson && $0.isNominative
        && scene.paragraph(at: $0.span.start) == paragraph
    }
    return subject?.name ?? spoke?.name
  }

  func previous(
    before offset: Int,
    reach: Int,
    where fits: (Resolved) -> Bool
  ) -> Resolved? {
    let paragraph = scene.paragraph(at: offset)
    return earlier.suffix(Self.maximumLook).last { $0.paragraph + reach >= paragraph && fits($0) }
  }
}
