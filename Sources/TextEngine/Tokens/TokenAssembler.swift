import CICU

/// Makes tokens of the pieces that the break rules cut, with a look at their neighbours.
///
/// Most pieces are tokens as they are. What one piece cannot tell is decided here: whether a stop belongs to an
/// abbreviation («5 км. пути») or to the sentence («… 5 км. Потом …»), which marks between digits cut («5,6,7»), what
/// is joined («3й») and which brackets an address leaves outside.
struct TokenAssembler {
  let words: WordClassTable
  /// What stands before the next token.
  private var gap: TokenFlags = [.spaceBefore, .lineBefore]
  /// The classes of the last token, if it is an abbreviation that the next token decides.
  private var pending: WordClass = []
  /// What the pending abbreviation follows.
  private var pendingAfter: Preceding = .other

  private enum Preceding { case number, half, other }
  private enum Following { case end, opener, capital, other }

  init(words: WordClassTable) { self.words = words }

  /// Forgets everything of the last text.
  mutating func reset() {
    gap = [.spaceBefore, .lineBefore]
    pending = []
  }

  /// Takes the piece of the bytes `start ..< end`, which may be white space.
  @inline(__always)
  mutating func take(
    _ status: Int32,
    start: Int,
    end: Int,
    bytes: Span<UInt8>,
    into table: inout TokenTable
  ) {
    if status == BreakStatus.blank {
      gap.insert(.spaceBefore)
      return
    }
    if status == BreakStatus.lineBreak {
      gap.formUnion([.spaceBefore, .lineBefore])
      return
    }
    // Almost every piece is a word, a mark or a number with blanks around it.
    if pending.isEmpty, !gap.isEmpty, status == 10 || status == 20 {
      table.append(start: start, end: end, kind: status == 10 ? .word : .number, flags: gap)
      gap = []
      return
    }
    slowPiece(status, start: start, end: end, bytes: bytes, into: &table)
  }

  /// Ends the text: a pending abbreviation has nothing after it.
  mutating func finish(into table: inout TokenTable) {
    resolve(before: .end, in: &table)
  }

  @inline(never)
  private mutating func slowPiece(
    _ status: Int32,
    start: Int,
    end: Int,
    bytes: Span<UInt8>,
    into table: inout TokenTable
  ) {
    if !pending.isEmpty {
      resolve(before: following(status, start: start, end: end, bytes: bytes), in: &table)
    }
    if gap.isEmpty, joins(status, start: start, end: end, bytes: bytes, in: &table) { return }
    switch status {
    case BreakStatus.digitChain:
      if let kind = DigitChain.kind(of: bytes.extracting(start..<end)) {
        add(start, end, kind, &table)
      } else {
        cut(start, end, bytes, &table)
      }
    case BreakStatus.joinedWord:
      if Self.isRoman(bytes.extracting(start..<end), hyphens: true) {
        cut(start, end, bytes, &table)
      } else {
        add(start, end, .word, &table)
      }
    default:
      let kind = TokenKind(rawValue: UInt8(truncatingIfNeeded: status)) ?? .other
      switch kind {
      case .url: address(start, end, bytes, &table)
      case .initial: initial(start, end, bytes, &table)
      case .numberWord where isMonthWithDay(start, end, bytes): cut(start, end, bytes, &table)
      case .abbreviation:
        let chain = words.classesBeforeStop(of: bytes.extracting(start..<(end - 1)))
        add(start, end, chain.contains(.final) ? .finalAbbreviation : .abbreviation, &table)
      default: add(start, end, kind, &table)
      }
    }
  }

  mutating func add(
    _ start: Int,
    _ end: Int,
    _ kind: TokenKind,
    _ table: inout TokenTable
  ) {
    table.append(start: start, end: end, kind: kind, flags: gap)
    gap = []
  }
}

// MARK: Joining with the token before

