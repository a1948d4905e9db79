import Foundation
import Testing

/// `svodka extract` as a filter: what goes in, what comes out.
struct ExtractTests {
  private func ids(_ outcome: SvodkaProcess.Outcome) throws -> [String] {
    try outcome.records().map { record in
      switch record["id"] {
      case let id as String: id
      case let id as NSNumber: "\(id)"
      default: "null"
      }
    }
  }

  private func codes(_ outcome: SvodkaProcess.Outcome) throws -> [String?] {
    try outcome.records().map { ($0["error"] as? [String: Any])?["code"] as? String }
  }

  @Test func `a record has the members of the contract`() throws {
    let outcome = try SvodkaProcess.extract(
      "--offsets",
      "utf16",
      input: #"{"id":"a","text":"В Актау","date":"2025-10-29"}"#
    )
    let record = try #require(try outcome.records().first)
    #expect(record["schema"] as? String == "svodka/1")
    #expect(record["id"] as? String == "a")
    #expect(record["date"] as? String == "2025-10-29")
    #expect(record["offsets"] as? String == "utf16")
    #expect(record["facts"] is [Any])
    #expect(record["entities"] is [Any])
    #expect(record["diagnostics"] is [Any])
    #expect(outcome.status == 0)
    #expect(outcome.messages == "{\"read\":1,\"written\":1,\"errors\":0}\n")
  }

