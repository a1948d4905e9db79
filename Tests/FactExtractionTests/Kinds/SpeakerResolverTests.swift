import Testing

@testable import FactExtraction
@testable import TextEngine

/// A text with its mentions, roles and quotations marked by what they are.
private struct SceneBuilder {
  var text = ""
  var scene = SpeakerScene(paragraphStarts: [0])

  mutating func add(_ words: String) { text += words }

  mutating func paragraph() {
    text += "\n"
    scene.paragraphStarts.append(text.utf8.count)
  }

  @discardableResult
  mutating func span(_ words: String) -> TextSpan {
    let start = text.utf8.count
    text += words
    defer { text += " " }
    return TextSpan(start: start, end: text.utf8.count)
  }

  mutating func man(_ words: String, _ name: String? = nil, subject: Bool = true) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: true,
        isFeminine: false,
        isNominative: subject
      )
    )
  }

  mutating func woman(_ words: String, _ name: String? = nil, subject: Bool = true) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: true,
        isMasculine: false,
        isNominative: subject
      )
    )
  }

  mutating func organisation(
    _ words: String,
    _ name: String? = nil,
    type: String? = nil,
    subject: Bool = true
  ) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: false,
        type: type,
        isNominative: subject
      )
    )
  }

  mutating func role(
    _ words: String,
    _ name: String,
    of person: String,
    office: String? = nil,
    place: String? = nil
  ) {
    scene.roles.append(
      SpeakerScene.Role(
        span: span(words),
        name: name,
        person: person,
        office: office,
        seat: SpeakerScene.Seat(place: place)
      )
    )
  }

  mutating func openRole(_ words: String, _ name: String, place: String? = nil) {
    let seat = SpeakerScene.Seat(place: place)
    scene.openRoles.append(SpeakerScene.OpenRole(span: span(words), name: name, seat: seat))
  }

  /// «…», — сказал SPEAKER.
  mutating func quotation(
    by words: String?,
    name: String? = nil,
    named: String? = nil,
    _ kind: SpeakerKind? = nil,
    role: String? = nil,
    office: String? = nil,
    types: [String] = [],
    isMasculine: Bool = true,
    hasCue: Bool = true
  ) {
    let quoted = span("«Слова»")
    let speaker = words.map { span($0) }
    scene.quotations.append(
      SpeakerScene.Quotation(
        span: quoted,
        speaker: speaker,
        name: name ?? words,
        named: named,
        kind: kind,
        role: role,
        office: office,
        bodyTypes: types,
        isMasculine: isMasculine,
        hasCue: hasCue
      )
    )
  }

  var speakers: [String?] { SpeakerResolver.resolve(scene) }
}

struct SpeakerResolverTests {
  @Test(arguments: [
    ("ПАО «Ёлка-2» им. О'Нила", ["пао", "ёлка-2", "им.", "о", "нила"]),
    ("Иван\u{A0}Öz Ivan", ["иван", "öz", "ivan"]),
    ("Иван \u{301}Петров", ["иван", "петров"]),
    ("Анна-\u{301}Мария", ["анна", "мария"]),
    ("И\u{301}ван\r\nПетров", ["и\u{301}ван", "петров"]),
  ])
  func `a name is parted into words where it has no letter`(name: String, words: [String]) {
    #expect(NameWords(name).words == words)
  }

