import TextEngine

/// The values of a list's features, each made once; entries with the same values share one row.
struct ListFeatures {
  /// A value that some entry gives to some feature: the first place where it stands.
  private struct First {
    var feature: Int
    var entry: Int
  }

  /// The texts of one feature that are numbers, or those that are not, and their numbers among all values.
  private struct Texts {
    var table = SymbolTable()
    /// By the text's symbol, one less: the empty text has none of its own.
    var numbers: [UInt32] = []
    var numberOfEmpty: UInt32 = 0
  }

  /// Two for each feature: a number and a text of the same spelling are two values.
  private var texts: [Texts] = []
  /// The distinct values of each feature by their number; the first is none.
  private var values: [FeatureValue] = [.none]
  private var firsts: [First] = [First(feature: 0, entry: 0)]
  private var keys = SymbolTable()
  /// The gazetteer's numbers of the distinct rows; the first is that of no features.
  private var rows: [UInt32] = [0]
  // Reused from entry to entry.
  private var row: [UInt32] = []

  /// The gazetteer's row of an entry's values, in the order of the list's features.
  mutating func row(
    ofEntry index: Int,
    of entries: ListEntries,
    in gazetteer: inout Gazetteer
  ) -> UInt32 {
    let places = entries.entries[index].features
    if places.isEmpty { return 0 }
    row.removeAll(keepingCapacity: true)
    for _ in entries.featureNames { row.append(0) }
    for place in places {
      row[Int(entries.features[place].name)] = number(ofFeature: place, index, entries)
    }
    let number = row.withUnsafeBytes { bytes in
      Int(keys.intern(bytes.bindMemory(to: UInt8.self).span))
    }
    if number == rows.count {
      rows.append(gazetteer.add(features: row.map { values[Int($0)] }))
    }
    return rows[number]
  }

  private mutating func number(
    ofFeature place: Int,
    _ entry: Int,
    _ entries: ListEntries
  ) -> UInt32 {
    let feature = entries.features[place]
    let kind = Int(feature.name) * 2 + (feature.kind == .number ? 1 : 0)
    while texts.count <= kind { texts.append(Texts()) }
    let symbol = texts[kind].table.intern(
      entries.bytes.span.extracting(feature.value.range)
    )
    if symbol == 0 {
      if texts[kind].numberOfEmpty == 0 {
        texts[kind].numberOfEmpty = add(feature, place, entry, entries)
      }
      return texts[kind].numberOfEmpty
    }
    if texts[kind].numbers.count < symbol {
      texts[kind].numbers.append(add(feature, place, entry, entries))
    }
    return texts[kind].numbers[Int(symbol) - 1]
  }

  private mutating func add(
    _ feature: ListEntries.Feature,
    _ place: Int,
    _ entry: Int,
    _ entries: ListEntries
  ) -> UInt32 {
    values.append(Self.value(feature.kind, entries.text(feature.value)))
    firsts.append(First(feature: place, entry: entry))
    return UInt32(values.count - 1)
  }

  private static func value(_ kind: LiteralSyntax.Kind, _ text: String) -> FeatureValue {
    if kind == .number, let number = ExactDecimal(text) { return .decimal(number) }
    return .text(text)
  }

  /// What is known of each feature by its name.
  func summaries(of entries: ListEntries) -> [String: FeatureSummary] {
    var found = entries.featureNames.map { _ in FeatureSummary() }
    for feature in entries.features { found[Int(feature.name)].count += 1 }
    for first in firsts.dropFirst() {
      let literal = entries.value(ofFeature: first.feature, ofEntry: first.entry)
      found[Int(entries.features[first.feature].name)].values.append(
        WrittenText(
          text: literal.text,
          isNumber: literal.kind == .number,
          range: literal.range
        )
      )
    }
    for place in found.indices { found[place].isOnAll = found[place].count == entries.count }
    return Dictionary(
      zip(entries.featureNames, found).filter { $0.1.count > 0 },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
