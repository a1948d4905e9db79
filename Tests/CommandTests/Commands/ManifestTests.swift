import Foundation
import Testing

/// What `svodka extract --manifest` leaves.
struct ManifestTests {
  private let input = Data("{\"id\":1,\"text\":\"Было 20 домов\"}\n{}\n".utf8)

  private func manifest(_ folder: TemporaryFolder) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.url.appendingPathComponent("run.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `a manifest has counts, hashes and settings`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("run.json")
      let outcome = try SvodkaProcess.extract(
        ["--manifest", path, "--offsets", "utf8"],
        input: input
      )
      #expect(outcome.status == 0)
      let manifest = try manifest(folder)
      #expect(manifest["manifest"] as? String == "svodka/1")
      #expect(manifest["status"] as? Int == 0)
      #expect(["read", "written", "errors"].map { manifest[$0] as? Int } == [2, 2, 1])
      #expect((manifest["settings"] as? [String: String])?["offsets"] == "utf8")
      let output = try #require(manifest["output"] as? [String: Any])
      #expect(output["bytes"] as? Int == outcome.output.count)
      #expect(output["file"] is NSNull)
      #expect((manifest["input"] as? [String: Any])?["bytes"] as? Int == input.count)
      let first = try Data(contentsOf: URL(fileURLWithPath: path))
      // It has nothing that differs from run to run.
      _ = try SvodkaProcess.extract(
        ["--manifest", path, "--offsets", "utf8", "--jobs", "3"],
        input: input
      )
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
      _ = try SvodkaProcess.extract(
        ["--manifest", path, "--offsets", "utf8"],
        input: input + Data("{}\n".utf8)
      )
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != first)
    }
  }

  @Test func `a manifest is not written over what the run writes`() throws {
    try TemporaryFolder.with { folder in
      for manifest in [
        "out", "./out", folder.path("out"), "../\(folder.url.lastPathComponent)/out",
      ] {
        let outcome = try SvodkaProcess.run(
          ["extract", "--rules", SvodkaProcess.smallRules, "-o", "out", "--manifest", manifest],
          input: input,
          directory: folder.url
        )
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("--manifest and --output name one file"))
      }
      for (output, manifest) in [
        ("run.new", "run"), ("run", "run.part"), ("run", "run.checkpoint"),
      ] {
        let outcome = try SvodkaProcess.extract(
          ["-o", folder.path(output), "--manifest", folder.path(manifest)],
          input: input
        )
        #expect(outcome.status == 2)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
  }

  @Test func `a run that fails has a manifest that says so`() throws {
    try TemporaryFolder.with { folder in
      let outcome = try SvodkaProcess.shell(
        #""$SVODKA" extract --rules "$RULES" --manifest '\#(folder.path("run.json"))' >/dev/full"#,
        input: input
      )
      #expect(outcome.status == 74)
      #expect(try manifest(folder)["status"] as? Int == 74)
      let strict = try SvodkaProcess.extract(
        ["--manifest", folder.path("run.json"), "--strict"],
        input: input
      )
      #expect(strict.status == 1)
      #expect(try manifest(folder)["status"] as? Int == 1)
    }
  }

  @Test func `a run that is killed has none, not even that of the run before`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(#"{"manifest":"svodka/1","status":0}"#, to: "run.json")
      let pipe = folder.path("pipe")
      #expect(mkfifo(pipe, 0o600) == 0)
      let run = try RunningSvodka(
        ["extract", "--rules", SvodkaProcess.smallRules, "--manifest", "run.json", "pipe"],
        in: folder
      )
      try run.wait { !FileManager.default.fileExists(atPath: folder.path("run.json")) }
      run.kill(after: 0)
      #expect(!FileManager.default.fileExists(atPath: folder.path("run.json")))
    }
  }

  @Test func `a file that is no manifest is not replaced`() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.write("{\"text\":\"precious\"}", to: "dump.jsonl")
      let outcome = try SvodkaProcess.extract(["--manifest", file.path], input: input)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(try folder.text(of: "dump.jsonl").contains("precious"))
      let unwritable = try SvodkaProcess.extract(["--manifest", "/no/such/run.json"], input: input)
      #expect(unwritable.status == 74)
      #expect(unwritable.output.isEmpty)
    }
  }
}