extension TokenAssembler {
  /// Whether the piece became part of the last token, which it touches.
  private mutating func joins(
    _ status: Int32,
    start: Int,
    end: Int,
    bytes: Span<UInt8>,
    in table: inout TokenTable
  ) -> Bool {
    let last = table.count - 1
    guard last >= 0 else { return false }
    switch table.kinds[last] {
    case .word:
      guard status == 0, end == start + 1, bytes[start] == 0x2E else { return false }
      return takesStop(last, end: end, bytes: bytes, in: &table)
    case .other:
      if status == Int32(TokenKind.initial.rawValue) {
        return endsDegree(last, start, end, bytes, in: &table)
      }
      return endsAddress(status, start: start, end: end, bytes: bytes, in: &table)
    case .number:
      let piece = bytes.extracting(start..<end)
      let first = UTF8Decoding.scalar(in: bytes, at: start)
      if status == 35 {
        // «4х100»
        let letter = bytes.extracting(start..<(start + first.length))
        guard words.classes(of: letter).contains(.times) else { return false }
        return extend(last, to: end, .mixed, in: &table)
      }
      if status == 10 {
        if words.classes(of: piece).contains(.ending) {
          return extend(last, to: end, .numberWord, in: &table)
        }
        // «1С», «10А»
        guard first.length == piece.count, icu_isUpper(first.value) else { return false }
        return extend(last, to: end, .mixed, in: &table)
      }
      // «1С.» at the end of a sentence.
      guard status == 60, first.length + 1 == piece.count else { return false }
      _ = extend(last, to: end - 1, .mixed, in: &table)
      add(end - 1, end, .other, &table)
      return true
    default: return false
    }
  }

  /// «21 °C.»: the letter of a scale of temperature, whose stop is the sentence's.
  private mutating func endsDegree(
    _ sign: Int,
    _ start: Int,
    _ end: Int,
    _ bytes: Span<UInt8>,
    in table: inout TokenTable
  ) -> Bool {
    let first = UTF8Decoding.scalar(in: bytes, at: start)
    let isDegree = UTF8Decoding.scalar(in: bytes, at: table.span(sign).start).value == 0xB0
    guard isDegree, first.length + 1 == end - start else { return false }
    add(start, end - 1, .word, &table)
    add(end - 1, end, .other, &table)
    return true
  }

  /// Joins a word, a stop and the end of an address, such as `Mail.Ru`; only the lists know such ends.
  private mutating func endsAddress(
    _ status: Int32,
    start: Int,
    end: Int,
    bytes: Span<UInt8>,
    in table: inout TokenTable
  ) -> Bool {
    let last = table.count - 1
    guard status == 10, last > 0, table.kinds[last - 1] == .word,
      bytes[start - 1] == 0x2E, table.span(last).count == 1, table.flags[last].isEmpty,
      words.classes(of: bytes.extracting(start..<end)).contains(.domain)
    else { return false }
    table.removeLast()
    return extend(last - 1, to: end, .url, in: &table)
  }

  private mutating func extend(
    _ token: Int,
    to end: Int,
    _ kind: TokenKind,
    in table: inout TokenTable
  ) -> Bool {
    table.ends[token] = UInt32(truncatingIfNeeded: end)
    table.kinds[token] = kind
    return true
  }

  /// Gives the stop to the word before it, if the word with a stop is an abbreviation.
  private mutating func takesStop(
    _ token: Int,
    end: Int,
    bytes: Span<UInt8>,
    in table: inout TokenTable
  ) -> Bool {
    let span = table.span(token)
    let classes = words.classesBeforeStop(of: bytes.extracting(span.start..<span.end))
    guard !classes.isEmpty else { return false }
    let after = preceding(token, bytes: bytes, in: table)
    _ = extend(token, to: end, kind(classes, after: after), in: &table)
    if classes.contains(.year), after != .other { table.flags[token].insert(.weakStop) }
    if !classes.isDisjoint(with: [.unit, .half, .bareUnit, .common]) {
      pending = classes
      pendingAfter = after
    }
    return true
  }

  /// The kind of an abbreviation as far as the text before it tells.
  private func kind(_ classes: WordClass, after: Preceding) -> TokenKind {
    if classes.contains(.initial) { return .initial }
    if !classes.isDisjoint(with: [.final, .scale]) { return .finalAbbreviation }
    if classes.contains(.year) { return after == .other ? .abbreviation : .finalAbbreviation }
    if classes.contains(.tail), after == .half { return .finalAbbreviation }
    return .abbreviation
  }

