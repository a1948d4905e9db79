/// Pieces that are several tokens.
extension TokenAssembler {
  /// Cuts a chain at its marks: «5,6,7», «1:100», «123-45-67», «XIX-XX»; «9-10-15-летних» keeps its last hyphen.
  mutating func cut(
    _ start: Int,
    _ end: Int,
    _ bytes: Span<UInt8>,
    _ table: inout TokenTable
  ) {
    var hasComma = false
    for index in start..<end where bytes[index] == 0x2C { hasComma = true }
    var from = start
    for index in start..<end {
      let byte = bytes[index]
      // «1.5,2.5» is two numbers.
      let isMark = hasComma ? byte == 0x2C : byte == 0x2D || byte == 0x2F || byte == 0x3A
      guard isMark, index > from, index + 1 < end else { continue }
      let next = bytes[index + 1]
      let continues = (0x30...0x39).contains(next) || !(0x30...0x39).contains(bytes[from])
      guard continues else { continue }
      add(from, index, kind(from, index, bytes), &table)
      add(index, index + 1, .other, &table)
      from = index + 1
    }
    if from < end { add(from, end, kind(from, end, bytes), &table) }
  }

  /// Whether a piece is a month with the day behind a hyphen: «апреля-1» of «30 апреля-1 мая».
  func isMonthWithDay(_ start: Int, _ end: Int, _ bytes: Span<UInt8>) -> Bool {
    var hyphen = end
    while hyphen > start, (0x30...0x39).contains(bytes[hyphen - 1]) { hyphen -= 1 }
    guard hyphen < end, hyphen > start + 1, bytes[hyphen - 1] == 0x2D else { return false }
    return words.classes(of: bytes.extracting(start..<(hyphen - 1))).contains(.month)
  }

  private func kind(_ start: Int, _ end: Int, _ bytes: Span<UInt8>) -> TokenKind {
    guard (0x30...0x39).contains(bytes[start]) else { return .word }
    var stops = 0
    for index in start..<end where !(0x30...0x39).contains(bytes[index]) {
      guard bytes[index] == 0x2E else { return .numberWord }
      stops += 1
    }
    return stops > 1 ? .mixed : .number
  }

  /// Adds an address without the closing brackets that were not opened in it, nor marks before them.
  mutating func address(
    _ start: Int,
    _ end: Int,
    _ bytes: Span<UInt8>,
    _ table: inout TokenTable
  ) {
    var open = 0
    for index in start..<end {
      if bytes[index] == 0x28 { open += 1 }
      if bytes[index] == 0x29 { open -= 1 }
    }
    var last = end
    while open < 0, last > start + 1, bytes[last - 1] == 0x29 {
      last -= 1
      open += 1
      while last > start + 1, Self.isMark(bytes[last - 1]) { last -= 1 }
    }
    add(start, last, .url, &table)
    for index in last..<end { add(index, index + 1, .other, &table) }
  }

  /// Adds an initial; Latin I, V and X with a stop are numerals rather than names.
  mutating func initial(
    _ start: Int,
    _ end: Int,
    _ bytes: Span<UInt8>,
    _ table: inout TokenTable
  ) {
    guard end == start + 2, bytes[start] == 0x49 || bytes[start] == 0x56 || bytes[start] == 0x58
    else {
      add(start, end, .initial, &table)
      return
    }
    add(start, end - 1, .word, &table)
    add(end - 1, end, .other, &table)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x7C: true
    default: false
    }
  }
}