  @Test func `a pronoun is the nearest earlier person of its gender`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.woman("Ольга Терентьева")
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `a pronoun goes on with the one who spoke last`() {
    var builder = SceneBuilder()
    builder.quotation(by: "Асан Кенжебаев")
    builder.scene.mentions = [
      SpeakerScene.Mention(
        span: TextSpan(start: 0, end: 1),
        name: "Асан Кенжебаев",
        isPerson: true,
        isFeminine: false
      )
    ]
    builder.man("Тимура Касенова", "Тимур Касенов", subject: false)
    builder.paragraph()
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == ["Асан Кенжебаев", "Асан Кенжебаев"])
  }

  @Test func `a new subject takes the pronoun over`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.man("Тимур Касенов")
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == ["Асан Кенжебаев", "Тимур Касенов"])
  }

  @Test func `another word for an office finds its holder`() {
    var builder = SceneBuilder()
    builder.role("Мэр", "мэр", of: "Асан Кенжебаев", office: "глава города")
    builder.role("депутат", "депутат", of: "Тимур Касенов", office: "парламентарий")
    builder.quotation(by: "градоначальник", office: "глава города")
    builder.quotation(by: "посол", .role, office: "дипломат")
    builder.quotation(by: "эксперт", .role, office: SpeakerWords.anyOffice)
    #expect(builder.speakers == ["Асан Кенжебаев", "посол", "эксперт"])
  }

  @Test func `a word for anybody is who spoke last, whatever the office`() {
    var builder = SceneBuilder()
    builder.role("Мэр", "мэр", of: "Асан Кенжебаев", office: "глава города")
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Кенжебаев")
    builder.quotation(by: "чиновник", .role, office: SpeakerWords.anyOffice)
    builder.quotation(by: "посол", .role, office: "дипломат")
    #expect(builder.speakers == ["Асан Кенжебаев", "Асан Кенжебаев", "посол"])
  }

  @Test func `a verb of the feminine has no man as its subject`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.role("депутат", "депутат", of: "Асан Кенжебаев")
    builder.quotation(by: "депутат", .role, role: "депутат", isMasculine: false)
    builder.quotation(by: "депутат", .role, role: "депутат")
    #expect(builder.speakers == ["депутат", "Асан Кенжебаев"])
  }

  @Test func `who is named within the words does not say them`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.man("Тимур Касенов")
    builder.quotation(by: "он", .masculine)
    let words = TextSpan(start: builder.scene.mentions[1].span.start, end: builder.text.utf8.count)
    builder.scene.quotations[0].span = words
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `a pronoun without anybody before stays unclear`() {
    var builder = SceneBuilder()
    builder.woman("Ольга Терентьева")
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == [nil])
  }

  @Test func `a person far above is not the one meant`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    for _ in 0..<5 { builder.paragraph() }
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == [nil])
  }

  /// As everywhere: names are linked by their bytes, so these are two entities.
  @Test func `a name in other bytes is another name, though it looks the same`() {
    var builder = SceneBuilder()
    builder.organisation("Май")
    builder.man("Маи\u{306}")
    builder.quotation(by: "Маи\u{306}")
    builder.quotation(by: "они", .plural)
    #expect(builder.speakers == ["Маи\u{306}", nil])
  }

  @Test func `an unnamed source goes on speaking and is no named person`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "собеседник агентства", .source)
    builder.quotation(by: "представитель посольства")
    builder.quotation(by: "собеседник издания", .source)
    #expect(
      builder.speakers == [
        "Асан Кенжебаев", "собеседник агентства", "представитель посольства",
        "представитель посольства",
      ]
    )
  }

  @Test func `the speaker is who spoke before`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.paragraph()
    builder.quotation(by: "спикер", .generic)
    #expect(builder.speakers == ["Асан Кенжебаев", "Асан Кенжебаев"])
  }

  @Test func `a role is the person who holds it`() {
    var builder = SceneBuilder()
    builder.role("Заместитель акима города", "заместитель акима города", of: "Абзал Нукенов")
    builder.man("Абзал Нукенов")
    builder.man("Тимур Касенов")
    builder.quotation(
      by: "заместителя акима города",
      name: "заместитель акима города",
      .role,
      role: "заместитель"
    )
    #expect(builder.speakers == ["Абзал Нукенов"])
  }

  @Test func `a head of state is the president`() {
    var builder = SceneBuilder()
    builder.role("Президент Казахстана", "президент", of: "Асан Кенжебаев")
    builder.quotation(by: "Глава государства", name: "глава государства", .role, role: "президент")
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `a role that nobody holds is itself`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "представитель завода", .role, role: "представитель")
    #expect(builder.speakers == ["представитель завода"])
  }

  @Test func `a single noun for a person is who spoke before`() {
    var builder = SceneBuilder()
    builder.man("Дмитрий Мясников")
    builder.quotation(by: "Дмитрий Мясников")
    builder.quotation(by: "врач", .role, role: "врач")
    #expect(builder.speakers == ["Дмитрий Мясников", "Дмитрий Мясников"])
  }

  @Test func `a short name of an organisation finds the long one`() {
    var builder = SceneBuilder()
    builder.quotation(by: "пресс-служба аэропорта Актау", .body)
    builder.quotation(by: "пресс-служба", .body)
    #expect(builder.speakers == ["пресс-служба аэропорта Актау", "пресс-служба аэропорта Актау"])
  }

  @Test func `a document speaks for the one who wrote it`() {
    var builder = SceneBuilder()
    let start = builder.text.utf8.count
    builder.add("сообщении ")
    builder.organisation("МЧС")
    let speaker = TextSpan(start: start, end: builder.text.utf8.count - 1)
    builder.scene.quotations.append(
      SpeakerScene.Quotation(
        span: TextSpan(start: 60, end: 70),
        speaker: speaker,
        name: "сообщение МЧС",
        kind: .document
      )
    )
    #expect(builder.speakers == ["МЧС"])
  }

  @Test func `a document without an author speaks for itself`() {
    var builder = SceneBuilder()
    builder.quotation(by: "отчёте", name: "отчёт", .document)
    #expect(builder.speakers == ["отчёт"])
  }

  @Test func `a word for a class of bodies is the last subject of such a type`() {
    var builder = SceneBuilder()
    builder.organisation("«Тобол»", "Тобол", type: "team")
    builder.organisation("«Каспием»", "Каспий", type: "team", subject: false)
    builder.organisation("Минспорт", type: "ministry")
    builder.quotation(by: "клубе", name: "клуб", .body, types: ["club", "team"])
    builder.quotation(by: "ведомстве", name: "ведомство", .body, types: ["ministry", "agency"])
    builder.quotation(by: "банке", name: "банк", .body, types: ["bank"])
    #expect(builder.speakers == ["Тобол", "Минспорт", "банк"])
  }

  @Test func `of two bodies of a type the one goes on that spoke last`() {
    var builder = SceneBuilder()
    builder.organisation("«Орда»", "Орда", type: "company")
    builder.quotation(by: "компании", name: "компания", .body, types: ["company"])
    builder.organisation("«Степь»", "Степь", type: "company")
    builder.quotation(by: "компания", .body, types: ["company"])
    #expect(builder.speakers == ["Орда", "Орда"])
  }

  @Test func `a body far back is meant where no other is of its type`() {
    var builder = SceneBuilder()
    builder.organisation("Мэрия Актау", type: "government")
    for _ in 0..<3 { builder.paragraph() }
    builder.quotation(by: "мэрии", name: "мэрия", .authority, types: ["government"])
    #expect(builder.speakers == ["Мэрия Актау"])
    builder.scene.quotations.removeAll()
    builder.paragraph()
    builder.quotation(by: "мэрии", name: "мэрия", .authority, types: ["government"])
    #expect(builder.speakers == ["мэрия"])
  }

  @Test func `of several bodies far back none is meant`() {
    var builder = SceneBuilder()
    builder.organisation("«Орда»", "Орда", type: "company")
    builder.organisation("«Степь»", "Степь", type: "company")
    for _ in 0..<2 { builder.paragraph() }
    builder.quotation(by: "компании", name: "компания", .body, types: ["company"])
    #expect(builder.speakers == ["компания"])
  }

  @Test func `a body with the word in its name is meant, whatever its type`() {
    var builder = SceneBuilder()
    builder.organisation("Центра Актау", "Научный центр Актау", type: "other", subject: false)
    builder.quotation(by: "центре", name: "центр", .body)
    #expect(builder.speakers == ["Научный центр Актау"])
  }

  @Test func `an office that nobody is named to hold is not whoever spoke further back`() {
    var builder = SceneBuilder()
    builder.openRole("Прокурор района", "прокурор района")
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.paragraph()
    builder.quotation(by: "прокурор", .role, office: "обвинитель")
    builder.quotation(by: "журналист", .role)
    #expect(builder.speakers == ["Асан Кенжебаев", "прокурор района", "Асан Кенжебаев"])
  }

  @Test func `a president is the one of the country that is named`() {
    var builder = SceneBuilder()
    builder.role("президент Ликии", "президент", of: "Джон Смит", place: "Ликия")
    builder.role("президент Фригии", "президент", of: "Жан Мортье", place: "Фригия")
    for (words, place) in [("президент Ликии", "Ликия"), ("президент Карии", "Кария")] {
      builder.quotation(by: words, .role)
      guard let speaker = builder.scene.quotations.last?.speaker else { continue }
      let seat = SpeakerScene.Seat(place: place)
      builder.scene.openRoles.append(
        SpeakerScene.OpenRole(span: speaker, name: "президент", seat: seat)
      )
    }
    builder.quotation(by: "президент", .role)
    #expect(builder.speakers == ["Джон Смит", "президент Карии", "Жан Мортье"])
  }

  @Test func `a bare word for a body is the one whose name says more`() {
    var builder = SceneBuilder()
    builder.organisation("Полиция Актау", type: "police")
    builder.organisation("Полиция", "полиция", type: "police")
    builder.quotation(by: "Полиция", named: "полиция", types: ["police"])
    builder.quotation(by: "НАЦ", named: "Национальный центр")
    #expect(builder.speakers == ["Полиция Актау", "Национальный центр"])
  }

  @Test func `a report with nobody named stays unclear`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: nil)
    #expect(builder.speakers == ["Асан Кенжебаев", nil])
  }

  @Test func `a family name is the one person of the document who bears it`() {
    var builder = SceneBuilder()
    builder.man("Григория Рожкова", "Григорий Рожков", subject: false)
    builder.quotation(by: "Рожков")
    builder.quotation(by: "журналист", .role, role: "журналист")
    #expect(builder.speakers == ["Григорий Рожков", "Григорий Рожков"])
  }

  @Test func `a family name that two bear stays as it is`() {
    var builder = SceneBuilder()
    builder.man("Григорий Рожков")
    builder.man("Степан Рожков")
    builder.quotation(by: "Рожков")
    #expect(builder.speakers == ["Рожков"])
  }

  @Test func `a verb without its subject goes on with the last person`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: nil, .omitted)
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `words without a cue go on with who spoke before in the paragraph`() {
    var builder = SceneBuilder()
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: nil, hasCue: false)
    #expect(builder.speakers == ["Асан Кенжебаев", "Асан Кенжебаев"])
  }

  @Test func `in the next paragraph of a dialogue nobody is guessed`() {
    var builder = SceneBuilder()
    builder.quotation(by: "Асан Кенжебаев")
    builder.paragraph()
    builder.quotation(by: nil, hasCue: false)
    #expect(builder.speakers == ["Асан Кенжебаев", nil])
  }
}
