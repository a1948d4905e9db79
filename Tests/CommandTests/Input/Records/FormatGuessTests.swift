import FactExtraction
import Testing

@testable import svodka

struct FormatGuessTests {
  private static let beginnings: [(String, InputFormat)] = [
    ("", .jsonl), ("\u{FEFF}", .jsonl), (" \n\t", .jsonl), ("\u{FEFF}\n {\"a\":1}", .jsonl),
    ("{", .jsonl), ("[ \n{", .json), ("\u{FEFF}[{\"text\":\"\"}]", .json), ("[", .text),
    ("[Видео] В Актау", .text), ("В Актау", .text), ("id,text\n", .csv), ("id\ttext\n", .tsv),
    ("\u{FEFF}text;id\n", .csv), ("text\nid\n", .text), ("Да, text", .text), ("\u{FEFF}Да", .text),
  ]

  @Test(arguments: beginnings, [1, 2, 5, 4096])
  func `a stream is told by its beginning, in pieces of any size`(
    beginning: (text: String, format: InputFormat),
    pieceSize: Int
  ) throws {
    let bytes = Array(beginning.text.utf8)
    let stream = PeekedStream(PieceStream(bytes, pieceSize: pieceSize))
    let guess = FormatGuess(fields: RecordFields(), limit: 1 << 20)
    #expect(guess.format(of: stream) == beginning.format)
    // It stays unread.
    #expect(stream.everything().bytes == bytes)
  }

  @Test func `white space above the limit is a text`() {
    let stream = PeekedStream(PieceStream(Array("     {".utf8), pieceSize: 1))
    #expect(FormatGuess(fields: RecordFields(), limit: 3).format(of: stream) == .text)
  }
}
