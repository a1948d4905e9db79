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

  /// One process, and a cluster of two workers in processes of their own, each with a core and a gigabyte.
  private static let (local, cluster) = ("local[2]", "local-cluster[2,1,1024]")

  /// What a job is tried with.
  struct Job {
    var master: String
    /// The size of a partition in bytes, and how many there are then at least.
    var bytes: Int
    var partitions: Int
  }

  private static let jobs = [
    Job(master: local, bytes: 2_000_000, partitions: 1),
    Job(master: local, bytes: 11_000, partitions: 13),
    Job(master: local, bytes: 2_000, partitions: 64),
    Job(master: cluster, bytes: 11_000, partitions: 13),
  ]

  private func run(
    _ folder: TemporaryFolder,
    _ options: String,
    master: String = local
  ) throws -> SvodkaProcess.Outcome {
    // A cluster starts its workers with the scripts of the package, by the name of the machine.
    try SvodkaProcess.shell(
      #"""
      cd '\#(folder.url.path)' && export PYSPARK_PYTHON='\#(Self.python)' SPARK_LOCAL_IP=127.0.0.1
      export SPARK_LOCAL_HOSTNAME=localhost SPARK_SCALA_VERSION=2.13
      export SPARK_HOME="$('\#(Self.python)' -c 'import pyspark; print(pyspark.__path__[0])')"
      '\#(Self.python)' '\#(Self.script)' --master '\#(master)' --svodka "$SVODKA" \#(options) \
        dump.jsonl facts
      """#
    )
  }

  @Test(.enabled(if: hasSpark), arguments: jobs)
  func `a job gives what one process gives`(job: Job) throws {
    try TemporaryFolder.with { folder in
      let lines = (0..<2_000).map { number in
        "{\"id\":\(number),\"text\":\"Было \(number) домов\\r\\n и \u{2028} 20 школ.\"}\n"
      }
      try folder.write(lines.joined(), to: "dump.jsonl")
      let direct = try SvodkaProcess.extract([folder.path("dump.jsonl")])
      let outcome = try run(
        folder,
        "--partition-bytes \(job.bytes) --options '--rules \(SvodkaProcess.smallRules)'",
        master: job.master
      )
      #expect(outcome.status == 0, "\(outcome.messages.suffix(2_000))")
      let counts = try #require(try outcome.records().last)
      #expect(counts["read"] as? Int == 2_000)
      #expect(counts["written"] as? Int == 2_000)
      #expect((counts["partitions"] as? Int ?? 0) >= job.partitions)
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
