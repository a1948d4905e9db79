import TextEngine

/// A plain tokenizer for tests of what stands above tokens, so that they do not depend on the real one.
///
/// Words with hyphens inside, digits with one decimal mark, times, dates and a few abbreviations are one token, as in
/// the real table; any other mark is a token of one character. `¶` becomes a paragraph break.
enum PlainTokens {
  static let abbreviations: Set<String> = ["тыс.", "млн.", "млрд.", "трлн.", "г.", "руб."]

  static func table(_ text: String) -> TokenTable {
    var table = TokenTable()
    let characters = Array(text.unicodeScalars)
    var index = 0
    var offset = 0
    var flags: TokenFlags = [.spaceBefore, .lineBefore, .sentenceStart, .paragraphStart]
    while index < characters.count {
      let first = characters[index]
      if first.properties.isWhitespace || first == "¶" {
        flags.insert(.spaceBefore)
        if first == "\n" { flags.insert(.lineBefore) }
        if first == "¶" { flags.formUnion([.lineBefore, .sentenceStart, .paragraphStart]) }
        offset += UTF8.width(first)
        index += 1
        continue
      }
      let (length, kind) = token(characters[index...].prefix(60))
      let width = characters[index..<index + length].reduce(0) { $0 + UTF8.width($1) }
      if flags.contains(.paragraphStart) { table.paragraphStarts.append(UInt32(table.count)) }
      if flags.contains(.sentenceStart) { table.sentenceStarts.append(UInt32(table.count)) }
      table.starts.append(UInt32(offset))
      table.ends.append(UInt32(offset + width))
      table.kinds.append(kind)
      table.flags.append(flags)
      flags = []
      // A full stop ends a sentence, which is all that these tests need.
      if first == ".", length == 1 { flags.insert(.sentenceStart) }
      offset += width
      index += length
    }
    return table
  }

  private static func token(_ rest: ArraySlice<Unicode.Scalar>) -> (Int, TokenKind) {
    let scalars = Array(rest)
    var length = 0
    func isWordPart(_ index: Int) -> Bool {
      guard index < scalars.count else { return false }
      let scalar = scalars[index]
      if scalar.properties.isAlphabetic || isDigit(scalar) { return true }
      guard "-‑.,:".unicodeScalars.contains(scalar), index > 0, index + 1 < scalars.count else {
        return false
      }
      let before = scalars[index - 1]
      let after = scalars[index + 1]
      if scalar == "-" || scalar == "‑" {
        return (before.properties.isAlphabetic || isDigit(before))
          && (after.properties.isAlphabetic || isDigit(after) && before.properties.isAlphabetic)
      }
      return isDigit(before) && isDigit(after) && marks(scalars[..<index]) < limit(scalars, scalar)
    }
    while isWordPart(length) { length += 1 }
    guard length > 0 else { return (1, .other) }
    let word = scalars[..<length]
    let digits = word.count(where: isDigit)
    if digits == 0 {
      let text = String(String.UnicodeScalarView(word))
      if length < scalars.count, scalars[length] == ".", abbreviations.contains(text + ".") {
        return (length + 1, .abbreviation)
      }
      return (length, .word)
    }
    if word.contains(":") { return (length, .time) }
    if word.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }) {
      return (length, marks(word) == 2 ? .date : .number)
    }
    return (length, word.contains("-") || word.contains("‑") ? .numberWord : .mixed)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func marks(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.count { $0 == "." || $0 == "," }
  }

  /// Two marks belong to one token only in a date.
  private static func limit(_ scalars: [Unicode.Scalar], _ mark: Unicode.Scalar) -> Int {
    let parts = scalars.prefix { isDigit($0) || $0 == "." }.split(separator: ".")
    return mark == "." && parts.map(\.count) == [2, 2, 4] ? 2 : 1
  }
}
