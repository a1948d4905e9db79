import TextEngine

/// The codes of the letters that the dictionary's words have: 1 and up, in the order of Unicode.
struct Alphabet {
  private(set) var codes: [UInt32: UInt8] = [:]
  private(set) var terminal: UInt8 = 0

  init(_ dump: Dump) throws {
    var scalars: Set<UInt32> = []
    for text in dump.lexemes.map(\.stem) + dump.suffixes + dump.prefixes {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        scalars.insert(scalar.value)
      }
    }
    for (index, scalar) in scalars.sorted().enumerated() { codes[scalar] = UInt8(index + 1) }
    terminal = UInt8(scalars.count + 1)
    guard scalars.count < 64 else { throw DumpError(message: "more than 63 letters") }
    for scalar in scalars where !Alphabet.hasPlace(scalar) {
      throw DumpError(
        message: "U+\(String(scalar, radix: 16)) has no place in the table of letters"
      )
    }
  }

  private static func hasPlace(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || (0x400..<0x480).contains(scalar) || scalar == 0x2019
  }

  /// The code of a letter, or of one that no word has: 255.
  func code(_ scalar: UInt32) -> UInt8 { codes[scalar] ?? 255 }

  func encode(_ text: [UInt8]) -> [UInt8] {
    String(decoding: text, as: UTF8.self).unicodeScalars.map { code($0.value) }
  }

  /// The table for looking up endings, where letters that no word has stand for others.
  func endingTable(_ others: [UInt32: UInt32]) throws -> [UInt8] {
    var table = [UInt8](repeating: 0, count: LexiconLayout.endingLetterCount)
    for (index, code) in self.table.enumerated() { table[index] = code }
    for (from, to) in others {
      guard (0x400..<0x500).contains(from), codes[from] == nil, let code = codes[to] else {
        throw DumpError(message: "U+\(String(from, radix: 16)) can't stand for another letter")
      }
      table[128 + Int(from - 0x400)] = code
    }
    return table
  }

  /// The table that leads from the bytes of a letter to its code.
  var table: [UInt8] {
    var table = [UInt8](repeating: 0, count: LexiconLayout.letterCount)
    for (scalar, code) in codes {
      if scalar < 0x80 { table[Int(scalar)] = code }
      if (0x400..<0x480).contains(scalar) { table[128 + Int(scalar - 0x400)] = code }
    }
    return table
  }
}
