/// Reads the words of a list entry, which are no tokens of the rule language: `=не менее`, `ГОСТ "Р"`, `2-й`.
///
/// An entry runs to `|`, `}`, `#` or the end of the line; a backslash takes the character after it as it is.
struct EntryWords {
  /// Whether `=` stands before the words.
  private(set) var isExact = false
  /// The words, split at blanks.
  private(set) var words: [NameSyntax] = []
  /// The offset of what ends the entry.
  private(set) var end: Int

  /// Reads an entry; one that stands alone in its field runs to the lexer's limit.
  init(in lexer: Lexer, from start: Int, file: Int, isAlone: Bool = false) {
    end = start
    if lexer.byte(at: end) == UInt8(ascii: "=") {
      isExact = true
      end += 1
    }
    while end < lexer.limit {
      let blank = lexer.blankLength(at: end)
      if blank > 0 {
        end += blank
        continue
      }
      let wordStart = end
      var hasEscape = false
      while end < lexer.limit {
        let byte = lexer.bytes[end]
        if Self.isLetter(byte) {
          end += 1
          continue
        }
        guard lexer.blankLength(at: end) == 0 else { break }
        if !isAlone, EntryWords.endsEntry(byte) { break }
        if byte == UInt8(ascii: "\\"), end + 1 < lexer.limit,
          lexer.byte(at: end + 1) != UInt8(ascii: "\n")
        {
          hasEscape = true
          end += 1
        }
        end += 1
      }
      guard end > wordStart else { return }
      if words.isEmpty { words.reserveCapacity(2) }
      var bytes = lexer.bytes[wordStart..<end]
      if hasEscape { bytes = EntryWords.unescaped(bytes) }
      words.append(
        NameSyntax(
          text: String(decoding: bytes, as: UTF8.self),
          range: SourceRange(file: file, start: wordStart, end: end)
        )
      )
    }
  }

  /// Whether a byte surely belongs to a word: a Latin letter, or part of a Cyrillic one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x80...0xBF).contains(byte) || byte == 0xD0 || byte == 0xD1
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The bytes without the backslashes that take the byte after them as it is.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        result.append(byte)
        isEscaped = false
      }
    }
    // A last backslash has nothing to take.
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return result[...]
  }

  private static func endsEntry(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
