import Foundation
import Testing

@testable import svodka

/// How a run ends when it is asked to.
struct SignalTests {
  private static let signals: [(Int32, Int32)] = [(SIGINT, 130), (SIGTERM, 143)]

  @Test(arguments: signals, [1, 3])
  func `a run ends within a second and can go on`(
    signal: (number: Int32, status: Int32),
    jobs: Int
  ) throws {
    try TemporaryFolder.with { folder in
      let dump = (0..<30_000).map { "{\"id\":\($0),\"text\":\"Было \($0) домов.\"}\n" }.joined()
      try folder.write(dump, to: "dump.jsonl")
      let arguments = [
        "extract", "--rules", SvodkaProcess.smallRules, "dump.jsonl", "--jobs", "\(jobs)", "-o",
      ]
      let run = try RunningSvodka(arguments + ["out", "--checkpoint-every", "0"], in: folder)
      let checkpoint = folder.path("out.checkpoint")
      try run.wait { FileManager.default.fileExists(atPath: checkpoint) }
      let start = Date()
      #expect(try run.end(with: signal.number) == signal.status)
      #expect(Date().timeIntervalSince(start) < 2)
      let lines = run.messages.split(separator: "\n")
      #expect(
        lines.first == (signal.number == SIGINT ? "error: interrupted" : "error: ended by SIGTERM")
      )
      #expect(lines.last?.hasPrefix("{\"read\":") == true)
      // All that was written is whole.
      #expect(try folder.text(of: "out.part").hasSuffix("}\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
      let resumed = try SvodkaProcess.run(arguments + ["out", "--resume"], directory: folder.url)
      #expect(resumed.status == 0, "\(resumed.messages)")
      _ = try SvodkaProcess.run(arguments + ["whole"], directory: folder.url)
      #expect(
        FileManager.default.contentsEqual(atPath: folder.path("out"), andPath: folder.path("whole"))
      )
    }
  }

  @Test(arguments: signals)
  func `a run that waits for input ends too`(signal: (number: Int32, status: Int32)) throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("pipe")
      try #require(mkfifo(path, 0o600) == 0)
      let input = URL(fileURLWithPath: path)
      // Open for both, so that the input does not end and nobody waits for the other side.
      let pipe = try FileHandle(forUpdating: input)
      try pipe.write(contentsOf: Data("{\"text\":\"20\"}\n".utf8))
      let run = try RunningSvodka(
        ["extract", "--rules", SvodkaProcess.smallRules],
        in: folder,
        input: input
      )
      try run.wait { run.output.hasSuffix("}\n") }
      #expect(try run.end(with: signal.number) == signal.status)
      #expect(run.messages.hasSuffix("{\"read\":1,\"written\":1,\"errors\":0}\n"))
      try pipe.close()
    }
  }

  @Test func `a document that takes too long does not hold the run up`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("{\"text\":\"20\"}\n", to: "a.jsonl")
      let text = String(repeating: "Было 20 домов и 30 школ. ", count: 60_000)
      try folder.write(text, to: "b.txt")
      let run = try RunningSvodka(
        [
          "extract", "--rules", SvodkaProcess.smallRules, "a.jsonl", "b.txt", "--jobs", "1", "-o",
          "out", "--checkpoint-every", "0",
        ],
        in: folder
      )
      let checkpoint = folder.path("out.checkpoint")
      try run.wait { FileManager.default.fileExists(atPath: checkpoint) }
      usleep(300_000)
      let start = Date()
      #expect(try run.end(with: SIGTERM) == 143)
      #expect(Date().timeIntervalSince(start) < 2)
      #expect(run.messages.hasSuffix("{\"read\":1,\"written\":1,\"errors\":0}\n"))
    }
  }

  @Test func `a signal that the parent ignores is ignored`() throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      # What a shell starts in the background ignores SIGINT.
      { echo '{"id":1,"text":"20"}'; sleep 2; echo '{"id":2,"text":"20"}'; } \
        | "$SVODKA" extract --rules "$RULES" &
      sleep 1; kill -INT $!; wait $!; echo $?
      """#
    )
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.last == "0")
  }
}
