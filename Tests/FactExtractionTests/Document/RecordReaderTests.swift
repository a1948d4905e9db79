import FactExtraction
import Foundation
import TextEngine
import Testing

/// Reads one line with the standard names, or with others.
private func read(
  _ line: String,
  fields: RecordFields = RecordFields()
) throws(RejectedRecord) -> Document {
  var reader = RecordReader(fields: fields)
  return try reader.read(Array(line.utf8).span)
}

private func text(_ document: Document) -> String {
  String(decoding: document.text.bytes, as: UTF8.self)
}

private func id(_ id: DocumentID) -> String {
  String(decoding: id.json, as: UTF8.self)
}

struct RecordReaderTests {
  @Test func `members may come in any order and unknown ones are passed over`() throws {
    let document = try read(
      #" { "url" : ["x", {"y": [null, true, -1.5e3, {}]}, []] , "text":"В Актау","date":"2025-10-29","id":"a" } "#
    )
    #expect(text(document) == "В Актау")
    #expect(document.date == CalendarDate(year: 2025, month: 10, day: 29))
    #expect(id(document.id) == #""a""#)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func `the names of the members can be chosen`() throws {
    let fields = RecordFields(id: "doc", text: "тело", date: "published")
    let document = try read(
      #"{"id":1,"doc":2,"text":"a","\u0442ело":"b","published":"2025-01-02"}"#,
      fields: fields
    )
    #expect(id(document.id) == "2")
    #expect(text(document) == "b")
    #expect(document.date?.description == "2025-01-02")
  }

