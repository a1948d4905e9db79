import Foundation
import Testing

@testable import svodka

/// `svodka extract` on tables and arrays.
struct RecordFormatTests {
  private func codes(_ outcome: SvodkaProcess.Outcome) throws -> [String?] {
    try outcome.records().map { ($0["error"] as? [String: Any])?["code"] as? String }
  }

  @Test(arguments: [[], ["--format", "csv"]])
  func `the dump of Lenta works as it is`(arguments: [String]) throws {
    let dump = """
      url,title,text,topic,tags,date\r
      https://lenta.ru/news/1914/09/16/hungarnn/,Бои,"Было 5 домов, «и»
      ""ещё"" 6",Библиотека,Первая мировая,1914/09/16\r
      https://lenta.ru/news/2/,Пожар,В городе 7 домов,,,2019-12-14\r

      """
    let outcome = try SvodkaProcess.extract(arguments, input: Data(dump.utf8))
    let records = try outcome.records()
    #expect(
      records.map { $0["id"] as? String } == [
        "https://lenta.ru/news/1914/09/16/hungarnn/", "https://lenta.ru/news/2/",
      ]
    )
    #expect(records.map { $0["date"] as? String } == ["1914-09-16", "2019-12-14"])
    #expect(records.map { ($0["facts"] as? [Any])?.count } == [2, 1])
    #expect(outcome.messages == "{\"read\":2,\"written\":2,\"errors\":0}\n")
  }

  @Test func `faulty rows are error records with their places`() throws {
    let long = String(repeating: "x", count: 3_000)
    let table = "id\ttext\n1\ta\n2\t\"b\nc\"\n3\n4\t\(long)\n\n5\td\u{0}\n6\t\"e\n7\tf\n"
    let outcome = try SvodkaProcess.extract(
      "--format",
      "tsv",
      "--max-line",
      "2K",
      input: table
    )
    let faulty = outcome.lines.filter { $0.contains("\"error\"") }
    #expect(
      faulty == [
        #"{"schema":"svodka/1","id":"3","line":5,"record":3,"error":{"code":"invalid_row","message":"the row has 1 fields and the header 2"}}"#,
        #"{"schema":"svodka/1","id":null,"line":6,"record":4,"error":{"code":"too_long","message":"the record is longer than 2048 bytes"}}"#,
        #"{"schema":"svodka/1","id":"6","line":9,"record":6,"error":{"code":"invalid_row","message":"a quotation mark of the row is never closed","column":3}}"#,
      ]
    )
    #expect(outcome.lines.count == 7)
    #expect(outcome.status == 0)
  }

  @Test func `a header without the text is told with what it has`() throws {
    let outcome = try SvodkaProcess.extract("--format", "csv", input: "id,body\n1,a\n")
    #expect(outcome.status == 74)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.messages.contains(
        "error: standard input: the header has no column 'text', only 'id', 'body'; "
          + "--id-field, --text-field and --date-field name others"
      )
    )
    let named = try SvodkaProcess.extract(
      "--format",
      "csv",
      "--text-field",
      "body",
      input: "id;body\n1;5 домов\n"
    )
    #expect(named.lines.first?.contains("\"number\"") == true)
  }

  @Test(arguments: ["", "\n", "id,text\n"])
  func `a table without rows gives nothing`(input: String) throws {
    let outcome = try SvodkaProcess.extract("--format", "csv", input: input)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [[], ["--format", "json"]])
  func `an array gives a record for each element`(arguments: [String]) throws {
    let array = #"""
      [ {"id":1,"text":"5 домов"},
        {"id":2,"text":"6 \"домов\"]"}, {"id":3},
        [17], {"id":5,"text":"7 домов"}
      ]
      """#
    let outcome = try SvodkaProcess.extract(arguments, input: Data(array.utf8))
    #expect(try codes(outcome) == [nil, nil, "missing_text", "not_an_object", nil])
    #expect(
      outcome.lines[3]
        == #"{"schema":"svodka/1","id":null,"line":3,"record":4,"error":{"code":"not_an_object","message":"the element is JSON, but not an object"}}"#
    )
    #expect(outcome.status == 0)
  }

  @Test func `an array that is cut gives its elements, a message, and status 74`() throws {
    let outcome = try SvodkaProcess.extract(
      "--format",
      "json",
      input: "[{\"text\":\"\"},\n{\"text\":\"\"},\n{\"text\":\"a"
    )
    #expect(try codes(outcome) == [nil, nil, "invalid_json"])
    #expect(outcome.status == 74)
    #expect(
      outcome.messages.contains("error: standard input:3: the file ends inside the array")
    )
  }

  @Test(arguments: ["csv", "json"])
  func `a record above the limit costs a record and not the memory`(format: String) throws {
    let (begin, end) =
      format == "csv"
      ? (#"id,text\n1,a\n2,\""#, #"\"\n3,b\n"#)
      : (#"[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\""#, #"\"},{\"id\":3,\"text\":\"b\"}]"#)
    let outcome = try SvodkaProcess.shell(
      """
      ulimit -v 300000
      { printf "\(begin)"; head -c 100000000 /dev/zero; printf "\(end)"; } \
        | "$SVODKA" extract --rules "$RULES" --max-line 1M --jobs 1 --format \(format)
      """
    )
    #expect(outcome.status == 0)
    #expect(try codes(outcome) == [nil, "too_long", nil])
  }
}
