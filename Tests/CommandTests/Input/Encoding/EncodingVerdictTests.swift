import Foundation
import Testing

@testable import svodka

struct EncodingVerdictTests {
  private static let pages: [TextEncoding] = [
    .windows1251, .koi8R, .cp866, .iso8859Part5, .macCyrillic,
  ]

  /// The articles of the repository.
  private static let articles: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../Fixtures/articles").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap {
      try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }()

  private func verdict(_ bytes: [UInt8]) -> EncodingVerdict {
    EncodingVerdict(head: bytes, isWhole: true)
  }

  @Test(arguments: pages)
  func `of samples of 200 bytes at most one in two hundred is not told`(
    encoding: TextEncoding
  ) throws {
    let page = try #require(CodePage(encoding))
    var generator = SeededGenerator(state: 11)
    var (samples, misses) = (0, 0)
    for article in Self.articles {
      let bytes = page.encode(article)
      for _ in 0..<60 {
        let start = Int.random(in: 0...(bytes.count - 200), using: &generator)
        let sample = Array(bytes[start..<start + 200])
        samples += 1
        switch verdict(sample) {
        case .encoding(let found):
          // What is the same text by both is no mistake.
          if found != encoding {
            misses += 1
            let right = sample.compactMap { page[$0] }
            let read = CodePage(found).map { page in sample.compactMap { page[$0] } }
            #expect(read == right, "seed 11: \(encoding.rawValue) as \(found.rawValue)")
            if read == right { misses -= 1 }
          }
        case .unknown: misses += 1
        }
      }
    }
    #expect(samples >= 700)
    #expect(misses * 200 <= samples, "\(misses) of \(samples)")
  }

  @Test(arguments: pages)
  func `whole articles and their capitals are told`(encoding: TextEncoding) throws {
    let page = try #require(CodePage(encoding))
    for article in Self.articles {
      #expect(verdict(page.encode(article)) == .encoding(encoding))
      let capitals = page.encode(article.uppercased())
      guard case .encoding(let found) = verdict(capitals) else {
        Issue.record("\(encoding.rawValue) in capitals is not told")
        continue
      }
      let read = try #require(CodePage(found))
      #expect(capitals.allSatisfy { read[$0] == page[$0] })
    }
  }

  @Test func `valid UTF-8 is never taken for anything else`() {
    var generator = SeededGenerator(state: 3)
    for article in Self.articles {
      let bytes = Array(article.utf8)
      for _ in 0..<100 {
        let start = Int.random(in: 0..<bytes.count - 400, using: &generator)
        let end = start + Int.random(in: 0...400, using: &generator)
        let whole = Array(String(decoding: bytes[start..<end], as: UTF8.self).utf8)
        #expect(verdict(whole) == .encoding(.utf8))
        // Broken off inside a character, as a head of 64 KiB may be.
        let head = Array(bytes[..<end])
        #expect(EncodingVerdict(head: head, isWhole: false) == .encoding(.utf8))
      }
    }
  }

  @Test func `damaged UTF-8 stays UTF-8`() throws {
    var bytes = Array(try #require(Self.articles.first).utf8)
    for place in stride(from: 5, to: bytes.count, by: 40) { bytes[place] = 0xFF }
    #expect(verdict(bytes) == .encoding(.utf8))
    // Next to nothing but ASCII decides nothing, so that only damaged lines are rejected.
    #expect(verdict(Array("{\"text\":\"a\"}\n".utf8) + [0xCF, 0xF0]) == .encoding(.utf8))
  }

  @Test func `UTF-16 is told by its BOM and by its zeros`() {
    for article in Self.articles {
      let units = Array(article.utf16)
      let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      #expect(verdict(little) == .encoding(.utf16LittleEndian))
      #expect(verdict(big) == .encoding(.utf16BigEndian))
      #expect(verdict([0xFF, 0xFE] + little) == .encoding(.utf16LittleEndian))
      #expect(verdict([0xFE, 0xFF] + big) == .encoding(.utf16BigEndian))
    }
    #expect(
      verdict([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]) == .unknown("it is UTF-32, which is not read")
    )
  }

  @Test func `letters that are a BOM of UTF-16 too are letters`() throws {
    let page = try #require(CodePage(.windows1251))
    let bytes = page.encode("яю" + (try #require(Self.articles.first)))
    #expect(bytes.starts(with: [0xFF, 0xFE]))
    #expect(verdict(bytes) == .encoding(.windows1251))
  }

  @Test func `what is neither is refused`() throws {
    let french = "L'été dernier, à la fête, l'élève âgé répéta près du château où il était né. "
    let latin = String(repeating: french, count: 20).unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    var generator = SeededGenerator(state: 9)
    let noise = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for bytes in [latin, noise] {
      #expect(
        verdict(bytes) == .unknown("it is neither UTF-8 nor Russian text of another encoding")
      )
    }
    let small = Array(repeating: UInt8(0xE0), count: 4) + [0xFF]
    #expect(verdict(small) == .encoding(.utf8))
  }
}

extension CodePage {
  /// A text in this page; what it lacks is left out.
  func encode(_ text: String) -> [UInt8] {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      if let scalar = self[byte] { bytes[scalar] = byte }
    }
    return text.unicodeScalars.compactMap { bytes[$0] }
  }
}