  /// What the abbreviation follows; multipliers and halves of units are left out.
  private func preceding(_ token: Int, bytes: Span<UInt8>, in table: TokenTable) -> Preceding {
    var index = token
    for _ in 0..<4 {
      guard index > 0, !table.flags[index].contains(.lineBefore) else { return .other }
      index -= 1
      // «кВт·ч», «Мбит/с»: what the number stands before is the whole unit.
      if joinsUnits(index, bytes: bytes, in: table) { index -= 2 }
      guard index >= 0 else { return .other }
      let span = table.span(index)
      switch table.kinds[index] {
      case .number, .numberWord, .mixed, .date, .time: return .number
      case .word:
        let piece = bytes.extracting(span.start..<span.end)
        if Self.isRoman(piece) { return .number }
        guard !words.classes(of: piece).isDisjoint(with: [.scale, .part]) else { return .other }
      case .abbreviation, .finalAbbreviation:
        let classes = words.classesBeforeStop(of: bytes.extracting(span.start..<(span.end - 1)))
        // Only next to it: «т. д.», «л. с.», «с. г.».
        if index == token - 1, classes.contains(.half) { return .half }
        guard !classes.isDisjoint(with: [.scale, .part]) else { return .other }
      default: return .other
      }
    }
    return .other
  }

  /// Whether a token is the mark in a unit made of two, without blanks: «кВт·ч», «м/с».
  private func joinsUnits(_ token: Int, bytes: Span<UInt8>, in table: TokenTable) -> Bool {
    guard token > 0, table.kinds[token] == .other, table.kinds[token - 1] == .word,
      table.flags[token].isEmpty, table.flags[token + 1].isEmpty
    else { return false }
    switch UTF8Decoding.scalar(in: bytes, at: table.span(token).start).value {
    case 0x2F, 0x2A, 0xB7, 0x22C5: return true
    default: return false
    }
  }

  /// Whether the word is a Roman numeral, with the Cyrillic «Х» that is often typed for the Latin one.
  static func isRoman(_ word: Span<UInt8>, hyphens: Bool = false) -> Bool {
    var index = 0
    while index < word.count {
      switch word[index] {
      case 0x49, 0x56, 0x58, 0x4C: index += 1
      case 0xD0 where index + 1 < word.count && word[index + 1] == 0xA5: index += 2
      case 0x2D where hyphens: index += 1
      default: return false
      }
    }
    return true
  }
}

// MARK: Stops that the next token decides

extension TokenAssembler {
  /// Decides about the pending abbreviation now that the next token is known.
  private mutating func resolve(before next: Following, in table: inout TokenTable) {
    defer { pending = [] }
    let last = table.count - 1
    guard last >= 0, !pending.isEmpty, table.kinds[last] == .abbreviation else { return }
    let ends: Bool
    if pending.contains(.common) {
      ends = next == .end || next == .opener
    } else if pending.contains(.bareUnit) || pendingAfter == .number {
      ends = next != .other
    } else {
      ends = false
    }
    guard ends else { return }
    let end = Int(table.ends[last])
    table.ends[last] = UInt32(truncatingIfNeeded: end - 1)
    table.kinds[last] = .word
    table.append(start: end - 1, end: end, kind: .other, flags: [])
  }

  private func following(
    _ status: Int32,
    start: Int,
    end: Int,
    bytes: Span<UInt8>
  ) -> Following {
    if gap.contains(.lineBefore) { return .end }
    let first = UTF8Decoding.scalar(in: bytes, at: start)
    if status == 10, words.classes(of: bytes.extracting(start..<end)).contains(.opener) {
      return .opener
    }
    if icu_isUpper(first.value) { return .capital }
    // An opening quotation mark begins a sentence as a capital does.
    return gap.contains(.spaceBefore) && Self.opensQuotation(first.value) ? .capital : .other
  }

  private static func opensQuotation(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0xAB || scalar == 0x201C || scalar == 0x201E
  }
}
