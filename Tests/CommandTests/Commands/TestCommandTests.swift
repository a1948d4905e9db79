import Foundation
import Testing

/// `svodka test`: what it runs, what it prints, and its status.
struct TestCommandTests {
  private func output(_ outcome: SvodkaProcess.Outcome) -> String {
    String(decoding: outcome.output, as: UTF8.self)
  }

  @Test func `without paths the examples of the rules run`() throws {
    try TemporaryFolder.with { folder in
      let outcome = try folder.test()
      #expect(outcome.status == 0)
      #expect(outcome.lines.first == "1 rule, 2 examples in 2 ways: 4 passed, 0 failed")
      #expect(outcome.messages.isEmpty)
    }
  }

  @Test func `with paths files run, with examples too if they are asked for`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(TemporaryFolder.soundCase, to: "f/number/a.cases")
      let files = try folder.test("f")
      #expect(files.lines.first == "1 case: 1 passed, 0 failed, 0 known gaps")
      let both = try folder.test("f/number/a.cases", "--examples")
      #expect(both.lines.first == "1 rule, 2 examples in 2 ways: 4 passed, 0 failed")
      #expect(both.lines.dropFirst().first == "1 case: 1 passed, 0 failed, 0 known gaps")
      #expect(both.status == 0)
    }
  }

  @Test func `a case that fails gives status 1, and is shown with carets`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("== A\nБыло [1:20 домов].\n--\n1 number\n", to: "number/a.cases")
      let outcome = try folder.test("number")
      #expect(outcome.status == 1)
      #expect(
        outcome.lines.prefix(4) == [
          "FAIL number/a.cases:1  A", "  Было [1:20 домов].",
          "          ^^^^^^^^ moved: wanted here",
          "          ~~ found here by number.cardinal",
        ]
      )
    }
  }

  @Test func `a known gap may fail and must, and is shown if asked for`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("== A\n[1:дом]\n--\n1 number\n", to: "number/a.cases")
      try folder.write("number/a: A\n", to: "known-gaps.txt")
      #expect(try folder.test("number").status == 0)
      #expect(try folder.test("number").lines.first == "1 case: 0 passed, 0 failed, 1 known gap")
      #expect(try folder.test("number", "--gaps").lines.first == "GAP number/a.cases:1  A")
      try folder.write("== A\n[1:5]\n--\n1 number\n", to: "number/a.cases")
      let closed = try folder.test("number")
      #expect(closed.status == 1)
      #expect(output(closed).contains("take the line out"))
    }
  }

  @Test(
    arguments: [
      ["test", "--update"], ["test", "--watch"], ["test", "--jobs", "0"],
      ["test", "--color", "blue"], ["test", "--update", "--watch", "x"],
    ]
  )
  func `options that make no sense are refused`(arguments: [String]) throws {
    let outcome = try SvodkaProcess.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.messages.isEmpty)
  }

  @Test(
    arguments: [
      (["no-such"], 74, "cannot open no-such"),
      (["/proc/self/mem"], 74, "cannot read /proc/self/mem"),
      (["empty"], 2, "there are no .cases files"),
      (["number", "--filter", "xyz"], 2, "`xyz`"), (["number", "--update"], 2, "no article"),
      (["articles", "number", "--update", "--filter", "Sound"], 2, "no article"),
      (["articles", "--update", "--filter", "xyz"], 2, "`xyz`"),
      (["number", "--junit", "no/such/x.xml"], 74, "cannot create no/such/x.xml"),
    ] as [([String], Int32, String)]
  )
  func `what cannot be run is told with its status`(
    arguments: [String],
    status: Int32,
    message: String
  ) throws {
    try TemporaryFolder.with { folder in
      try folder.write(TemporaryFolder.soundCase, to: "number/a.cases")
      try folder.write("Было 20.", to: "articles/a.txt")
      try folder.write("{}\n", to: "articles/a.facts.json")
      try folder.write("", to: "empty/readme")
      let outcome = try SvodkaProcess.run(
        ["test", "--rules", SvodkaProcess.smallRules] + arguments,
        directory: folder.url
      )
      #expect(outcome.status == status)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
      #expect(try folder.text(of: "articles/a.facts.json") == "{}\n")
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may read every file"))
  func `a file that may not be read is told`() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write(TemporaryFolder.soundCase, to: "number/a.cases")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
      let outcome = try folder.test("number")
      #expect(outcome.status == 74)
      #expect(outcome.messages.contains("Permission denied"))
    }
  }

  @Test func `faults of files are failures with their places`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(TemporaryFolder.soundCase + "== B\n[х]\n--\n", to: "f/number/a.cases")
      try folder.write(Data([0x0A, 0xFF]), to: "f/number/b.cases")
      try folder.write("== A\nа\n--\n", to: "f/numbr/c.cases")
      try folder.write("Было 20.", to: "f/articles/lonely.txt")
      try folder.write("{}", to: "f/articles/orphan.facts.json")
      try folder.write("Это не статья.", to: "f/notes/readme.txt")
      let outcome = try folder.test("f")
      #expect(outcome.status == 1)
      let shown = output(outcome)
      for line in [
        "f/number/a.cases:6  error: a mark is written", "  [х]\n  ^",
        "f/number/b.cases:2  error: byte 2 of the file is not UTF-8",
        "f/numbr/c.cases:1  error: the rules have no kind `numbr`; did you mean `number`?",
        "f/articles/lonely.txt:1  article lonely\n  its facts are not written down",
        "f/articles/orphan.facts.json:1  article orphan\n  the text f/articles/orphan.txt is not",
        "1 case: 1 passed, 0 failed", "2 articles: 0 passed, 2 failed", "4 faults in the files",
      ] {
        #expect(shown.contains(line), "\(line)\n\(shown)")
      }
      #expect(!shown.contains("readme"))
    }
  }

  @Test func `an update rewrites what differs, and only that, and fails once`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("Было 20.", to: "articles/a.txt")
      try folder.write("{}\n", to: "articles/a.facts.json")
      try folder.write("Было 30.", to: "articles/b.txt")
      let first = try folder.test("articles", "--update")
      #expect(first.status == 1)
      for name in ["a", "b"] {
        #expect(output(first).contains("rewrote articles/\(name).facts.json"))
        #expect(try folder.text(of: "articles/\(name).facts.json").contains("number.cardinal"))
      }
      let second = try folder.test("articles", "--update")
      #expect(second.status == 0)
      #expect(!output(second).contains("rewrote"))
      // What holds is not touched, so that nobody's editor reloads it.
      let path = folder.path("articles/b.facts.json")
      let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      try folder.write("Было 21.", to: "articles/a.txt")
      let third = try folder.test("articles/a.txt", "articles/b.facts.json", "--update")
      #expect(third.status == 1)
      #expect(output(third).contains("-      \"value\": 20\n  +      \"value\": 21"))
      #expect(!output(third).contains("rewrote articles/b"))
      let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      #expect(before as? Int == after as? Int)
      #expect(try folder.test("articles").status == 0)
    }
  }

  @Test func `without update nothing is written`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("Было 20.", to: "articles/a.txt")
      try folder.write("{}\n", to: "articles/a.facts.json")
      #expect(try folder.test("articles").status == 1)
      #expect(try folder.text(of: "articles/a.facts.json") == "{}\n")
    }
  }
}
