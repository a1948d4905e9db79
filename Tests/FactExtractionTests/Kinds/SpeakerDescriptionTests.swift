import Testing

@testable import FactExtraction
@testable import TextEngine

/// Who is meant by other words than a name, an office or a pronoun alone.
struct SpeakerDescriptionTests {
  @Test func `what somebody is means who has spoken, else who is named most`() {
    var builder = SceneBuilder()
    builder.woman("Ольга Терентьева")
    builder.man("Асан Кенжебаев")
    builder.woman("Анна Белова")
    builder.woman("Ольга Терентьева")
    builder.man("Тимур Касенов")
    builder.quotation(by: "спортсменки", name: "спортсменка", isMasculine: false)
    builder.last { $0.isDescription = true }
    builder.quotation(by: "Анна Белова", isMasculine: false)
    builder.quotation(by: "спортсменки", name: "спортсменка", isMasculine: false)
    builder.last { $0.isDescription = true }
    builder.quotation(by: "свидетельницы", name: "свидетельница", isMasculine: false)
    #expect(
      builder.speakers == ["Ольга Терентьева", "Анна Белова", "Анна Белова", "свидетельница"]
    )
  }

  @Test func `of those who are named as often the last is described`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.man("Тимур Касенов")
    builder.quotation(by: "певец", .role)
    builder.last { $0.isDescription = true }
    #expect(builder.speakers == ["Тимур Касенов"])
  }

  @Test func `a description of nobody in the text is itself`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "певица", .role, isMasculine: false)
    builder.last { $0.isDescription = true }
    #expect(builder.speakers == ["певица"])
  }

  @Test func `a pronoun goes on with a source that has no name`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "собеседник издания", .body)
    builder.last { $0.isHuman = true }
    builder.quotation(by: "его", name: "он", .masculine)
    #expect(
      builder.speakers == ["Асан Кенжебаев", "собеседник издания", "собеседник издания"]
    )
  }

  @Test func `in the next paragraph a pronoun is somebody with a name again`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "собеседник издания", .body)
    builder.last { $0.isHuman = true }
    builder.paragraph()
    builder.quotation(by: "он", .masculine)
    #expect(builder.speakers == ["Асан Кенжебаев", "собеседник издания", "Асан Кенжебаев"])
  }

  @Test func `nobody in another case than the nominative is the subject, whatever his name`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.man("Желько Бувачем", "Желько Бувач", subject: false)
    builder.quotation(by: "его", name: "он", .masculine)
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `the speaker is no newsroom, and with more words who holds an office`() {
    var builder = SceneBuilder()
    builder.organisation("Вести", type: "media")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "Вести", named: "Вести")
    builder.quotation(by: "спикер", .generic)
    builder.quotation(by: "автор «Вестей»", .generic)
    builder.quotation(by: "спикер собрания", .generic)
    builder.seat("спикер")
    #expect(
      builder.speakers == [
        "Асан Кенжебаев", "Вести", "Асан Кенжебаев", "Асан Кенжебаев", "спикер собрания",
      ]
    )
  }

  @Test func `a verb tells the sex of who spoke`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.woman("Кенже Жумабеков")
    builder.quotation(by: "Кенже Жумабеков")
    builder.last { $0.isFeminine = false }
    builder.quotation(by: "его", name: "он", .masculine)
    #expect(builder.speakers == ["Кенже Жумабеков", "Кенже Жумабеков"])
  }

  @Test func `a pronoun for the other one is who was not the subject`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.woman("Анну Белову", "Анна Белова", subject: false)
    builder.man("Тимуру Касенову", "Тимур Касенов", subject: false)
    builder.quotation(by: "тот", .latter)
    builder.last { $0.isFeminine = false }
    builder.quotation(by: "та", .latter, isMasculine: false)
    builder.paragraph()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "тот", .latter)
    builder.openRole("директора", "директор")
    builder.quotation(by: "тот", .latter)
    #expect(builder.speakers == ["Тимур Касенов", "Анна Белова", nil, "директор"])
  }

  @Test func `an office may be that of another word where nobody holds it`() {
    var builder = SceneBuilder()
    builder.role("аким", "аким", of: "Асан Кенжебаев", office: "аким")
    builder.quotation(by: "глава региона", .role, office: "глава региона")
    builder.last { $0.otherOffice = "аким" }
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `the only person of a text may hold an office that everybody knows`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "президент", .role, office: "глава государства")
    builder.last { $0.isKnownOffice = true }
    builder.man("Тимур Касенов")
    builder.quotation(by: "глава страны", .role, office: "глава страны")
    builder.last { $0.isKnownOffice = true }
    #expect(builder.speakers == ["Асан Кенжебаев", "глава страны"])
  }

  @Test func `what an organisation is tells the office of its head`() {
    var builder = SceneBuilder()
    builder.role("премьер", "премьер", of: "Асан Кенжебаев", office: "глава правительства")
    builder.quotation(by: "глава нового правительства", .role, role: "президент")
    builder.seat("глава")
    builder.scene.openRoles[0].office = "глава правительства"
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `a document is not of whom its words name`() {
    var builder = SceneBuilder()
    builder.organisation("Минспорт", type: "ministry")
    let start = builder.text.utf8.count
    builder.organisation("МВД", type: "ministry")
    builder.quotation(by: "сообщении", name: "сообщение", .document)
    builder.last { $0.span = TextSpan(start: start, end: $0.span.end) }
    #expect(builder.speakers == ["Минспорт"])
  }

  @Test func `a class of body is the source that a newsroom named`() {
    var builder = SceneBuilder()
    builder.organisation("Орда", type: "media")
    builder.organisation("Вести", type: "media")
    builder.scene.mentions[1].isCited = true
    builder.quotation(by: "Орда", named: "Орда")
    builder.quotation(by: "издание", .body, types: ["media"])
    builder.organisation("Орда", type: "media")
    builder.quotation(by: "Орда", named: "Орда")
    builder.quotation(by: "издание", .body, types: ["media"])
    #expect(builder.speakers == ["Орда", "Вести", "Орда", "Орда"])
  }

  @Test func `a document is of the body whose its words say that it is`() {
    var builder = SceneBuilder()
    builder.organisation("Минспорт", type: "ministry")
    builder.quotation(by: "МВД", named: "МВД")
    builder.organisation("Орда", type: "company")
    builder.quotation(by: "отчёте министерства", name: "отчёт министерства", .document)
    builder.last { ($0.authorClass, $0.authorTypes) = ("министерство", ["ministry"]) }
    builder.quotation(by: "посте компании", name: "пост компании", .post)
    builder.last { ($0.authorClass, $0.authorTypes) = ("компания", ["company"]) }
    builder.quotation(by: "отчёте карийской компании", name: "отчёт карийской компании", .document)
    builder.last {
      ($0.authorClass, $0.authorTypes, $0.country) = ("компания", ["company"], "Кария")
    }
    #expect(builder.speakers == ["МВД", "Минспорт", "Орда", "отчёт карийской компании"])
  }

  @Test func `a document is of who holds the office that its words name`() {
    var builder = SceneBuilder()
    builder.role("губернатор", "губернатор", of: "Асан Кенжебаев", office: "глава региона")
    builder.man("Тимур Касенов")
    builder.add("в письме ")
    builder.openRole("главы региона", "глава региона")
    builder.scene.openRoles[0].office = "глава региона"
    builder.quotation(by: "письмо", .document)
    let office = builder.scene.openRoles[0].span
    builder.last { $0.speaker = TextSpan(start: office.start - 2, end: office.end) }
    #expect(builder.speakers == ["Асан Кенжебаев"])
    builder.last { $0.strangerTypes = [SpeakerWords.person] }
    #expect(builder.speakers == ["письмо"])
  }

  @Test func `a document is of the subject before where its words have a pronoun`() {
    var builder = SceneBuilder()
    builder.woman("Анна Белова")
    builder.man("Тимуру Касенову", "Тимур Касенов", subject: false)
    builder.quotation(by: "её письме", name: "её письмо", .document)
    builder.last { $0.owner = .feminine }
    builder.organisation("Горизонт", type: "institute")
    builder.quotation(by: "его отчёте", name: "его отчёт", .document)
    builder.last { $0.owner = .masculine }
    #expect(builder.speakers == ["Анна Белова", "Горизонт"])
  }

  @Test func `a document with an adjective is of whoever spoke last`() {
    var builder = SceneBuilder()
    builder.quotation(by: "МВД", named: "МВД")
    builder.quotation(by: "официальном сообщении", name: "официальное сообщение", .document)
    builder.last { $0.isPlain = true }
    builder.quotation(by: "сообщении властей", name: "сообщение властей", .document)
    #expect(builder.speakers == ["МВД", "МВД", "сообщение властей"])
  }

  @Test func `a family name that was read as another part of a name is found by it`() {
    var builder = SceneBuilder()
    builder.man("Дритан Абазович")
    builder.man("Абазович")
    builder.quotation(by: "Абазович", named: "Абазович")
    #expect(builder.speakers == ["Дритан Абазович"])
  }

  @Test func `a pronoun for nobody is the body that the paragraph is about`() {
    var builder = SceneBuilder()
    builder.organisation("«Заря»", "Заря", type: "media")
    builder.organisation("«Волне»", "Волна", type: "media", subject: false)
    builder.quotation(by: "ее", name: "она", .feminine)
    builder.quotation(by: "Волна", named: "Волна")
    builder.quotation(by: "ее", name: "она", .feminine)
    builder.paragraph()
    builder.quotation(by: "ее", name: "она", .feminine)
    #expect(builder.speakers == ["Заря", "Волна", "Волна", nil])
  }

  @Test func `who alone is named within the words may say them`() {
    var builder = SceneBuilder()
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "его", name: "он", .masculine)
    builder.last { $0.span = TextSpan(start: 0, end: $0.span.end) }
    #expect(builder.speakers == ["Асан Кенжебаев"])
  }

  @Test func `a verb of one sex without its subject goes on with the last of that sex`() {
    var builder = SceneBuilder()
    builder.woman("Анна Белова")
    builder.man("Асан Кенжебаев")
    builder.quotation(by: nil, isMasculine: false)
    builder.quotation(by: nil)
    #expect(builder.speakers == ["Анна Белова", nil])
  }

  @Test func `words without a cue are the last subject's`() {
    var builder = SceneBuilder()
    builder.quotation(by: "Асан Кенжебаев")
    builder.man("Тимур Касенов")
    builder.man("Григория Рожкова", "Григорий Рожков", subject: false)
    builder.quotation(by: nil, hasCue: false)
    builder.paragraph()
    builder.quotation(by: nil, hasCue: false)
    builder.woman("Анна Белова")
    builder.quotation(by: nil, hasCue: false)
    #expect(builder.speakers == ["Асан Кенжебаев", "Тимур Касенов", nil, "Анна Белова"])
  }

  @Test func `a document is of whom it was named with, though his press office has spoken since`() {
    var builder = SceneBuilder()
    let start = builder.text.utf8.count
    builder.add("сообщении ")
    builder.organisation("МВД")
    builder.scene.quotations.append(
      SpeakerScene.Quotation(
        span: TextSpan(start: 30, end: 40),
        speaker: TextSpan(start: start, end: builder.text.utf8.count - 1),
        name: "сообщение МВД",
        kind: .document
      )
    )
    builder.quotation(by: "Пресс-служба МВД", named: "пресс-служба МВД")
    builder.quotation(by: "сообщению", name: "сообщение", .document)
    builder.quotation(by: "Минспорт", named: "Минспорт")
    builder.quotation(by: "сообщению", name: "сообщение", .document)
    #expect(builder.speakers == ["МВД", "пресс-служба МВД", "МВД", "Минспорт", "Минспорт"])
  }

  @Test func `the head of something is the one person who is known to be at its head`() {
    var builder = SceneBuilder()
    builder.role("Основатель", "основатель", of: "Асан Кенжебаев", at: "Орда")
    builder.role("инженер", "инженер", of: "Тимур Касенов", at: "Орда")
    builder.scene.roles[0].isHead = true
    builder.quotation(by: "глава «Орды»", .role, role: "президент")
    builder.last { $0.isAnyHead = true }
    builder.seat("глава", at: "Орда")
    builder.role("президент", "президент", of: "Жан Мортье", at: "Степь")
    builder.role("основатель", "основатель", of: "Джон Смит", at: "Степь")
    for place in [2, 3] { builder.scene.roles[place].isHead = true }
    builder.quotation(by: "руководитель «Степи»", .role, role: "руководитель")
    builder.last { $0.isAnyHead = true }
    builder.seat("руководитель", at: "Степь")
    #expect(builder.speakers == ["Асан Кенжебаев", "руководитель «Степи»"])
  }

  @Test func `somebody of theirs is named by whose he is`() {
    var builder = SceneBuilder()
    builder.woman("Анна Белова")
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "её адвокат", .role)
    builder.last { $0.owner = .feminine }
    builder.woman("Анны Беловой", "Анна Белова", subject: false)
    if let last = builder.scene.mentions.indices.last {
      builder.scene.mentions[last].genitive = "Анны Беловой"
    }
    builder.quotation(by: "её старший брат", .role)
    builder.last { $0.owner = .feminine }
    builder.quotation(by: "его адвокат", .role)
    builder.last { $0.owner = .masculine }
    builder.quotation(by: "их адвокат", .role)
    builder.last { $0.owner = .plural }
    #expect(
      builder.speakers == [
        "адвокат Анны Беловой", "старший брат Анны Беловой", "его адвокат", "их адвокат",
      ]
    )
  }

  @Test func `nobody who is named by another office holds one alone`() {
    var builder = SceneBuilder()
    builder.role("Председатель суда", "председатель суда", of: "Асан Кенжебаев")
    builder.man("Асан Кенжебаев")
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "президент", .role, office: "глава государства")
    builder.last { $0.isSoleOffice = true }
    builder.quotation(by: "депутат", .role, office: "парламентарий")
    #expect(builder.speakers == ["Асан Кенжебаев", "президент", "Асан Кенжебаев"])
  }

  @Test func `of two who hold a role the one goes on who has spoken since`() {
    var builder = SceneBuilder()
    builder.role("Форвард", "форвард", of: "Асан Кенжебаев")
    builder.man("Асан Кенжебаев")
    builder.role("форвард", "форвард", of: "Тимур Касенов")
    builder.man("Тимур Касенов")
    builder.quotation(by: "форвард", .role)
    builder.quotation(by: "Асан Кенжебаев")
    builder.quotation(by: "форвард", .role)
    #expect(builder.speakers == ["Тимур Касенов", "Асан Кенжебаев", "Асан Кенжебаев"])
  }

  @Test func `adjectives before a word for bodies mean the one that spoke, else the only one`() {
    var builder = SceneBuilder()
    builder.organisation("«Заре»", "Заря", type: "media", subject: false)
    builder.quotation(by: "влиятельное издание", .body, types: ["media"])
    builder.last { $0.isDescribedBody = true }
    builder.organisation("«Волна»", "Волна", type: "media")
    builder.paragraph()
    builder.paragraph()
    builder.quotation(by: "влиятельное издание", .body, types: ["media"])
    builder.last { $0.isDescribedBody = true }
    builder.quotation(by: "Волна", named: "Волна")
    builder.quotation(by: "влиятельное издание", .body, types: ["media"])
    builder.last { $0.isDescribedBody = true }
    #expect(builder.speakers == ["Заря", "влиятельное издание", "Волна", "Волна"])
  }

  @Test func `a country's body has the country in its name`() {
    var builder = SceneBuilder()
    builder.organisation("МИД Карии", type: "ministry")
    for country in ["Кария", "Ликия"] {
      builder.quotation(by: "внешнеполитическое ведомство", .body, types: ["ministry"])
      builder.last {
        $0.isDescribedBody = true
        $0.country = country
      }
    }
    #expect(builder.speakers == ["МИД Карии", "внешнеполитическое ведомство"])
  }

  @Test func `an official body is the one whose name goes on`() {
    var builder = SceneBuilder()
    builder.organisation("Пресс-служба МВД", type: "agency")
    builder.organisation("пресс-служба МВД Карии", type: "agency")
    builder.organisation("Тобол", type: "company")
    builder.organisation("Тобол Строй", type: "company")
    builder.organisation("Минфин", type: "ministry")
    builder.organisation("Минфин Карии", type: "ministry")
    builder.organisation("Минфин Ликии", type: "ministry")
    for name in ["Пресс-служба МВД", "Тобол", "Минфин"] {
      builder.quotation(by: name, named: name)
    }
    #expect(builder.speakers == ["пресс-служба МВД Карии", "Тобол", "Минфин"])
  }
}
