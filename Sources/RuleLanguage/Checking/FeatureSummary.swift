/// The values of one feature in all entries of a list.
struct FeatureSummary {
  /// The values, each once, in the order of the entries.
  var values: [WrittenText] = []
  /// The number of entries that have the feature.
  var count = 0
  /// Whether every entry has the feature.
  var isOnAll = false

  /// What reading the feature gives: a number where all values are numbers, else one of the texts.
  var type: ValueType {
    values.allSatisfy(\.isNumber) ? .decimal : .written(values)
  }
}
