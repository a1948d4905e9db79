import Foundation
import Testing

@testable import svodka

struct TextDecoderTests {
  private func decode(
    _ bytes: [UInt8],
    as encoding: TextEncoding,
    pieceSize: Int = 4096
  ) -> [UInt8] {
    DecodedStream(
      PieceStream(bytes, pieceSize: pieceSize),
      encoding: encoding,
      notes: EncodingNotes { _ in }
    ).everything().bytes
  }

  /// Foundation knows two of the pages, by tables of its own.
  @Test(
    arguments: [
      (TextEncoding.windows1251, String.Encoding.windowsCP1251), (.iso8859Part5, nil),
      (.koi8R, nil),
      (.koi8U, nil), (.cp866, nil), (.macCyrillic, nil),
    ] as [(TextEncoding, String.Encoding?)]
  )
  func `a page reads back what it writes`(
    encoding: TextEncoding,
    known: String.Encoding?
  ) throws {
    let page = try #require(CodePage(encoding))
    let all = (UInt8.min...UInt8.max).filter { page[$0] != nil }
    let text = String(String.UnicodeScalarView(all.compactMap { page[$0] }))
    #expect(page.encode(text) == all)
    #expect(decode(all, as: encoding) == Array(text.utf8))
    #expect(decode(all, as: encoding, pieceSize: 1) == Array(text.utf8))
    if let known { #expect(String(bytes: all, encoding: known) == text) }
    for letter in "АБЯабяЁё".unicodeScalars { #expect(all.contains { page[$0] == letter }) }
  }

  @Test(arguments: [1, 2, 3, 4096])
  func `UTF-16 is read over pieces of any size`(pieceSize: Int) {
    let text = "В Актау 🎉 5 домов\n"
    let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let wanted = Array(text.utf8)
    #expect(decode(little, as: .utf16LittleEndian, pieceSize: pieceSize) == wanted)
    #expect(decode(big, as: .utf16BigEndian, pieceSize: pieceSize) == wanted)
    #expect(decode(little, as: .utf16, pieceSize: pieceSize) == wanted)
    #expect(decode([0xFE, 0xFF] + big, as: .utf16, pieceSize: pieceSize) == wanted)
    #expect(decode([0xFF, 0xFE] + little, as: .utf16LittleEndian, pieceSize: pieceSize) == wanted)
  }

  @Test func `what has no meaning leaves a byte that is not UTF-8`() {
    // Half a pair before a letter and at the end, half a unit.
    #expect(decode([0x3D, 0xD8, 0x41, 0], as: .utf16LittleEndian) == [0xFF, 0x41])
    #expect(decode([0x41, 0, 0x3D, 0xD8], as: .utf16LittleEndian) == [0x41, 0xFF])
    #expect(decode([0x00, 0xDC], as: .utf16LittleEndian) == [0xFF])
    #expect(decode([0x41, 0, 0x42], as: .utf16LittleEndian) == [0x41, 0xFF])
    #expect(decode([0x41, 0x98], as: .windows1251) == [0x41, 0xFF])
  }

  @Test(arguments: [TextEncoding.windows1251, .koi8R, .cp866, .iso8859Part5, .macCyrillic])
  func `UTF-8 inside of another encoding is rejected`(encoding: TextEncoding) throws {
    let page = try #require(CodePage(encoding))
    let line = page.encode("Ёлки, съёмка: «Рынок — это всё». ПЕРЕЁЗД в СССР\n")
    #expect(!decode(line, as: encoding).contains(0xFF))
    let mixed = decode(line + Array("Сообщили власти\n".utf8) + line, as: encoding)
    let lines = mixed.split(separator: UInt8(ascii: "\n")).map { $0.contains(0xFF) }
    #expect(lines == [false, true, false])
  }

  @Test func `a partner that waits is answered before the encoding is known`() throws {
    let lines = ["{\"a\":1}\n", "{\"текст\":\"Да\"}\n", "{}\n"]
    let stream = DecodedStream(
      PieceStream(Array(lines.joined().utf8), pieceSize: 1, isInteractive: true),
      encoding: .auto,
      notes: EncodingNotes { _ in }
    )
    for line in lines.prefix(2) {
      var bytes: [UInt8] = []
      #expect(try stream.read(into: &bytes) == line.utf8.count)
      #expect(String(decoding: bytes, as: UTF8.self) == line)
    }
  }

  @Test func `lines of ASCII above the size that is looked at are read to their end`() {
    let line = Array("{\"text\":\"\\u0414\\u0430\"}\n".utf8)
    let bytes = Array(repeating: line, count: EncodingVerdict.headSize / line.count * 2).flatMap(
      \.self
    )
    for pieceSize in [line.count, line.count * 1_000] {
      let stream = DecodedStream(
        PieceStream(bytes, pieceSize: pieceSize, isInteractive: true),
        encoding: .auto,
        notes: EncodingNotes { _ in }
      )
      #expect(stream.everything().bytes == bytes)
    }
  }

  @Test func `a few files are named and the others counted`() {
    var said: [String] = []
    let notes = EncodingNotes { said.append($0) }
    for number in 1...6 { notes.note(number < 6 ? .windows1251 : .koi8R, of: "\(number).txt") }
    notes.finish()
    #expect(
      said == (1...4).map { "\($0).txt: read as windows-1251" }
        + ["2 more files were not UTF-8: read 1 as windows-1251, 1 as koi8-r"]
    )
  }
}
