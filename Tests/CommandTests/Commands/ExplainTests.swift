import Foundation
import Testing

/// `svodka explain` and `svodka rules`, run as their users run them.
struct ExplainTests {
  private let text = Data("Приехали 20 студентов. Уехали студенты.".utf8)

  private func explain(_ arguments: String...) throws -> SvodkaProcess.Outcome {
    try SvodkaProcess.run(
      ["explain", "--rules", SvodkaProcess.smallRules] + arguments,
      input: text
    )
  }

  private func shown(_ outcome: SvodkaProcess.Outcome) -> String {
    String(decoding: outcome.output, as: UTF8.self)
  }

  @Test func `a fact is explained by its id, and by a place that it covers`() throws {
    let byID = try explain("--fact", "number:9-11")
    #expect(byID.status == 0)
    #expect(shown(byID).contains("it won and gave the fact number:9-11"))
    #expect(shown(byID).contains("field value = 20"))
    #expect(shown(try explain("--at", "10")) == shown(byID))
    let bytes = try explain("--at", "17", "--offsets", "utf8")
    #expect(shown(bytes).contains("it won and gave the fact number:17-19"))
  }

  @Test func `a rule is explained where it did not match`() throws {
    let outcome = try explain("--rule", "cardinal", "--at", "31")
    #expect(outcome.status == 0)
    #expect(shown(outcome).contains("wanted   n:<Num>: nothing of this kind starts here"))
    let best = try explain("--rule", "number.cardinal")
    #expect(shown(best).contains("it won and gave the fact number:9-11"))
  }

  @Test func `JSON has a line for each explanation`() throws {
    let outcome = try explain("--fact", "number:9-11", "--json")
    let record = try #require(try outcome.records().first)
    let matches = try #require(record["matches"] as? [[String: Any]])
    #expect(matches.first?["fact"] as? String == "number:9-11")
    #expect(matches.first?["fields"] as? [String: String] == ["type": "cardinal", "value": "20"])
  }

  @Test func `what cannot be explained says why`() throws {
    let noFact = try explain("--fact", "number:9-12")
    #expect(noFact.status == 2)
    #expect(noFact.messages.contains("did you mean `number:9-11`?"))
    let noRule = try explain("--rule", "cardinl")
    #expect(noRule.status == 2)
    #expect(noRule.messages.contains("did you mean `cardinal`?"))
    let nothing = try explain("--at", "1")
    #expect(nothing.status == 1)
    #expect(nothing.messages.contains("no fact covers this place"))
    #expect(try explain("--at", "900").status == 2)
    #expect(try explain().status == 2)
    #expect(try explain("--fact", "number:9-11", "--at", "3").status == 2)
  }

  @Test func `rules are listed, and measured over documents`() throws {
    let rules = ["rules", "--rules", SvodkaProcess.smallRules]
    let list = shown(try SvodkaProcess.run(rules))
    #expect(list.contains("number.cardinal  number"))
    #expect(list.contains("1 rules"))
    let profile = try SvodkaProcess.run(rules + ["--profile", "--json", "-"], input: text)
    let row = try #require(try profile.records().first)
    #expect(row["rule"] as? String == "number.cardinal")
    #expect(row["tried"] as? Int == 1)
    #expect(row["matched"] as? Int == 1)
    #expect(row["won"] as? Int == 1)
    let table = shown(try SvodkaProcess.run(rules + ["--profile", "-"], input: text))
    #expect(table.contains("1 documents, 1 rules tried"))
    #expect(try SvodkaProcess.run(rules + ["--profile"]).status == 2)
    #expect(try SvodkaProcess.run(rules + ["-"]).status == 2)
  }
}