  @Test func `a failed document leaves an error record in its place`() throws {
    let outcome = try SvodkaProcess.extract(
      "-",
      input: "{\"id\":1,\"text\":\"\"}\n\r\n{\"id\":3}\nno\n{\"id\":5,\"text\":\"\"}\r\n"
    )
    #expect(try ids(outcome) == ["1", "null", "3", "null", "5"])
    #expect(try codes(outcome) == [nil, "empty_line", "missing_text", "invalid_json", nil])
    #expect(
      outcome.lines[2]
        == #"{"schema":"svodka/1","id":3,"line":3,"error":{"code":"missing_text","message":"the record has no text"}}"#
    )
    #expect(outcome.status == 0)
    #expect(outcome.messages == "{\"read\":5,\"written\":5,\"errors\":3}\n")
  }

  @Test func `a record's own date comes before the option and that before the text`() throws {
    let lines =
      #"{"text":"date 2025-01-01 a","date":"2025-03-03"}"# + "\n"
      + #"{"text":"date 2025-01-01 a"}"#
    let dates = { (outcome: SvodkaProcess.Outcome) in
      try outcome.records().map { $0["date"] as? String }
    }
    #expect(
      try dates(SvodkaProcess.extract(input: lines)) == ["2025-03-03", "2025-01-01"]
    )
    #expect(
      try dates(SvodkaProcess.extract("--date", "2025-02-02", input: lines))
        == ["2025-03-03", "2025-02-02"]
    )
  }

  @Test(arguments: [
    ("В Актау {", ["-"]), ("\u{FEFF} \n {\"id\":7,\"text\":\"\"}", ["null", "7"]), ("", []),
    ("\n\n", ["null", "null"]), ("[1]", ["-"]),
  ])
  func `standard input is records if it starts with a brace`(
    input: String,
    expected: [String]
  ) throws {
    #expect(try ids(SvodkaProcess.extract(input: input)) == expected)
  }

  @Test func `files and folders are read in the order given`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("В Актау", to: "news/a.txt")
      try folder.write("{\"id\":\"l1\",\"text\":\"\"}\n{}\n", to: "news/b.jsonl")
      try folder.write(Data([0x41, 0xFF]), to: "news/c.txt")
      try folder.write("В Алматы", to: "one.txt")
      let outcome = try SvodkaProcess.extract(
        [folder.path("one.txt"), "-", folder.path("news")],
        input: Data(#"{"id":"s","text":""}"#.utf8)
      )
      #expect(try ids(outcome) == ["one", "s", "a", "l1", "null", "c"])
      #expect(
        try codes(outcome) == [nil, nil, nil, nil, "missing_text", "invalid_utf8"]
      )
      let records = try outcome.records()
      try #require(records.count == 6)
      #expect(records[4]["file"] as? String == folder.path("news/b.jsonl"))
      #expect(records[4]["line"] as? Int == 2)
      #expect(records[5]["line"] == nil)
    }
  }

  @Test func `pretty records are the same records`() throws {
    let input = #"{"id":"a","text":"В Актау 5 домов"}"# + "\n{}\n"
    let compact = try SvodkaProcess.extract(input: input)
    let pretty = try SvodkaProcess.extract("--pretty", input: input)
    #expect(pretty.lines.count > compact.lines.count)
    let objects = String(decoding: pretty.output, as: UTF8.self)
      .replacingOccurrences(of: "\n}\n{", with: "\n},\n{")
    let records = try #require(
      try JSONSerialization.jsonObject(with: Data("[\(objects)]".utf8)) as? NSArray
    )
    #expect(try records == NSArray(array: compact.records()))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every line in gives one line out, in order, for any number of workers`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(state: seed)
    let pieces: [[UInt8]] =
      [
        #"{"id":"#, #""text":"В Актау 5,5 млн тенге""#, #""text":"«Talap»\n\ud800""#, ",", "}",
        "\r",
        "\u{FEFF}", "{}", "17", "\"", "\u{2028}", "\0",
      ].map { Array($0.utf8) } + [[0xFF], [0xD0], [0x80]]
    var input: [UInt8] = []
    let count = 1_000
    for number in 0..<count {
      if Bool.random(using: &generator) {
        input += Array("{\"id\":\(number),\"text\":\"Дом \(number), 12 мая\"}".utf8)
      } else {
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          input += pieces.randomElement(using: &generator) ?? []
        }
      }
      if number < count - 1 { input.append(UInt8(ascii: "\n")) }
    }
    // The last line has no line feed, so it must not be empty to be a line.
    input.append(UInt8(ascii: "x"))
    let one = try SvodkaProcess.extract(
      ["--format", "jsonl", "--jobs", "1"],
      input: Data(input)
    )
    #expect(one.output.count { $0 == UInt8(ascii: "\n") } == count)
    for record in try one.records() {
      #expect((record["facts"] == nil) != (record["error"] == nil))
    }
    for jobs in ["2", "7"] {
      let several = try SvodkaProcess.extract(
        ["--format", "jsonl", "--jobs", jobs],
        input: Data(input)
      )
      #expect(several.output == one.output)
    }
  }

  @Test func `nothing depends on environment or folder`() throws {
    let input = Data(#"{"id":1,"text":"Вчера в Актау прошло 5 матчей","date":"2025-10-29"}"#.utf8)
    let plain = try SvodkaProcess.run(["extract"], input: input)
    for environment in [
      [:], ["LC_ALL": "ru_RU.UTF-8", "TZ": "Asia/Almaty"], ["LANG": "C", "TZ": "Pacific/Apia"],
    ] {
      let other = try SvodkaProcess.run(
        ["extract"],
        input: input,
        environment: environment,
        directory: URL(fileURLWithPath: "/")
      )
      #expect(other.status == 0)
      #expect(other.output == plain.output)
    }
  }

  @Test func `a partner that waits for each answer gets it`() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: SvodkaProcess.path)
    process.arguments = ["extract", "--rules", SvodkaProcess.smallRules, "-"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Should no answer come, the end of the process ends the wait for it.
    let watchdog = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: watchdog)
    for number in 1...3 {
      try input.fileHandleForWriting.write(
        contentsOf: Data("{\"id\":\(number),\"text\":\"В Актау\"}\n".utf8)
      )
      var answer = Data()
      while answer.last != UInt8(ascii: "\n") {
        let piece = output.fileHandleForReading.availableData
        if piece.isEmpty { break }
        answer += piece
      }
      #expect(String(decoding: answer, as: UTF8.self).contains("\"id\":\(number),"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    watchdog.cancel()
    #expect(process.terminationStatus == 0)
  }

  @Test func `a line above the limit costs a record and not the memory`() throws {
    let outcome = try SvodkaProcess.shell(
      """
      ulimit -v 300000
      { echo '{"id":1,"text":"a"}'; head -c 400000000 /dev/zero; echo; echo '{"id":3,"text":"b"}'; } \
        | "$SVODKA" extract --rules "$RULES" --max-line 1M --jobs 1
      """
    )
    #expect(outcome.status == 0)
    #expect(try codes(outcome) == [nil, "too_long", nil])
    #expect(try outcome.records().last?["id"] as? Int == 3)
  }
}
