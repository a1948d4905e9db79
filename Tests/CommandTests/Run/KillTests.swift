import Foundation
import Testing

@testable import svodka

/// Runs that are killed at random moments and resumed; `SVODKA_KILLS` says how many, 4 unless it is set.
@Suite(.serialized)
struct KillTests {
  private static let rounds = ProcessInfo.processInfo.environment["SVODKA_KILLS"].flatMap {
    Int($0)
  }

  /// Files of all sorts, and standard input, as one run reads them.
  private func prepare(_ folder: TemporaryFolder) throws -> (paths: [String], input: URL) {
    func dump(_ count: Int, _ name: String) -> String {
      (0..<count).map { number in
        number % 50 == 49
          ? "broken \(name)\n"
          : "{\"id\":\"\(name)-\(number)\",\"text\":\"Приняли \(number) студентов и 20 мест.\"}\n"
      }.joined()
    }
    for number in 0..<20 {
      try folder.write("В \(number) школах 5 классов.", to: "news/\(number).txt")
      try folder.write(dump(50, "\(number)"), to: "news/\(number).jsonl")
    }
    try folder.write(dump(3_000, "long"), to: "long.jsonl")
    let input = try folder.write(dump(1_500, "input"), to: "input")
    return (["news", "-", "long.jsonl"], input)
  }

  @Test func `a run that is killed again and again ends with the output of one that was not`()
    throws
  {
    try TemporaryFolder.with { folder in
      let (paths, input) = try prepare(folder)
      let arguments = ["extract", "--rules", SvodkaProcess.smallRules, "-o", "out"] + paths
      let start = Date()
      let whole = try SvodkaProcess.run(
        arguments,
        input: Data(contentsOf: input),
        directory: folder.url
      )
      let duration = Date().timeIntervalSince(start)
      #expect(whole.status == 0)
      let expected = try Data(contentsOf: folder.url.appendingPathComponent("out"))
      let seed = UInt64.random(in: 0...(.max))
      var generator = SeededGenerator(state: seed)
      for round in 0..<(Self.rounds ?? 4) {
        try FileManager.default.removeItem(atPath: folder.path("out"))
        var kills = 0
        while !FileManager.default.fileExists(atPath: folder.path("out")), kills < 20 {
          kills += 1
          let jobs = Int.random(in: 1...4, using: &generator)
          let every = ["0", "0.01", "0.1"].randomElement(using: &generator) ?? "0"
          let options = ["--resume", "--jobs", "\(jobs)", "--checkpoint-every", every]
          let run = try RunningSvodka(arguments + options, in: folder, input: input)
          run.kill(after: Double.random(in: 0...(1.2 * duration), using: &generator))
          // One kill is not seldom enough; the run may also have come to its end.
          if Bool.random(using: &generator) { break }
        }
        if !FileManager.default.fileExists(atPath: folder.path("out")) {
          let last = try SvodkaProcess.run(
            arguments + ["--resume"],
            input: Data(contentsOf: input),
            directory: folder.url
          )
          #expect(last.status == 0, "\(last.messages)")
          #expect(last.messages == whole.messages, "seed \(seed), round \(round)")
        }
        let result = try Data(contentsOf: folder.url.appendingPathComponent("out"))
        #expect(result == expected, "seed \(seed), round \(round), after \(kills) kills")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out.part")))
        // A kill just before the end of the process leaves a checkpoint that says so.
        try? FileManager.default.removeItem(atPath: folder.path("out.checkpoint"))
      }
    }
  }
}
