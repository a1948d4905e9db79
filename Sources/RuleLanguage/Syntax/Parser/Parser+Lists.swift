import TextEngine

extension Parser {
  /// Reads a list after its keyword.
  mutating func parseList() throws(Unwind) -> ListSyntax {
    guard token.kind == .listName else { throw expected(.listName) }
    let name = NameSyntax(
      text: String(decoding: lexer.bytes[(token.span.start + 1)..<token.span.end], as: UTF8.self),
      range: range(of: token)
    )
    advance()
    return ListSyntax(name: name, content: try parseListContent())
  }

  /// Reads words that the dictionary lacks, after the keyword, which names them.
  mutating func parseLexicon(_ keyword: SourceRange) throws(Unwind) -> ListSyntax {
    let name = NameSyntax(text: ItemKeyword.lexicon.rawValue, range: keyword)
    return ListSyntax(name: name, content: try parseListContent())
  }

  private mutating func parseListContent() throws(Unwind) -> ListSyntax.Content {
    if at("{") { return .entries(parseEntries()) }
    guard word == "from" else { throw expected(.listContent) }
    advance()
    let path = try string(.fileName)
    guard word == "columns" else { return .file(path, columns: []) }
    advance()
    let columns = try names(.columnName)
    for (index, column) in columns.enumerated()
    where columns[..<index].contains(where: { $0.text == column.text }) {
      report(.repeated("column", column.text), at: column.range)
    }
    return .file(path, columns: columns)
  }

  /// Reads entries up to the closing brace, bytes first: a word of an entry is no token of the language.
  private mutating func parseEntries() -> [ListEntrySyntax] {
    let opening = Opening(text: "{", range: range(of: token))
    var entries: [ListEntrySyntax] = []
    lastEnd = token.span.end
    lexer.move(to: token.span.end, isAtLineStart: false)
    while true {
      skipToEntry()
      let start = lexer.position
      guard start < lexer.bytes.count, !itemStartsLine() else {
        let end = lastEnd
        advance()
        lastEnd = end
        _ = unclosed(opening, "}")
        return entries
      }
      if lexer.bytes[start] == UInt8(ascii: "}") {
        advance()
        advance()
        return entries
      }
      if let entry = parseEntry() { entries.append(entry) }
    }
  }

  /// Passes over blanks, line ends and comments.
  private mutating func skipToEntry() {
    var isAtLineStart = false
    while lexer.position < lexer.bytes.count {
      let byte = lexer.bytes[lexer.position]
      if byte == UInt8(ascii: "\n") {
        isAtLineStart = true
        lexer.position += 1
      } else if byte == UInt8(ascii: "#") {
        lexer.position = endOfLine(from: lexer.position)
      } else {
        let length = lexer.blankLength(at: lexer.position)
        if length == 0 { break }
        lexer.position += length
      }
    }
    lexer.move(to: lexer.position, isAtLineStart: isAtLineStart)
  }

  /// Whether the next item starts here, so that the list's brace is missing.
  private func itemStartsLine() -> Bool {
    // Items start with a Latin letter; few entries do.
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lexer.byte(at: lexer.position)) else {
      return false
    }
    var ahead = self
    ahead.token = ahead.lexer.next()
    return ahead.token.isFirstOnLine && ahead.startsItem(certainly: true)
  }

  private mutating func parseEntry() -> ListEntrySyntax? {
    let start = lexer.position
    let line = EntryWords(in: lexer, from: start, file: file)
    lexer.position = line.end
    lastEnd = line.words.last?.range.span.end ?? line.end
    if line.words.isEmpty {
      report(
        .emptyEntry,
        at: SourceRange(file: file, start: start, end: max(line.end, start + 1))
      )
    }
    var features: [FeatureSyntax] = []
    var isAlternative = false
    if lexer.byte(at: line.end) == UInt8(ascii: "|") {
      lexer.position += 1
      parseFeatures(&features, &isAlternative)
    }
    guard !line.words.isEmpty else { return nil }
    return ListEntrySyntax(
      isExact: line.isExact,
      words: line.words,
      features: features,
      isAlternative: isAlternative,
      range: range(from: start)
    )
  }

  /// Reads what stands after `|`, and leaves the lexer at the end of the line or at the list's brace.
  private mutating func parseFeatures(
    _ features: inout [FeatureSyntax],
    _ isAlternative: inout Bool
  ) {
    lexer.limit = endOfLine(from: lexer.position)
    lexer.move(to: lexer.position, isAtLineStart: false)
    let start = lexer.position
    advance()
    lastEnd = start
    do throws(Unwind) {
      try parseFeature(&features, &isAlternative)
      while take(",") { try parseFeature(&features, &isAlternative) }
      if token.kind != .end, !at("}") {
        reportCurrent(.afterFeatures(found: found()), at: range(of: token))
      }
    } catch {}
    let end = lastEnd
    skip { $0.at("}") }
    lastEnd = end
    lexer.limit = lexer.bytes.count
    lexer.position = token.span.start
  }

  private mutating func parseFeature(
    _ features: inout [FeatureSyntax],
    _ isAlternative: inout Bool
  ) throws(Unwind) {
    let name = try name(.featureName)
    if name.text == "alt", !at("=") {
      isAlternative = true
      return
    }
    guard take("=") else { throw expected(.assign) }
    let value = try literal(.featureValue)
    if features.contains(where: { $0.name.text == name.text }) {
      report(.repeated("feature", name.text), at: name.range)
    }
    features.append(FeatureSyntax(name: name, value: value))
  }

  private func endOfLine(from offset: Int) -> Int {
    var end = offset
    while end < lexer.bytes.count, lexer.bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }
}
