import FactExtraction
import Foundation
import Testing
import TextEngine

struct JSONWriterTests {
  private func shown(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `commas stand between members and values only`() {
    let json = shown { writer in
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.integer(1)
      writer.null()
      writer.beginObject()
      writer.endObject()
      writer.beginArray()
      writer.endArray()
      writer.boolean(true)
      writer.endArray()
      writer.key("ключ \"b\"" as String)
      writer.json("2.50".utf8)
      writer.endObject()
      writer.endLine()
      writer.string("x")
    }
    #expect(json == #"{"a":[1,null,{},[],true],"ключ \"b\"":2.50}"# + "\n\"x\"")
  }

  @Test func `whole numbers of all sizes are written`() {
    for number in [0, 9, 10, 305, 7_042, 99_999, 100_000, 1_234_567_890, -1, -10, Int.max, Int.min]
    {
      #expect(shown { $0.integer(number) } == String(number))
    }
  }

  @Test func `control characters and line ends become escapes`() {
    let text =
      "\0\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1B}\"\\/\u{7F}\u{80}\u{9F}\u{A0}\u{2027}\u{2028}\u{2029}\u{202A}"
    #expect(
      shown { $0.string(text) }
        == #""\u0000\u0001\b\t\n\u000b\f\r\u001b\"\\/\u007f\u0080\u009f"# + "\u{A0}\u{2027}"
        + #"\u2028\u2029"# + "\u{202A}\""
    )
  }

  @Test func `every scalar comes back from Foundation's reader as it went in`() throws {
    for base in stride(from: UInt32(0), to: 0x11_0000, by: 0x100) {
      let text = String(
        String.UnicodeScalarView((base..<base + 0x100).compactMap(Unicode.Scalar.init))
      )
      var writer = JSONWriter()
      writer.beginArray()
      writer.string(text)
      writer.string(utf8: Array(text.utf8).span)
      writer.endArray()
      let strings = try #require(
        try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
      )
      // Compared by scalars: `==` would take canonically equivalent strings for one.
      #expect(strings.count == 2)
      #expect(strings.allSatisfy { $0.unicodeScalars.elementsEqual(text.unicodeScalars) })
    }
  }

  @Test func `an error record tells document, file, line and column`() {
    let json = shown { writer in
      writer.errorRecord(
        id: DocumentID("a"),
        file: "dump.jsonl",
        line: 17,
        fault: DocumentFault(.missingText, "the record has no text")
      )
      writer.errorRecord(
        id: .none,
        file: nil,
        line: nil,
        fault: DocumentFault(.invalidJSON, "a colon should stand here", column: 3)
      )
    }
    #expect(
      json == #"""
        {"schema":"svodka/1","id":"a","file":"dump.jsonl","line":17,"error":{"code":"missing_text","message":"the record has no text"}}
        {"schema":"svodka/1","id":null,"error":{"code":"invalid_json","message":"a colon should stand here","column":3}}

        """#
    )
  }

  @Test func `a record starts with what is known of the document`() {
    let json = shown { writer in
      writer.beginRecord(
        id: DocumentID("004"),
        date: CalendarDate(iso: "2025-12-25"),
        offsets: .scalar
      )
      writer.diagnostics([DocumentDiagnostic(code: "c", message: "m")])
      writer.endObject()
    }
    #expect(
      json
        == #"{"schema":"svodka/1","id":"004","date":"2025-12-25","offsets":"scalar","diagnostics":[{"code":"c","message":"m"}]}"#
    )
  }
}
