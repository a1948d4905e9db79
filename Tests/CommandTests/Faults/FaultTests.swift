import Foundation
import Testing

/// Each call to the system fails once, in a run that writes a file.
///
/// `SVODKA_FAULTS=all` tries each way to fail at each call; else the ways take turns.
@Suite(.serialized)
struct FaultTests {
  /// A way to fail.
  private struct Way: CustomStringConvertible {
    let mode: String
    let code: Int32
    /// Whether the run is to get over it.
    var isHarmless = false

    var description: String { "\(mode) \(String(cString: strerror(code)))" }
  }

  private static let ways = [
    Way(mode: "error", code: EIO), Way(mode: "error", code: EINTR, isHarmless: true),
    Way(mode: "from", code: ENOSPC), Way(mode: "short", code: 0, isHarmless: true),
  ]
  private static let triesAll = ProcessInfo.processInfo.environment["SVODKA_FAULTS"] == "all"

  /// The library that lets calls fail; nil where there is no C compiler, or it does not link this.
  private static let library: String? = {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("faults.c")
    let target = FileManager.default.temporaryDirectory
      .appendingPathComponent("svodka-faults-\(UUID().uuidString).so")
    let outcome = try? SvodkaProcess.shell(
      "cc -shared -fPIC -O1 -o '\(target.path)' '\(source.path)' -ldl"
    )
    return outcome?.status == 0 ? target.path : nil
  }()

  /// A run over three files, into a folder of its own.
  private struct Trial {
    let folder: TemporaryFolder
    let library: String

    init(in folder: TemporaryFolder, library: String) throws {
      (self.folder, self.library) = (folder, library)
      for name in ["a", "b"] {
        let lines = (0..<5).map { "{\"id\":\"\(name)\($0)\",\"text\":\"Было \($0) домов.\"}\n" }
        try folder.write(lines.joined(), to: "in/\(name).jsonl")
      }
      try folder.write("broken\n", to: "in/c.jsonl")
      try folder.write("", to: "out/.keep")
    }

    func run(
      _ environment: [String: String] = [:],
      resumes: Bool = false
    ) throws -> SvodkaProcess.Outcome {
      try SvodkaProcess.run(
        [
          "extract", "--rules", SvodkaProcess.smallRules, folder.path("in"), "-o",
          folder.path("out/facts"), "--checkpoint-every", "0", "--jobs", "2",
        ] + (resumes ? ["--resume"] : []),
        environment: environment
      )
    }

    func faulty(_ way: Way, at call: Int, under name: String) throws -> SvodkaProcess.Outcome {
      try run([
        "LD_PRELOAD": library, "FAULT_UNDER": folder.path(name), "FAULT_MODE": way.mode,
        "FAULT_ERRNO": "\(way.code)", "FAULT_AT": "\(call)", "FAULT_LOG": folder.path("calls"),
      ])
    }

    var published: Data? { try? Data(contentsOf: folder.url.appendingPathComponent("out/facts")) }

    func clear() throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) {
        try FileManager.default.removeItem(atPath: folder.path("out/\(name)"))
      }
    }
  }

  @Test(.enabled(if: library != nil), arguments: ["out", "in"])
  func `no call that fails loses or doubles a document`(side: String) throws {
    try TemporaryFolder.with { folder in
      let trial = try Trial(in: folder, library: #require(Self.library))
      let sound = try trial.faulty(Self.ways[0], at: 0, under: side)
      #expect(sound.status == 0)
      let expected = try #require(trial.published)
      let calls = try #require(
        Int(folder.text(of: "calls").trimmingCharacters(in: .whitespacesAndNewlines))
      )
      #expect(calls > 8)
      for call in 1...calls {
        let ways = Self.triesAll ? Self.ways : [Self.ways[call % Self.ways.count]]
        for way in ways {
          try trial.clear()
          let outcome = try trial.faulty(way, at: call, under: side)
          let place: Comment = "\(side), call \(call) of \(calls), \(way): \(outcome.messages)"
          if way.isHarmless {
            #expect(outcome.status == 0, place)
          } else {
            #expect([0, 74].contains(outcome.status), place)
          }
          if outcome.status == 0 {
            #expect(trial.published == expected, place)
          } else {
            #expect(outcome.messages.contains("error: cannot "), place)
            // Half a file never has the name of a whole one.
            #expect(trial.published == nil || trial.published == expected, place)
          }
          if trial.published == nil || outcome.status != 0 {
            let resumed = try trial.run(resumes: true)
            #expect(resumed.status == 0 || trial.published != nil, "\(place), \(resumed.messages)")
          }
          #expect(trial.published == expected, place)
          let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))
          #expect(left.filter { !$0.hasPrefix(".") } == ["facts"], place)
        }
      }
    }
  }

  @Test func `a full disk ends the run, and there is no file that looks complete`() throws {
    let outcome = try SvodkaProcess.shell(
      #"""
      cd "$(mktemp -d)" || exit
      for n in $(seq 2000); do echo "{\"id\":$n,\"text\":\"Было $n домов\"}"; done > dump.jsonl
      (ulimit -f 100; "$SVODKA" extract --rules "$RULES" dump.jsonl -o out --checkpoint-every 0)
      echo $?; ls out 2> /dev/null
      "$SVODKA" extract --rules "$RULES" dump.jsonl -o out --resume; echo $?
      "$SVODKA" extract --rules "$RULES" dump.jsonl | cmp - out && echo same
      rm -r "$PWD"
      """#
    )
    #expect(outcome.lines == ["74", "0", "same"], "\(outcome.messages)")
    #expect(outcome.messages.contains("cannot write to"))
  }
}
