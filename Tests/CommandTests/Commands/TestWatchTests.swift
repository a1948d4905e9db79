import Foundation
import Testing

/// `svodka test --watch`, as a process that runs on.
struct TestWatchTests {
  private static let rules = """
    language ru
    cascade number
    fact number { value: decimal }
    phase number
    rule cardinal -> number {
      match n:<Num>
      emit value = n.value
      test "[20] студентов"
      reject "студенты"
    }

    """

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test func `a change runs the tests again, faulty rules are shown, and Ctrl-C ends it with 130`()
    throws
  {
    try TemporaryFolder.with { folder in
      try folder.write(Self.rules, to: "rules/a.rules")
      try folder.write(TemporaryFolder.soundCase, to: "number/a.cases")
      try folder.write("Было 20.", to: "articles/a.txt")
      let watch = try RunningSvodka(
        ["test", "--watch", "--rules", "rules", "number", "articles/a.txt"],
        in: folder
      )
      try watch.wait { count("watching 3 files", in: watch.messages) == 1 }
      #expect(count("1 case: 1 passed, 0 failed", in: watch.output) == 1)
      #expect(watch.output.contains("its facts are not written down"))

      try folder.write("== A\n[1:дом]\n--\n1 number\n", to: "number/a.cases")
      try watch.wait { count("watching", in: watch.messages) == 2 }
      #expect(watch.messages.contains("changed: number/a.cases\n"))
      #expect(watch.output.contains("FAIL number/a.cases:1  A"))

      try folder.write(Self.rules + "rule x ->", to: "rules/a.rules")
      try watch.wait { count("watching", in: watch.messages) == 3 }
      #expect(watch.messages.contains("changed: rules/a.rules\n"))
      #expect(watch.messages.contains("the rules have faults"))
      #expect(count("1 case:", in: watch.output) == 2)

      try folder.write(Self.rules, to: "rules/a.rules")
      try watch.wait { count("watching", in: watch.messages) == 4 }
      #expect(count("1 case:", in: watch.output) == 3)

      try folder.write("{}", to: "articles/a.facts.json")
      try watch.wait { count("watching 4 files", in: watch.messages) == 1 }
      #expect(watch.messages.contains("changed: articles/a.facts.json\n"))

      try folder.write("number/a: A\n", to: "known-gaps.txt")
      try watch.wait { count("watching", in: watch.messages) == 6 }
      #expect(watch.output.contains("1 known gap"))

      #expect(try watch.end(with: SIGINT) == 130)
    }
  }

  @Test func `nothing runs again while nothing changes`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(TemporaryFolder.soundCase, to: "number/a.cases")
      let watch = try RunningSvodka(
        ["test", "--watch", "--rules", SvodkaProcess.smallRules, "number"],
        in: folder
      )
      try watch.wait { watch.messages.contains("watching") }
      usleep(1_500_000)
      #expect(count("1 case", in: watch.output) == 1)
      #expect(try watch.end(with: SIGINT) == 130)
    }
  }

  @Test func `a path that does not exist ends it at once`() throws {
    let outcome = try SvodkaProcess.run(["test", "--watch", "/no/such/path"])
    #expect(outcome.status == 74)
  }
}
