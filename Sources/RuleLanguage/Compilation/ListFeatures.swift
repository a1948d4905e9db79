import TextEngine

/// The values of a list's features, each made once; entries with the same values share one row.
struct ListFeatures {
  private let names: [String]
  private var texts = SymbolTable()
  /// The distinct values by their number; the first is none.
  private var values: [FeatureValue] = [.none]
  private var keys = SymbolTable()
  /// The distinct rows by their number; the first is that of no features.
  private var rows: [[FeatureValue]]
  // Reused from entry to entry.
  private var row: [UInt32] = []
  private var key: [UInt8] = []

  init(_ names: [String]) {
    self.names = names
    rows = [[FeatureValue](repeating: .none, count: names.count)]
  }

  /// The values of an entry's features, in the order of the list's.
  mutating func values(of entry: ListEntrySyntax) -> [FeatureValue] {
    if entry.features.isEmpty { return rows[0] }
    row.removeAll(keepingCapacity: true)
    for _ in names { row.append(0) }
    for feature in entry.features {
      if let place = names.firstIndex(of: feature.name.text) {
        row[place] = number(of: feature.value)
      }
    }
    key.removeAll(keepingCapacity: true)
    for number in row { withUnsafeBytes(of: number) { key.append(contentsOf: $0) } }
    let number = Int(keys.intern(key))
    if number == rows.count { rows.append(row.map { values[Int($0)] }) }
    return rows[number]
  }

  private mutating func number(of literal: LiteralSyntax) -> UInt32 {
    key.removeAll(keepingCapacity: true)
    // A number and a text of the same spelling are two values; so no key is empty either.
    key.append(literal.kind == .number ? 1 : 0)
    key.append(contentsOf: literal.text.utf8)
    let number = texts.intern(key)
    if Int(number) == values.count { values.append(Self.value(literal)) }
    return number
  }

  private static func value(_ literal: LiteralSyntax) -> FeatureValue {
    if literal.kind == .number, let number = ExactDecimal(literal.text) { return .decimal(number) }
    return .text(literal.text)
  }
}
