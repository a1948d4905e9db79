import Testing

@testable import FactExtraction
@testable import TextEngine

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
