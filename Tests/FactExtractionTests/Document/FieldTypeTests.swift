import FactExtraction
import Foundation
import StandardRules
import Testing
import TextEngine

/// Fields of facts hold values of their types, whatever lists and annotations give.
struct FieldTypeTests {
  private func rules(_ text: String) throws -> InlineRules {
    try InlineRules(
      """
      cascade first > main
      fact named { name: text key }
      fact found { t: text  n: decimal  d: date  b: bool  k: enum(one, two)  r: ref(named) }
      list @word { =альфа | code = 7, mixed = 1, flag = true, iso = "2024-05", k = one
                   =бета  | code = 8, mixed = x, flag = false, iso = "2024-13", k = two }
      list @other { =альфа | stray = 5 }
      phase first
      rule someone -> named { match "некто" n:[cap] emit name = text(n) }
      rule stray -> named { match [@other & latin] o:@other emit name = o.stray }
      phase main
      \(text)
      """
    )
  }

  @Test func `a number in a field of text is its digits`() throws {
    let facts = try rules("rule r -> found { match w:@word emit t = w.code, n = w.code }")
      .facts(in: "тут альфа и бета")
    #expect(facts == ["[альфа] t=7 n=7", "[бета] t=8 n=8"])
  }

  @Test func `a feature with numbers and names is text`() throws {
    let facts = try rules("rule r -> found { match w:@word emit t = w.mixed }")
      .facts(in: "тут альфа и бета")
    #expect(facts == ["[альфа] t=1", "[бета] t=x"])
  }

  @Test func `true and false of a list are truth values`() throws {
    let set = try rules("rule r -> found { match w:@word emit b = w.flag }")
    let found = set.extractor.extract(Document(text: SourceText("тут альфа и бета")))
    let place = try #require(set.extractor.program.schemas[1].field(named: "b"))
    #expect(found.facts.map { $0.fields[place] } == [.bool(true), .bool(false)])
  }

  @Test func `a date from a list must be one`() throws {
    let facts = try rules("rule r -> found { match w:@word emit d = w.iso, k = w.k }")
      .facts(in: "тут альфа и бета")
    #expect(facts == ["[альфа] d=2024-05 k=one"])
  }

  @Test func `a date that a rule joins must be one`() throws {
    let facts = try rules(
      "rule r -> found { match n:<Num> emit d = \"2024-\" ++ n.value }"
    ).facts(in: "тут 10 и 14 и 12")
    #expect(facts == ["[10] d=2024-10", "[12] d=2024-12"])
  }

  @Test func `a token gives the features of the lists that its test names`() throws {
    // «альфа» is in @other as well, but the rule does not ask for that.
    let facts = try rules("rule r -> found { match w:[@word & lower] emit t = w.code }")
      .facts(in: "тут альфа")
    #expect(facts == ["[альфа] t=7"])
  }

  @Test func `a reference leads to a fact of its kind`() throws {
    let facts = try rules("rule r -> found { match p:<named> emit r = ref(p), t = p.name }")
      .facts(in: "тут некто Пётр")
    #expect(facts.contains("[некто Пётр] t=Пётр r=некто Пётр"))
  }

  @Test func `every value of the articles is of its field's type`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/articles").standardizedFileURL
    let extractor = try Extractor.standard()
    var seen = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".txt") {
      let text = try SourceText(validating: Array(Data(contentsOf: folder.appending(path: name))))
      let found = extractor.extract(Document(text: text))
      for fact in found.facts {
        let fields = extractor.program.schemas[fact.schema].fields
        for (field, value) in zip(fields, fact.fields) {
          guard let value else {
            #expect(!field.isRequired, "\(name): \(field.name)")
            continue
          }
          seen += 1
          #expect(isKind(value, field.type), "\(name): \(field.name) = \(value)")
        }
      }
    }
    #expect(seen > 1_000)
  }

  private func isKind(_ value: FieldValue, _ type: FieldType) -> Bool {
    switch (type, value) {
    case (.text, .text), (.date, .text), (.date, .unknown), (.decimal, .decimal), (.bool, .bool),
      (.span, .span), (.spans, .spans), (.reference, .reference):
      true
    case (.choice(let names), .text(let text)): names.contains(text)
    default: false
    }
  }
}
