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
      var bytes: [UInt8] = []
      while end < lexer.limit, lexer.blankLength(at: end) == 0 {
        let byte = lexer.byte(at: end)
        if !isAlone, EntryWords.terminators.contains(byte) { break }
        let next = lexer.byte(at: end + 1)
        if byte == UInt8(ascii: "\\"), end + 1 < lexer.limit, next != UInt8(ascii: "\n") {
          end += 1
          bytes.append(next)
        } else {
          bytes.append(byte)
        }
        end += 1
      }
      guard end > wordStart else { return }
      words.append(
        NameSyntax(
          text: String(decoding: bytes, as: UTF8.self),
          range: SourceRange(file: file, start: wordStart, end: end)
        )
      )
    }
  }

  private static let terminators = Set("|}#\n".utf8)
}
