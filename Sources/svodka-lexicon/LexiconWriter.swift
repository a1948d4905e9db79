import TextEngine

/// Puts tables and header words together as `LexiconLayout` has it.
struct LexiconWriter {
  private var words = [UInt32](repeating: 0, count: LexiconLayout.Word.allCases.count)
  private var places = [(offset: UInt32, count: UInt32)](
    repeating: (0, 0),
    count: LexiconLayout.Table.allCases.count
  )
  private var tables: [UInt8] = []

  subscript(word: LexiconLayout.Word) -> UInt32 {
    get { words[word.rawValue] }
    set { words[word.rawValue] = newValue }
  }

  /// Appends a table of numbers of the size that the layout has for it.
  mutating func append<Number: FixedWidthInteger>(
    _ table: LexiconLayout.Table,
    _ numbers: [Number]
  ) {
    precondition(MemoryLayout<Number>.size == table.stride)
    align()
    places[table.rawValue] = (
      UInt32(LexiconWriter.firstTable + tables.count), UInt32(numbers.count)
    )
    for number in numbers { LexiconWriter.append(number, to: &tables) }
  }

  /// The whole file.
  mutating func finish() -> [UInt8] {
    align()
    var body: [UInt8] = []
    for word in words { LexiconWriter.append(word, to: &body) }
    for place in places {
      LexiconWriter.append(place.offset, to: &body)
      LexiconWriter.append(place.count, to: &body)
    }
    while LexiconLayout.checkedStart + body.count < LexiconWriter.firstTable { body.append(0) }
    body += tables
    var file = LexiconLayout.magic
    LexiconWriter.append(LexiconLayout.version, to: &file)
    LexiconWriter.append(UInt32(LexiconLayout.checkedStart + body.count), to: &file)
    LexiconWriter.append(body.withUnsafeBytes { LexiconLayout.checksum($0) }, to: &file)
    return file + body
  }

  private static let firstTable =
    (LexiconLayout.headerSize + LexiconLayout.alignment - 1)
    / LexiconLayout.alignment * LexiconLayout.alignment

  private mutating func align() {
    while tables.count % LexiconLayout.alignment != 0 { tables.append(0) }
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
