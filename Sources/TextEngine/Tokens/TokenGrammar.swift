/// The two parts of `Rules/tokens.rbbi`: break rules for ICU, and classes of words.
struct TokenGrammar {
  /// The break rules, as ICU wants them.
  let breakRules: [UInt16]
  /// The words of the second part.
  let words: WordClassTable

  /// Cuts the file at the line `%%` and reads the lists after it.
  ///
  /// - Throws: `TokenizerError` for a heading that names no class, or words before the first heading.
  init(file bytes: Span<UInt8>) throws(TokenizerError) {
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = lines.firstIndex { $0 == "%%" } ?? lines.count
    var rules: [UInt16] = []
    for line in lines[..<cut] {
      rules.append(contentsOf: line.utf16)
      rules.append(0x0A)
    }
    breakRules = rules
    words = try Self.lists(lines[cut...].dropFirst())
  }

  private static func lists(
    _ lines: ArraySlice<Substring>
  ) throws(TokenizerError) -> WordClassTable {
    var table = WordClassTable()
    var current: WordClass?
    for (index, line) in zip(lines.indices, lines) {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        let name = line.dropFirst().dropLast()
        guard let heading = WordClass(heading: name) else {
          throw TokenizerError(message: "unknown class '\(name)'", line: index + 1, column: 2)
        }
        current = heading
        continue
      }
      guard let current else {
        throw TokenizerError(message: "words before the first class", line: index + 1, column: 1)
      }
      for word in line.split(separator: " ") { table.insert(Array(word.utf8).span, current) }
    }
    return table
  }
}