  @Test(arguments: [
    (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#"\u0416\u044f\u044Fд"#, "Жяяд"),
    (#"\uD83D\uDE00!"#, "😀!"),
    (#"\u0000\u2028"#, "\0\u{2028}"),
    ("\u{2028}\u{7F}\u{85}", "\u{2028}\u{7F}\u{85}"),
    ("", ""),
  ])
  func `escapes are decoded`(escaped: String, expected: String) throws {
    let document = try read(#"{"text":"\#(escaped)"}"#)
    #expect(text(document).unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(document.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"\ud800"#, "\u{FFFD}"), (#"\udc00x"#, "\u{FFFD}x"), (#"\ud800\ud800"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\n"#, "\u{FFFD}\n"),
    (#"\udc00\ud83d\ude00"#, "\u{FFFD}😀"),
  ])
  func `half a surrogate pair becomes one replacement character`(
    escaped: String,
    expected: String
  ) throws {
    let document = try read(#"{"text":"\#(escaped)","id":"\ud800"}"#)
    #expect(text(document) == expected)
    #expect(document.diagnostics.map(\.code) == ["lone_surrogate"])
    #expect(id(document.id) == "\"\u{FFFD}\"")
  }

  @Test(arguments: [
    "\"004\"", "17", "-0.5E+3", "1e999999", "\"\"", "\"\\u0430\\/б\"", "null",
  ])
  func `an id is echoed byte for byte`(json: String) throws {
    #expect(id(try read(#"{"id": \#(json) ,"text":""}"#).id) == json)
  }

  @Test func `an id that would break a line of the output is escaped`() throws {
    #expect(
      id(try read("{\"id\":\"a\u{2028}\u{7F}\u{9B}b\",\"text\":\"\"}").id)
        == #""a\u2028\u007f\u009bb""#
    )
  }

  @Test func `of two members with one name the last counts`() throws {
    #expect(text(try read(#"{"text":1,"text":"b"}"#)) == "b")
    #expect(id(try read(#"{"id":"a","text":"","id":2}"#).id) == "2")
    #expect(throws: RejectedRecord.self) { try read(#"{"text":"b","text":null}"#) }
  }

  @Test(arguments: [
    ("2025-10-29", "2025-10-29"), ("2025-10-29T08:15:00+05:00", "2025-10-29"),
    ("2024-02-29 10:00", "2024-02-29"), ("2019/12/14", "2019-12-14"),
    ("2019/12/14 10:00", "2019-12-14"),
  ])
  func `the day of a date or a time stamp counts`(written: String, expected: String) throws {
    #expect(try read(#"{"text":"","date":"\#(written)"}"#).date?.description == expected)
  }

  @Test(arguments: [
    "\"29.10.2025\"", "\"2025-02-29\"", "\"2025/02/29\"", "\"2025-02/20\"", "\"2025\"",
    "\"2025-10-291\"", "\"\"", "20251029", "[]", "true",
  ])
  func `a date that is none is left out and reported`(json: String) throws {
    let document = try read(#"{"date":\#(json),"text":"a"}"#)
    #expect(document.date == nil)
    #expect(document.diagnostics.map(\.code) == ["invalid_date"])
  }

  @Test(arguments: [
    ("", "empty_line", nil), (" \t\r", "empty_line", nil),
    ("[1]", "not_an_object", nil), ("\"a\"", "not_an_object", nil), ("null", "not_an_object", nil),
    ("{}", "missing_text", nil), (#"{"id":5}"#, "missing_text", nil),
    (#"{"text":null}"#, "missing_text", nil),
    (#"{"text":5}"#, "invalid_text", 9), (#"{"text":["a"]}"#, "invalid_text", 9),
    (#"{"id":true,"text":""}"#, "invalid_id", 7), (#"{"text":"","id":{"a":1}}"#, "invalid_id", 17),
    ("{", "invalid_json", 2), ("{\"text\"", "invalid_json", 8), (#"{"text":"#, "invalid_json", 9),
    (#"{"text":"a"#, "invalid_json", 11), (#"{"text":"a\"#, "invalid_json", 12),
    (#"{"text":"a\x"}"#, "invalid_json", 12), (#"{"text":"a\u12"}"#, "invalid_json", 13),
    (#"{"text":"a"} x"#, "invalid_json", 14), (#"{"text":"a"}{"#, "invalid_json", 13),
    (#"{"text":"a",}"#, "invalid_json", 13), (#"{"text":"a" "id":1}"#, "invalid_json", 13),
    (#"{'text':"a"}"#, "invalid_json", 2), ("{\"text\":\"a\tb\"}", "invalid_json", 11),
    (#"{"a":01,"text":""}"#, "invalid_json", 7), (#"{"a":+1}"#, "invalid_json", 6),
    (#"{"a":1.}"#, "invalid_json", 8), (#"{"a":.5}"#, "invalid_json", 6),
    (#"{"a":nul}"#, "invalid_json", 6), (#"{"a":[1,]}"#, "invalid_json", 9),
    (#"{"a":[1}}"#, "invalid_json", 8), (#"{"a":{"b"}}"#, "invalid_json", 10),
    (#"{"a":{1:2}}"#, "invalid_json", 7), (#"{"a":[}"#, "invalid_json", 7),
    (#"{"a":NaN}"#, "invalid_json", 6), ("\u{FEFF}{\"text\":\"\"}", "invalid_json", 1),
    ("nonsense", "invalid_json", 1),
  ])
  func `a faulty line has a code and a column`(line: String, code: String, column: Int?) throws {
    let rejected = try #require(throws: RejectedRecord.self) { try read(line) }
    #expect(rejected.fault.code.rawValue == code)
    #expect(rejected.fault.column == column)
  }

  @Test func `a rejected record keeps the id that was read`() throws {
    let rejected = try #require(throws: RejectedRecord.self) {
      try read(#"{"id":"k7","text":nope}"#)
    }
    #expect(id(rejected.id) == #""k7""#)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xFE], [0xD0], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are a fault and the id is still told`(bytes: [UInt8]) throws {
    let line = Array(#"{"id":3,"text":"a"#.utf8) + bytes + Array(#""}"#.utf8)
    var reader = RecordReader()
    let rejected = try #require(throws: RejectedRecord.self) { try reader.read(line.span) }
    #expect(rejected.fault.code == .invalidUTF8)
    #expect(rejected.fault.column == 18)
    #expect(id(rejected.id) == "3")
  }

  @Test func `an id that is not UTF-8 is not echoed`() throws {
    let line = Array(#"{"text":"a","id":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
    var reader = RecordReader()
    let rejected = try #require(throws: RejectedRecord.self) { try reader.read(line.span) }
    #expect(rejected.id == .none)
  }

  @Test func `nesting is followed to a limit and costs no stack`() throws {
    func nested(_ depth: Int) -> String {
      let brackets = String(repeating: "[", count: depth)
      return #"{"a":\#(brackets)\#(String(repeating: "]", count: depth)),"text":"x"}"#
    }
    #expect(text(try read(nested(512))) == "x")
    for depth in [513, 1_000_000] {
      let rejected = try #require(throws: RejectedRecord.self) { try read(nested(depth)) }
      #expect(rejected.fault.code == .tooDeep)
    }
  }
}
