import FactExtraction
import FactTesting
import Testing
import TextEngine

/// `resolved`: where an office is held, as another mention of the same office and person tells.
struct OfficeElsewhereTests {
  private static let rules = """
    cascade person > organisation > position
    fact person { name: text required key }
    fact organisation { name: text required key }
    fact position {
      name: text required   person: ref(person)   organisation: ref(organisation)   place: text
      resolved.organisation: ref(organisation)   resolved.place: text
    }
    phase person
    rule named -> person { match n:agr( [name] [surn]^ ) emit name = nom(n) }
    phase organisation
    rule factory -> organisation { match n:('завод' [digits]) emit name = nom(n) }
    phase position
    rule office -> position {
      match r:('директор' | 'врач') ( o:<organisation> | p:[geo & gen] )? s:<person>?
      emit  name = lower(nom(r)), person = ref(s), organisation = ref(o), place = nom(p)
    }
    """

  /// What is resolved for each position of a text.
  private func resolved(_ text: String) throws -> [String?] {
    try InlineRules(Self.rules)
      .values("resolved.place", "resolved.organisation", of: "position", in: text)
  }

  @Test(arguments: [
    ("Директор Омска Иван Белов ушёл. Директор Иван Белов рад.", [nil, "Омск"]),
    ("Директор Иван Белов рад. Ушёл директор Омска Иван Белов.", ["Омск", nil]),
    ("Директор завода 5 Иван Белов ушёл. Директор Иван Белов рад.", [nil, "завода 5"]),
    (
      "Директор Омска Иван Белов. Ушёл директор Омска Иван Белов. Директор Иван Белов.",
      [nil, nil, "Омск"]
    ),
  ])
  func `another mention tells where an office is`(text: String, expected: [String?]) throws {
    #expect(try resolved(text) == expected)
  }

  @Test(arguments: [
    "Директор Омска Иван Белов ушёл. Врач Иван Белов рад.",
    "Директор Омска Иван Белов ушёл. Директор Пётр Громов рад.",
    "Директор Омска Иван Белов ушёл. Директор рад.",
    "Директор Омска ушёл. Директор Иван Белов рад.",
    "Директор Омска Иван Белов. Директор Твери Иван Белов. Директор Иван Белов.",
    "Директор завода 5 Иван Белов. Директор завода 6 Иван Белов. Директор Иван Белов.",
    "Директор Омска Иван Белов. Директор завода 6 Иван Белов. Директор Иван Белов.",
  ])
  func `of another office or person, or of several places, nothing is said`(text: String) throws {
    #expect(try resolved(text).allSatisfy { $0 == nil })
  }
}
