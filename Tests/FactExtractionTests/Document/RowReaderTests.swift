import TextEngine
import Testing

@testable import FactExtraction

struct RowReaderTests {
  private func layout(
    _ header: String,
    delimiter: Character = ",",
    fields: RecordFields = RecordFields()
  ) throws(TableHeaderFault) -> TableLayout {
    try TableLayout(
      header: Array(header.utf8).span,
      delimiter: delimiter.asciiValue ?? 0,
      fields: fields
    )
  }

  private func read(_ row: String, _ layout: TableLayout) throws(RejectedRecord) -> Document {
    var reader = RowReader()
    return try reader.read(Array(row.utf8).span, layout: layout)
  }

  private func text(_ document: Document) -> String {
    String(decoding: document.text.bytes, as: UTF8.self)
  }

  @Test func `columns are found by their names`() throws {
    let lenta = try layout("url,title,text,topic,tags,date\r")
    #expect(lenta.columnCount == 6)
    #expect((lenta.idColumn, lenta.textColumn, lenta.dateColumn) == (0, 2, 5))
    let own = try layout("\"text\"; id ;url", delimiter: ";")
    #expect((own.idColumn, own.textColumn, own.dateColumn) == (1, 0, nil))
    let named = try layout("a,b,c", fields: RecordFields(id: "c", text: "a", date: "b"))
    #expect((named.idColumn, named.textColumn, named.dateColumn) == (2, 0, 1))
  }

  @Test(arguments: [
    (RecordFields(), "a,b", "text"), (RecordFields(), "", "text"),
    (RecordFields(id: "key"), "url,text", "key"), (RecordFields(date: "day"), "id,text", "day"),
  ])
  func `a column that is missing is named`(
    fields: RecordFields,
    header: String,
    missing: String
  ) throws {
    let fault = try #require(throws: TableHeaderFault.self) {
      try layout(header, fields: fields)
    }
    #expect(fault.missing == missing)
    #expect(
      fault.columns
        == header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    )
  }

  @Test func `fields are read as they are written`() throws {
    let layout = try layout("url,text,date")
    let plain = try read("http://a,В Актау,2019/12/14\r", layout)
    #expect(String(decoding: plain.id.json, as: UTF8.self) == #""http://a""#)
    #expect(text(plain) == "В Актау")
    #expect(plain.date == CalendarDate(year: 2019, month: 12, day: 14))
    let quoted = try read("\"a \"\"b\"\"\",\"1, 2\r\n3\",\"2019-12-14 10:00\"", layout)
    #expect(String(decoding: quoted.id.json, as: UTF8.self) == #""a \"b\"""#)
    #expect(text(quoted) == "1, 2\r\n3")
    #expect(quoted.date == CalendarDate(year: 2019, month: 12, day: 14))
    let empty = try read(",,", layout)
    #expect(empty.id == .none)
    #expect(empty.date == nil)
    #expect(empty.diagnostics.isEmpty)
    #expect(try read("x,y,вчера", layout).diagnostics == [.invalidDate])
  }

  @Test(
    arguments: [
      ("1,a,b", "invalid_row", "the row has 3 fields and the header 2", nil),
      ("1", "invalid_row", "the row has 1 fields and the header 2", nil),
      ("1,\"a\" b", "invalid_row", "something follows the closing quotation mark of a field", 3),
      ("1,\"a", "invalid_row", "a quotation mark of the row is never closed", 3),
    ] as [(String, String, String, Int?)]
  )
  func `a row that is malformed is rejected with its id`(
    row: String,
    code: String,
    message: String,
    column: Int?
  ) throws {
    let layout = try layout("id,text")
    let rejected = try #require(throws: RejectedRecord.self) { try read(row, layout) }
    #expect(rejected.id == DocumentID("1"))
    #expect(rejected.fault.code.rawValue == code)
    #expect(rejected.fault.message == message)
    #expect(rejected.fault.column == column)
  }

  @Test func `bytes that are not UTF-8 are rejected`() throws {
    let layout = try layout("id,text")
    var reader = RowReader()
    let row = Array("1,".utf8) + [0xFF]
    let rejected = try #require(throws: RejectedRecord.self) {
      try reader.read(row.span, layout: layout)
    }
    #expect(rejected.id == DocumentID("1"))
    #expect(rejected.fault.message == "byte 3 of the row is not UTF-8")
  }
}
