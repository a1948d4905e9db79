/// The layout of a lexicon file, shared by the compiler that writes it and the dictionary that reads it.
///
/// All numbers are little-endian. The header is followed by the tables, each aligned to 16 bytes:
///
///     0   magic "SVODKALX"
///     8   version, u32
///     12  size of the file in bytes, u32
///     16  checksum of all that follows byte 24, u64
///     24  words of the header, u32 each, in the order of `Word`
///     …   offset in bytes and count of elements of each table, u32 each, in the order of `Table`
package enum LexiconLayout {
  package static let magic: [UInt8] = Array("SVODKALX".utf8)
  package static let version: UInt32 = 2
  package static let alignment = 16

  /// Where the checksummed part starts.
  package static let checkedStart = 24

  /// Single numbers of the header.
  package enum Word: Int, CaseIterable {
    /// The code that stands after the last letter of a key; its unit holds an index into `entries`.
    case terminal
    /// The codes of the letters е and ё.
    case ie, yo
    /// The code of the apostrophe U+2019.
    case apostrophe
    /// The bases of the automata: word forms, endings of words, endings of names, prefixes.
    case words, endings, nameEndings, prefixes
    /// The paradigm of abbreviations that no word of the dictionary is declined like.
    case abbreviation
  }

  /// The tables of the file.
  package enum Table: Int, CaseIterable {
    /// u8 × 256: the codes of ASCII, then of U+0400–U+047F; 0 is no letter.
    case letters
    /// u8 × 384: the same for endings, up to U+04FF; letters that no word has stand for others.
    case endingLetters
    /// u32: a double array; the low 8 bits are the code that leads here, the others the next base.
    case units
    /// u32: readings, `paradigm << 16 | row << 1 | last`.
    case entries
    /// u32 × (paradigms + 1): where the rows of each paradigm start in `rows`.
    case paradigmStarts
    /// u32: `suffix << 15 | tag << 2 | prefix`.
    case rows
    /// u32 × (affixes + 1): where each suffix, then each prefix starts in `affixBytes`.
    case affixStarts
    /// u8: the suffixes and the prefixes in UTF-8.
    case affixBytes
    /// u64 × 2 for each tag: the raw value of its `GrammemeSet`, low half first.
    case tags

    /// Bytes of one element.
    package var stride: Int {
      switch self {
      case .letters, .endingLetters, .affixBytes: 1
      case .units, .entries, .paradigmStarts, .rows, .affixStarts: 4
      case .tags: 16
      }
    }
  }

  /// Parts of speech whose words a prefix makes, bits of its value.
  package enum PrefixPart: UInt32 {
    case noun = 1
    case adjective = 2
    case verb = 4
  }

  /// The letters of the longest prefix.
  package static let maxPrefixLength = 8

  package static let tableStart = checkedStart + 4 * Word.allCases.count
  package static let headerSize = tableStart + 8 * Table.allCases.count

  package static let letterCount = 256
  package static let endingLetterCount = 384
  package static let maxSuffixes = 1 << 17
  package static let maxTags = 1 << 13
  package static let maxPrefixes = 1 << 2
  package static let maxRows = 1 << 15

  /// Where the two bytes of a letter of U+0400–U+04FF stand in `endingLetters`.
  package static func endingLetterIndex(_ lead: UInt8, _ trail: UInt8) -> Int {
    128 + (Int(lead & 3) << 6 | Int(trail & 0x3F))
  }

  /// Where the two bytes of a Cyrillic letter stand in `letters`.
  @inline(__always)
  package static func letterIndex(_ lead: UInt8, _ trail: UInt8) -> Int {
    128 + (Int(lead & 1) << 6 | Int(trail & 0x3F))
  }

  /// The checksum of the bytes: FNV-1a over their 64-bit words, the last one filled with zeros.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while index < bytes.count {
      var word: UInt64 = 0
      if index + 8 <= bytes.count {
        word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      } else {
        for (shift, byte) in bytes[index...].enumerated() { word |= UInt64(byte) << (8 * shift) }
      }
      hash = (hash ^ word) &* 0x100_0000_01B3
      // The product moves bits upwards only; without this a flip of the top bit would reach no other.
      hash ^= hash >> 32
      index += 8
    }
    return hash
  }
}
