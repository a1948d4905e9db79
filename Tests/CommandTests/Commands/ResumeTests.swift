import Foundation
import Testing

/// When a run goes on, and when it refuses to.
struct ResumeTests {
  /// A folder with an unfinished run for `out` over `dump.jsonl`: half of the input could not be had.
  private func withUnfinishedRun(_ body: (TemporaryFolder, Data) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<400).map { "{\"id\":\($0),\"text\":\"Было \($0) домов.\"}\n" }
      try folder.write(lines.joined(), to: "dump.jsonl")
      let whole = try run(folder, "-o", "whole", "--manifest", "whole.json")
      #expect(whole.status == 0)
      let expected = try data("whole", folder)
      try folder.write(lines.prefix(200).joined(), to: "dump.jsonl")
      // What comes behind the first half cannot be read.
      let cut = try run(folder, "-o", "out", "missing.jsonl", hiding: "missing.jsonl")
      #expect(cut.status == 74)
      #expect(cut.messages.contains("--resume goes on"))
      try folder.write(lines.joined(), to: "dump.jsonl")
      #expect(names(folder) == ["dump.jsonl", "out.checkpoint", "out.part", "whole", "whole.json"])
      try body(folder, expected)
    }
  }

  /// Runs over `dump.jsonl` and more; a hidden file is there when paths are looked at and cannot be opened.
  private func run(
    _ folder: TemporaryFolder,
    _ arguments: String...,
    rules: String = SvodkaProcess.smallRules,
    hiding hidden: String? = nil
  ) throws -> SvodkaProcess.Outcome {
    if let hidden {
      // A link to the folder of the own process, which root cannot read either.
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(hidden),
        withDestinationPath: "/proc/self/mem"
      )
    }
    defer { if let hidden { try? FileManager.default.removeItem(atPath: folder.path(hidden)) } }
    return try SvodkaProcess.run(
      ["extract", "--rules", rules, "dump.jsonl"] + arguments,
      directory: folder.url
    )
  }

  private func names(_ folder: TemporaryFolder) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()) ?? []
  }

  private func data(_ name: String, _ folder: TemporaryFolder) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  @Test func `a run goes on where it stopped`() throws {
    try withUnfinishedRun { folder, expected in
      let outcome = try run(folder, "-o", "out", "--resume", "--manifest", "out.json")
      #expect(outcome.status == 0)
      // The manifest is that of an uninterrupted run as well.
      #expect(
        try folder.text(of: "out.json")
          == folder.text(of: "whole.json").replacing("whole", with: "out")
      )
      #expect(outcome.messages == "{\"read\":400,\"written\":400,\"errors\":0}\n")
      #expect(try data("out", folder) == expected)
      #expect(names(folder) == ["dump.jsonl", "out", "out.json", "whole", "whole.json"])
    }
  }

  @Test func `an unfinished run is not lost by mistake`() throws {
    try withUnfinishedRun { folder, expected in
      let refused = try run(folder, "-o", "out")
      #expect(refused.status == 2)
      #expect(refused.messages.contains("--resume goes on, --force starts over"))
      #expect(names(folder).contains("out.part"))
      #expect(try run(folder, "-o", "out", "--force").status == 0)
      #expect(try data("out", folder) == expected)
      #expect(names(folder) == ["dump.jsonl", "out", "whole", "whole.json"])
    }
  }

  @Test func `what would give another output is refused`() throws {
    try withUnfinishedRun { folder, expected in
      func refuse(
        _ reason: String,
        _ arguments: String...,
        rules: String = SvodkaProcess.smallRules
      ) throws {
        let outcome = try SvodkaProcess.run(
          ["extract", "--rules", rules, "dump.jsonl", "-o", "out", "--resume"] + arguments,
          directory: folder.url
        )
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains(reason), "\(outcome.messages)")
        #expect(names(folder).contains("out.checkpoint"))
      }
      try refuse("with kinds none, and now it is number", "--kinds", "number")
      try refuse("with offsets scalar, and now it is utf8", "--offsets", "utf8")
      try refuse("with limit none, and now it is 5", "--limit", "5")
      let rule = try String(
        contentsOfFile: SvodkaProcess.smallRules + "/small.rules",
        encoding: .utf8
      )
      try folder.write(rule + "# changed\n", to: "rules/small.rules")
      try refuse("with other rules", rules: folder.path("rules"))
      // The same rules in another place are the same rules.
      try folder.write(rule, to: "rules/small.rules")
      let dump = try data("dump.jsonl", folder)
      try folder.write(Data(dump.dropFirst(60)), to: "dump.jsonl")
      try refuse("the input is not the one", rules: folder.path("rules"))
      try folder.write(Data(dump.prefix(60)), to: "dump.jsonl")
      try refuse("the input is not the one")
      try folder.write(dump, to: "dump.jsonl")
      // What is behind the checkpoint is nobody's; what is before it has to be there.
      let part = try data("out.part", folder)
      try folder.write(part.dropLast(1), to: "out.part")
      try refuse("out.part is not what the run wrote")
      try folder.write(part.dropLast(1) + Data("x".utf8), to: "out.part")
      try refuse("out.part is not what the run wrote")
      try folder.write(part + Data("torn".utf8), to: "out.part")
      let checkpoint = try data("out.checkpoint", folder)
      try folder.write(checkpoint.dropLast(8), to: "out.checkpoint")
      try refuse("out.checkpoint is no checkpoint")
      try folder.write(checkpoint, to: "out.checkpoint")
      #expect(try run(folder, "-o", "out", "--resume").status == 0)
      #expect(try data("out", folder) == expected)
    }
  }

  @Test func `without an unfinished run one begins`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("{\"text\":\"20\"}\n", to: "dump.jsonl")
      try folder.write("torn", to: "out.part")
      #expect(try run(folder, "-o", "out", "--resume").status == 0)
      #expect(names(folder) == ["dump.jsonl", "out"])
      let again = try run(folder, "-o", "out", "--resume")
      #expect(again.status == 2)
      #expect(again.messages.contains("out exists"))
    }
  }

  @Test func `a run that was killed after it named its output is done`() throws {
    try withUnfinishedRun { folder, expected in
      let checkpoint = try String(
        contentsOf: folder.url.appendingPathComponent("out.checkpoint"),
        encoding: .utf8
      )
      let length = try #require(
        checkpoint.split(separator: "\n").first { $0.hasPrefix("output-l") }
      )
      let complete =
        checkpoint
        .replacing(length, with: "output-length \(expected.count)")
        .replacing("complete false", with: "complete true")
      try folder.write(complete, to: "out.checkpoint")
      try FileManager.default.removeItem(atPath: folder.path("out.part"))
      try folder.write(expected, to: "out")
      let outcome = try run(folder, "-o", "out", "--resume")
      #expect(outcome.status == 0)
      #expect(try data("out", folder) == expected)
      #expect(names(folder) == ["dump.jsonl", "out", "whole", "whole.json"])
    }
  }

  @Test func `a sample and single lines are gone on with too`() throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      cd "$(mktemp -d)" || exit
      for n in $(seq 900); do echo "{\"id\":$n,\"text\":\"Было $n домов\"}"; done > dump.jsonl
      extract() { "$SVODKA" extract --rules "$RULES" dump.jsonl --sample 300 --limit 800 "$@"; }
      extract -o whole
      (ulimit -f 40; extract -o out --line-buffered --checkpoint-every 0); echo $?
      extract -o out --resume --jobs 1; echo $?
      cmp whole out && echo same
      rm -r "$PWD"
      """#
    )
    #expect(outcome.lines == ["74", "0", "same"], "\(outcome.messages)")
    #expect(outcome.messages.contains("--resume goes on"))
  }

  @Test func `a stream cannot be resumed, a file that comes through a pipe can`() throws {
    #expect(try SvodkaProcess.extract("--resume", input: "").status == 2)
    #expect(try SvodkaProcess.extract("--resume", "-o", "/dev/null", input: "").status == 2)
    try TemporaryFolder.with { folder in
      let outcome = try SvodkaProcess.shell(
        #"""
        cd '\#(folder.url.path)'
        lines() { for n in $(seq 300); do echo "{\"id\":$n,\"text\":\"Было $n домов\"}"; sleep $1; done; }
        lines 0 | "$SVODKA" extract --rules "$RULES" -o whole --format jsonl
        lines 0.01 | timeout -s INT 1.5 "$SVODKA" extract --rules "$RULES" -o out --format jsonl
        echo $?
        lines 0 | "$SVODKA" extract --rules "$RULES" -o out --format jsonl --resume
        cmp whole out && echo same
        """#
      )
      #expect(outcome.lines == ["124", "same"], "\(outcome.messages)")
    }
  }
}
