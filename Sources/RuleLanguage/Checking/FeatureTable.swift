/// The features of all lists, each list summed up when it is first asked for.
final class FeatureTable {
  private let entries: [ListEntries]
  private let features: [ListFeatures]
  private var summaries: [Int: [String: FeatureSummary]] = [:]

  init(_ entries: [ListEntries] = [], _ features: [ListFeatures] = []) {
    self.entries = entries
    self.features = features
  }

  /// The features of a list by name.
  ///
  /// - Complexity: O(*n*) in the number of entries for the first question about a list, then O(1).
  func features(ofList list: Int) -> [String: FeatureSummary] {
    if let known = summaries[list] { return known }
    guard entries.indices.contains(list), features.indices.contains(list) else { return [:] }
    let found = features[list].summaries(of: entries[list])
    summaries[list] = found
    return found
  }

  /// Whether some entry of a list starts with a digit.
  func hasDigits(inList list: Int) -> Bool {
    guard entries.indices.contains(list) else { return false }
    let entries = entries[list]
    return entries.entries.contains { entry in
      guard let first = entry.words.first,
        let byte = entries.bytes[entries.words[first].range].first
      else { return false }
      return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
