import Foundation
import Testing

/// What the commands do with rules: facts, faults, and a look at the tokens.
struct RuleCommandTests {
  @Test func `a rule set of one's own gives its facts`() throws {
    let outcome = try SvodkaProcess.extract(
      input: #"{"id":1,"text":"Приехали «20» студентов"}"#
    )
    #expect(
      outcome.lines == [
        #"{"schema":"svodka/1","id":1,"date":null,"offsets":"scalar","facts":[{"id":"number:10-12","#
          + #""kind":"number","span":{"start":10,"end":12},"text":"20","rule":"number.cardinal","#
          + #""type":"cardinal","value":20}],"entities":[],"diagnostics":[]}"#
      ]
    )
  }

  @Test(arguments: [("scalar", 2), ("utf16", 3), ("utf8", 5)])
  func `offsets count what was asked for`(unit: String, start: Int) throws {
    let outcome = try SvodkaProcess.extract("--offsets", unit, input: #"{"text":"😀 20"}"#)
    let facts = try #require(try outcome.records().first?["facts"] as? [[String: Any]])
    #expect(facts.first?["span"] as? [String: Int] == ["start": start, "end": start + 2])
  }

  @Test func `kinds are chosen and unknown ones refused`() throws {
    let input = #"{"text":"Приехали 20 студентов"}"#
    let number = try SvodkaProcess.extract("--kinds", "number", input: input)
    #expect((try number.records().first?["facts"] as? [Any])?.count == 1)
    let unknown = try SvodkaProcess.extract("--kinds", "number,place", input: input)
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("`place`"))
    #expect(unknown.output.isEmpty)
  }

  @Test func `faulty rules end a run before any input is read`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(
        "language ru\ncascade number\nphase number\nrule x -> nothing {",
        to: "x.rules"
      )
      // A pipe that nobody writes to would be waited for, were it read.
      let path = folder.url.path
      let outcome = try SvodkaProcess.shell(
        "mkfifo '\(path)/pipe' && timeout 60 \"$SVODKA\" extract --rules '\(path)' <>'\(path)/pipe'"
      )
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("x.rules:4:"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a folder without rules is wrong usage`() throws {
    try TemporaryFolder.with { folder in
      let outcome = try SvodkaProcess.run(["extract", "--rules", folder.url.path])
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("no .rules files"))
    }
    #expect(try SvodkaProcess.run(["extract", "--rules", "/no/such/folder"]).status == 74)
    #expect(try SvodkaProcess.run(["extract", "--lexicon", "/no/such/file"]).status == 2)
  }

  @Test func `check shows every fault with its line and exits with 1`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(
        "language ru\ncascade number\nfact number { type: txt }\nrule",
        to: "x.rules"
      )
      let faulty = try SvodkaProcess.run(["check", folder.url.path])
      let shown = String(decoding: faulty.output, as: UTF8.self)
      #expect(faulty.status == 1)
      #expect(shown.contains("x.rules:3:21"))
      #expect(shown.contains("3 | fact number { type: txt }"))
      #expect(shown.contains("x.rules:4:"))
    }
    let sound = try SvodkaProcess.run(["check", SvodkaProcess.smallRules])
    #expect(sound.status == 0)
    #expect(sound.output.isEmpty)
    #expect(sound.messages == "{\"rules\":1,\"examples\":2,\"errors\":0,\"warnings\":0}\n")
  }

  @Test func `inspect shows places, kinds and readings`() throws {
    let arguments = ["inspect", "--rules", SvodkaProcess.smallRules]
    let input = Data("Приехали 20 студентов.\n«Ырбов» здесь.".utf8)
    let table = try SvodkaProcess.run(arguments, input: input)
    #expect(table.status == 0)
    let text = String(decoding: table.output, as: UTF8.self)
    for line in [
      #"# paragraph 1, sentence 1"#, #"0-8 +Приехали +word +приехать  VERB,"#,
      #"9-11 +20 +number\n"#, #"12-21 +студентов +word +студент  NOUN,anim,masc,plur,gent"#,
      #"# paragraph 2, sentence 2"#, #"24-29 +Ырбов +word +\S+\?  NOUN"#,
      #"9-11 +<Num> = 20  20\n"#,
    ] {
      #expect(text.range(of: line, options: .regularExpression) != nil, "\(line)\n\(text)")
    }
    let json = try SvodkaProcess.run(arguments + ["--json", "--offsets", "utf8"], input: input)
    let record = try #require(try json.records().first)
    let tokens = try #require(record["tokens"] as? [[String: Any]])
    #expect(tokens.count == 9)
    #expect(tokens.first?["span"] as? [String: Int] == ["start": 0, "end": 16])
    #expect(tokens.last?["sentence"] as? Int == 2)
  }
}
