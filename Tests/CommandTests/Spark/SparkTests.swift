import Foundation
import Testing

/// The example for PySpark does what the README says.
///
/// It runs where there is a Python with PySpark: `python3`, or what `SVODKA_PYSPARK` names.
@Suite(.serialized)
struct SparkTests {
  private static let python = ProcessInfo.processInfo.environment["SVODKA_PYSPARK"] ?? "python3"
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("pipe_facts.py").path
  private static let hasSpark =
    (try? SvodkaProcess.shell("'\(python)' -c 'import pyspark'"))?.status == 0

  private func run(_ folder: TemporaryFolder, _ options: String) throws -> SvodkaProcess.Outcome {
    try SvodkaProcess.shell(
      #"""
      cd '\#(folder.url.path)' && export PYSPARK_PYTHON='\#(Self.python)' SPARK_LOCAL_IP=127.0.0.1
      '\#(Self.python)' '\#(Self.script)' --master 'local[2]' --svodka "$SVODKA" \#(options) \
        dump.jsonl facts
      """#
    )
  }

  @Test(.enabled(if: hasSpark), arguments: [(2_000_000, 1), (11_000, 13), (2_000, 64)])
  func `a job gives what one process gives`(bytes: Int, partitions: Int) throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<2_000).map { number in
        "{\"id\":\(number),\"text\":\"Было \(number) домов\\r\\n и \u{2028} 20 школ.\"}\n"
      }
      try folder.write(lines.joined(), to: "dump.jsonl")
      let direct = try SvodkaProcess.extract([folder.path("dump.jsonl")])
      let outcome = try run(
        folder,
        "--partition-bytes \(bytes) --options '--rules \(SvodkaProcess.smallRules)'"
      )
      #expect(outcome.status == 0, "\(outcome.messages.suffix(2_000))")
      let counts = try #require(try outcome.records().last)
      #expect(counts["read"] as? Int == 2_000)
      #expect(counts["written"] as? Int == 2_000)
      #expect((counts["partitions"] as? Int ?? 0) >= partitions)
      let parts = try FileManager.default.contentsOfDirectory(atPath: folder.path("facts"))
        .filter { $0.hasPrefix("part-") }.sorted()
      let facts = try parts.map { try Data(contentsOf: folder.url.appending(path: "facts/\($0)")) }
      #expect(Data(facts.joined()) == direct.output)
    }
  }

  @Test(.enabled(if: hasSpark))
  func `a process that fails fails the job`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("{\"text\":\"20\"}\n", to: "dump.jsonl")
      #expect(try run(folder, "--options '--rules /no/such/rules'").status != 0)
      #expect(!FileManager.default.fileExists(atPath: folder.path("facts/_SUCCESS")))
    }
  }
}
