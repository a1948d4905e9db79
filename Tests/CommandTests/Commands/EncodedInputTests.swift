import Foundation
import Testing

@testable import svodka

/// `svodka extract` on files that are not UTF-8.
struct EncodedInputTests {
  private static let text = """
    Вчера в Павлодаре прошёл форум "Мастера Прииртышья": его посетили 4 200 человек, сообщил директор
    колледжа. На встрече говорили о 15 новых программах, которые начнутся в сентябре.
    """

  @Test(arguments: TextEncoding.allCases)
  func `facts and offsets are those of the text`(encoding: TextEncoding) throws {
    let plain = try SvodkaProcess.extract(input: Self.text)
    let bytes: [UInt8]
    switch encoding {
    case .auto, .utf8: bytes = Array(Self.text.utf8)
    case .utf16, .utf16LittleEndian:
      bytes = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: bytes = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: bytes = try #require(CodePage(encoding)).encode(Self.text)
    }
    let told = try SvodkaProcess.extract(["--encoding", encoding.rawValue], input: Data(bytes))
    #expect(told.output == plain.output)
    #expect(told.messages == plain.messages)
    // What nobody told is found out, and said unless it is UTF-8.
    let found = try SvodkaProcess.extract([], input: Data(bytes))
    #expect(found.output == plain.output)
    if encoding != .auto, encoding != .utf8 {
      #expect(found.messages.hasPrefix("standard input: read as "))
    }
  }

  @Test func `a text that cannot be told is one error record, a dump is status 74`() throws {
    let french = Data(
      String(repeating: "né à la fête, été, ", count: 40).unicodeScalars.map {
        UInt8(truncatingIfNeeded: $0.value)
      }
    )
    try TemporaryFolder.with { folder in
      try folder.write(french, to: "a.txt")
      try folder.write("5 домов", to: "b.txt")
      let texts = try SvodkaProcess.extract([folder.url.path])
      #expect(texts.status == 0)
      let codes = try texts.records().map { ($0["error"] as? [String: Any])?["code"] as? String }
      #expect(codes == ["unreadable", nil])
      #expect(texts.lines.first?.contains("name it with --encoding") == true)
      try folder.write(french, to: "c.jsonl")
      let dump = try SvodkaProcess.extract([folder.path("c.jsonl")])
      #expect(dump.status == 74)
      #expect(dump.messages.contains("c.jsonl: the encoding cannot be told: "))
      #expect(dump.output.isEmpty)
    }
  }

  @Test func `a file that is explained is read likewise`() throws {
    let page = try #require(CodePage(.windows1251))
    let rules = ["--rules", SvodkaProcess.smallRules, "--at", "66"]
    let plain = try SvodkaProcess.run(["explain"] + rules, input: Data(Self.text.utf8))
    let outcome = try SvodkaProcess.run(["explain"] + rules, input: Data(page.encode(Self.text)))
    #expect(outcome.status == 0)
    #expect(outcome.output == plain.output)
  }

  @Test func `a line of another encoding is an error record and no mojibake`() throws {
    let page = try #require(CodePage(.windows1251))
    let line = "{\"text\":\"Сообщили сегодня в министерстве о 5 домах\"}\n"
    let mostly = (0..<9).flatMap { _ in page.encode(line) } + Array(line.utf8) + page.encode(line)
    let outcome = try SvodkaProcess.extract([], input: Data(mostly))
    let codes = try outcome.records().map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(codes == Array(repeating: nil, count: 9) + ["invalid_utf8", nil])
    let other = Array(line.utf8) + page.encode(line) + Array(line.utf8)
    let records = try SvodkaProcess.extract([], input: Data(other)).records()
    #expect(
      records.map { ($0["error"] as? [String: Any])?["code"] as? String }
        == [nil, "invalid_utf8", nil]
    )
  }
}
