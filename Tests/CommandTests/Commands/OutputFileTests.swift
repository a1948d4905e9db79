import Foundation
import Testing

@testable import svodka

struct OutputFileTests {
  private static let record = Data("{\"id\":1,\"text\":\"a\"}\n".utf8)

  @Test func `an output file appears when it is complete`() throws {
    try TemporaryFolder.with { folder in
      let outcome = try SvodkaProcess.extract(
        ["--output", folder.path("out.jsonl")],
        input: Self.record
      )
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.jsonl"])
      let direct = try SvodkaProcess.extract([], input: Self.record)
      #expect(try Data(contentsOf: folder.url.appendingPathComponent("out.jsonl")) == direct.output)
    }
  }

  @Test func `an existing file is replaced only by force`() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("precious", to: "out.jsonl")
      let refused = try SvodkaProcess.extract(["-o", file.path], input: Self.record)
      #expect(refused.status == 2)
      #expect(refused.messages.contains("--force"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "precious")
      let forced = try SvodkaProcess.extract(
        ["-o", file.path, "--force"],
        input: Self.record
      )
      #expect(forced.status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("{\"schema\""))
    }
  }

  @Test func `a link goes on pointing to what is replaced`() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("old", to: "real.jsonl")
      let link = folder.path("link.jsonl")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
      let outcome = try SvodkaProcess.extract(["-o", link, "--force"], input: Self.record)
      #expect(outcome.status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file.path)
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("{\"schema\""))
    }
  }

  @Test func `a run that fails leaves nothing behind`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createDirectory(
        atPath: folder.path("a.jsonl"),
        withIntermediateDirectories: true
      )
      let outcome = try SvodkaProcess.shell(
        #""$SVODKA" extract --rules "$RULES" -o '\#(folder.path("out"))' <&-"#
      )
      #expect(outcome.status == 74)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.jsonl"])
    }
  }

  @Test func `of runs that start at once one writes the file and the others say so`() throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      cd "$(mktemp -d)" || exit
      for n in $(seq 200); do echo "{\"id\":$n,\"text\":\"Было $n домов\"}"; done > dump.jsonl
      "$SVODKA" extract --rules "$RULES" dump.jsonl > whole
      for round in 1 2 3 4 5; do
        for n in 1 2 3; do
          ("$SVODKA" extract --rules "$RULES" dump.jsonl -o out; echo $? > status$n) &
        done
        wait
        # Who comes late finds a finished file, and 2 says so.
        cat status? | sort -n | sed 's/75/2/' | tr '\n' ' '
        cmp out whole && echo same
        rm out
      done
      ls
      rm -r "$PWD"
      """#
    )
    let files = ["dump.jsonl", "status1", "status2", "status3", "whole"]
    #expect(
      outcome.lines == [String](repeating: "0 2 2 same", count: 5) + files,
      "\(outcome.messages)"
    )
  }

  @Test func `two runs do not write one file`() throws {
    try TemporaryFolder.with { folder in
      let first = try OutputFile(path: folder.path("out"), isForced: false)
      let failure = try #require(throws: CommandFailure.self) {
        try OutputFile(path: folder.path("out"), isForced: false)
      }
      #expect(failure.status == .busy)
      try first.write([0x61])
      try first.publish()
      #expect(try String(contentsOfFile: folder.path("out"), encoding: .utf8) == "a")
    }
  }
}
