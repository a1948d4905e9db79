/// The features of all lists, each list summed up when it is first asked for.
final class FeatureTable {
  private let entries: [[ListEntrySyntax]]
  private var summaries: [Int: [String: FeatureSummary]] = [:]

  init(_ entries: [[ListEntrySyntax]] = []) {
    self.entries = entries
  }

  /// The features of a list by name.
  ///
  /// - Complexity: O(*n*) in the number of entries for the first question about a list, then O(1).
  func features(ofList list: Int) -> [String: FeatureSummary] {
    if let known = summaries[list] { return known }
    guard entries.indices.contains(list) else { return [:] }
    var found: [String: FeatureSummary] = [:]
    var seen: [String: Set<String>] = [:]
    for entry in entries[list] {
      for feature in entry.features {
        let name = feature.name.text
        found[name, default: FeatureSummary()].count += 1
        guard seen[name, default: []].insert(feature.value.text).inserted else { continue }
        found[name]?.values.append(
          WrittenText(
            text: feature.value.text,
            isNumber: feature.value.kind == .number,
            range: feature.value.range
          )
        )
      }
    }
    let count = entries[list].count
    for name in Array(found.keys) {
      let isOnAll = found[name]?.count == count
      found[name]?.isOnAll = isOnAll
    }
    summaries[list] = found
    return found
  }

  /// Whether some entry of a list starts with a digit.
  func hasDigits(inList list: Int) -> Bool {
    guard entries.indices.contains(list) else { return false }
    return entries[list].contains { entry in
      entry.words.first?.text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    }
  }
}
