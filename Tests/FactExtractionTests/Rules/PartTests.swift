import FactExtraction
import Testing
import TextEngine

/// A rule with `per` gives a fact for each part of a label, and facts of one span are put together.
@Suite struct PartTests {
  @Test func `each part of a label has a fact of its own`() throws {
    let rules = try InlineRules.rule(
      """
      match 'порт' c:[cap] ("," c:[cap])* "и" c:[cap]
      per c
      span c
      emit a = text(c)
      """
    )
    #expect(
      rules.facts(in: "порты Ока, Кама и Лаба") == [
        "[Ока] a=Ока", "[Кама] a=Кама", "[Лаба] a=Лаба",
      ]
    )
    #expect(rules.facts(in: "порты Ока, Кама").isEmpty)
  }

  @Test func `a label with one part or none gives one fact or none`() throws {
    let rules = try InlineRules.rule("match 'порт' c:[cap]? \nper c \nemit a = text(c)")
    #expect(rules.facts(in: "порт Ока стоит") == ["[порт Ока] a=Ока"])
    #expect(rules.facts(in: "порт стоит").isEmpty)
  }

  private static let posts = """
    cascade who > post > tie
    fact who { name: text required }
    fact post { name: text required holder: ref(who) }
    phase who
    rule who -> who { match n:[cap & !bos] emit name = text(n) }
    phase post
    rule post -> post { match r:'тренер' span r emit name = text(r) }
    phase tie
    rule tie -> post { match r:<post> s:<who> ("и" s:<who>)* per s span r emit name = r.name, holder = ref(s) }
    """

  @Test func `a later fact adds what an earlier one of its span lacks`() throws {
    let rules = try InlineRules(Self.posts)
    #expect(
      rules.facts(in: "вот тренер Ока") == ["[тренер] name=тренер holder=Ока", "[Ока] name=Ока"]
    )
  }

  @Test func `a later fact that refers to no more changes nothing`() throws {
    let rules = try InlineRules(
      Self.posts + "\nrule other -> post { match r:<post> eos emit name = upper(r.name) }"
    )
    #expect(rules.facts(in: "вот тренер") == ["[тренер] name=тренер"])
  }

  @Test func `where a part is the span, another holder is not told`() throws {
    let rules = try InlineRules(
      Self.posts.replacing("> tie", with: "> tie > last")
        + """

        phase last
        rule again -> post {
          match r:<post> <who> s:<who> per r span r
          emit name = r.name, holder = ref(s)
        }
        """
    )
    #expect(
      rules.facts(in: "вот тренер Ока Лаба") == [
        "[тренер] name=тренер holder=Ока", "[Ока] name=Ока", "[Лаба] name=Лаба",
      ]
    )
  }

  @Test func `holders of one post have a fact each, with ids of their own`() throws {
    let rules = try InlineRules(Self.posts)
    let text = "вот тренеры Ока и Кама"
    #expect(
      rules.facts(in: text) == [
        "[тренеры] name=тренеры holder=Ока", "[тренеры] name=тренеры holder=Кама",
        "[Ока] name=Ока", "[Кама] name=Кама",
      ]
    )
    let document = Document(text: SourceText(text))
    var json = JSONWriter()
    FactWriter(program: rules.extractor.program)
      .write(rules.extractor.extract(document), of: document, to: &json)
    let line = String(decoding: json.bytes, as: UTF8.self)
    #expect(line.contains("\"id\":\"post:4-11\""))
    #expect(line.contains("\"id\":\"post_2:4-11\""))
    let map = OffsetMap(document.text, unit: .scalar)
    let found = rules.extractor.extract(document)
    #expect(
      found.factIDs(of: rules.extractor.program, map)
        == ["post:4-11", "post_2:4-11", "who:12-15", "who:18-22"]
    )
  }
}
