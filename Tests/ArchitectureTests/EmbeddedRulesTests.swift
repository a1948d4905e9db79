import Foundation
import Testing

struct EmbeddedRulesTests {
  @Test func `the embedded rule files are those of the folder`() throws {
    // The script writes into the package it stands in, so it works on a copy of what it reads.
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("svodka-embed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    for path in Repository.files(below: "Rules") + [".ci/embed-rules"] {
      let target = copy.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(at: Repository.root.appendingPathComponent(path), to: target)
    }
    let generated = "Sources/CStandardRules/rules.c"
    try FileManager.default.createDirectory(
      at: copy.appendingPathComponent(generated).deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/sh")
    script.arguments = [copy.appendingPathComponent(".ci/embed-rules").path]
    try script.run()
    script.waitUntilExit()
    #expect(script.terminationStatus == 0)
    let expected = try String(contentsOf: copy.appendingPathComponent(generated), encoding: .utf8)
    #expect(
      try Repository.text(of: generated) == expected,
      "a rule file was added, renamed or removed: run .ci/embed-rules"
    )
  }
}
