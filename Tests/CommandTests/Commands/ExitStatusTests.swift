import Foundation
import Testing

/// What the shell sees of a run.
struct ExitStatusTests {
  private static let record = Data("{\"id\":1,\"text\":\"a\"}\n".utf8)

  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["extract", "--help"], 0), (["extract"], 0),
      (["extract", "--strict"], 0),
      (["extract", "--format", "jsonl", "--strict", "/dev/stdin"], 0),
      (["nonsense"], 2), (["extract", "--nonsense"], 2), (["extract", "--jobs", "0"], 2),
      (["extract", "--date", "29.10.2025"], 2), (["extract", "--offsets", "bytes"], 2),
      (["extract", "--max-line", "0"], 2), (["extract", "/no/such/file"], 74),
    ] as [([String], Int32)]
  )
  func `a command line has its status`(arguments: [String], status: Int32) throws {
    let outcome =
      arguments.first == "extract"
      ? try SvodkaProcess.extract(Array(arguments.dropFirst()), input: Self.record)
      : try SvodkaProcess.run(arguments, input: Self.record)
    #expect(outcome.status == status)
    if status != 0 {
      #expect(outcome.output.isEmpty)
      #expect(!outcome.messages.isEmpty)
    }
  }

  @Test func `an error record is data unless the run is strict`() throws {
    #expect(try SvodkaProcess.extract(input: "{}").status == 0)
    let strict = try SvodkaProcess.extract("--strict", input: "{}\n{\"text\":\"\"}")
    #expect(strict.status == 1)
    #expect(strict.lines.count == 2)
  }

  @Test(
    arguments: [
      (
        #""$SVODKA" extract --rules "$RULES" >/dev/full"#, 74,
        "cannot write to standard output: No space left"
      ),
      (
        #""$SVODKA" extract --rules "$RULES" -o /dev/full"#, 74,
        "cannot write to /dev/full: No space left"
      ),
      (#""$SVODKA" extract --rules "$RULES" >&-"#, 74, "cannot write to standard output: Bad file"),
      (#""$SVODKA" --version >/dev/full"#, 74, "cannot write to standard output: No space left"),
      (#""$SVODKA" extract --rules "$RULES" <&-"#, 74, "cannot read standard input: Bad file"),
      (#""$SVODKA" extract --rules "$RULES" -o /no/such/x"#, 74, "cannot create"),
      (#""$SVODKA" extract --rules "$RULES" -o /tmp"#, 74, "cannot open /tmp: Is a directory"),
    ] as [(String, Int32, String)]
  )
  func `input or output that fails is told`(
    command: String,
    status: Int32,
    message: String
  ) throws {
    let outcome = try SvodkaProcess.shell(command, input: Self.record)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(arguments: ["", "trap '' PIPE; "])
  func `a reader that goes away ends the run quietly`(prefix: String) throws {
    let outcome = try SvodkaProcess.shell(
      prefix
        + #"yes '{"text":""}' 2>/dev/null | "$SVODKA" extract --rules "$RULES" | head -n 3; exit ${PIPESTATUS[1]}"#
    )
    #expect(outcome.status == 141)
    #expect(outcome.lines.count == 3)
    #expect(outcome.messages.isEmpty)
  }

  @Test func `a closed standard error does not become part of the output`() throws {
    try TemporaryFolder.with { folder in
      let path = folder.path("out.jsonl")
      let outcome = try SvodkaProcess.shell(
        #""$SVODKA" extract --rules "$RULES" -o '\#(path)' 2>&-"#,
        input: Self.record
      )
      #expect(outcome.status == 0)
      #expect(try Data(contentsOf: folder.url.appendingPathComponent("out.jsonl")).last == 0x0A)
      #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("\"read\""))
    }
  }
}
