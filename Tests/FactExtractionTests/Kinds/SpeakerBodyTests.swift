import Testing

@testable import FactExtraction
@testable import TextEngine

/// Which body, or holder of an office, another word stands for.
struct SpeakerBodyTests {
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

  @Test func `the head of a region is not the head of a works`() {
    var builder = SceneBuilder()
    builder.role("губернатор", "губернатор", of: "Жан Мортье", office: "глава региона")
    builder.role("глава", "глава", of: "Джон Смит", office: "глава компании", at: "Тобол")
    builder.quotation(by: "глава Карии", .role, role: "глава")
    builder.seat("глава", place: "Кария")
    builder.quotation(by: "глава региона", .role, role: "глава", office: "глава региона")
    #expect(builder.speakers == ["глава Карии", "Жан Мортье"])
  }

  @Test func `an organisation may be named by a part of its name`() {
    var builder = SceneBuilder()
    builder.role("тренер", "тренер", of: "Джон Смит", at: "мужская сборная Карии")
    for team in ["мужская сборная", "женская сборная"] {
      builder.quotation(by: "тренер команды", .role, role: "тренер")
      builder.seat("тренер", at: team)
    }
    #expect(builder.speakers == ["Джон Смит", "тренер команды"])
  }

  @Test func `a speaker with an office known is not whoever spoke last`() {
    var builder = SceneBuilder()
    builder.role("председатель", "председатель", of: "Жан Мортье", office: "спикер парламента")
    builder.man("Джон Смит")
    builder.quotation(by: "Джон Смит")
    builder.quotation(by: "спикер парламента", .generic, office: "спикер парламента")
    builder.quotation(by: "спикер", .generic)
    #expect(builder.speakers == ["Джон Смит", "Жан Мортье", "Жан Мортье"])
  }

  @Test func `a document is by no newsroom that tells of it`() {
    var builder = SceneBuilder()
    builder.organisation("Минспорт", type: "ministry")
    builder.organisation("Вести", type: "media")
    builder.quotation(by: "Вести", named: "Вести")
    builder.quotation(by: "документе", name: "документ", .document, except: ["media"])
    builder.quotation(by: "статье", name: "статья", .document)
    #expect(builder.speakers == ["Вести", "Минспорт", "Минспорт"])
  }

  @Test func `a name beside the word for a class is that one, with all its words`() {
    var builder = SceneBuilder()
    builder.organisation("Orda Software", type: "company")
    builder.organisation("Тобол Строй", type: "company")
    builder.quotation(by: "компания Orda", name: "Orda", named: "Orda", namedTypes: ["company"])
    builder.quotation(by: "газета Orda", name: "Orda", named: "Orda", namedTypes: ["media"])
    builder.quotation(by: "компания Тобол", name: "Тобол", named: "Тобол", namedTypes: ["company"])
    #expect(builder.speakers == ["Orda Software", "Orda", "Тобол"])
  }

  @Test func `a post is by whoever has just spoken`() {
    var builder = SceneBuilder()
    builder.quotation(by: "посте", name: "пост", .post)
    builder.man("Джон Смит")
    builder.organisation("Минспорт", type: "ministry")
    builder.quotation(by: "Джон Смит")
    builder.quotation(by: "посте", name: "пост", .post)
    #expect(builder.speakers == ["пост", "Джон Смит", "Джон Смит"])
  }
}
