/// The search for what an unknown name was meant to be.
public enum NearestName {
  /// The candidate with the fewest edits from a name, if it is near enough; of equals, the first.
  ///
  /// An edit is a letter more, less, changed, or two neighbours exchanged; upper and lower case count as equal.
  /// A third of the letters may differ, at least one and never all.
  ///
  ///     NearestName.find("nuon", in: ["adj", "noun"])  // "noun"
  ///
  /// - Complexity: O(*n*·*m*) per candidate in the lengths of the names, of which 64 letters are looked at.
  public static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = letters(name)
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let offered = letters(candidate)
      let longest = max(wanted.count, offered.count)
      let limit = min(max(1, wanted.count / 3), longest - 1)
      guard abs(wanted.count - offered.count) <= limit else { continue }
      let distance = distance(wanted, offered)
      guard distance <= limit else { continue }
      if let current = best, current.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// The number of edits between two words.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, mine) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, theirs) in right.enumerated() {
        let change = previous[column] + (mine == theirs ? 0 : 1)
        var cost = min(change, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, mine == right[column - 1], left[row - 1] == theirs {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func letters(_ name: String) -> [Unicode.Scalar] {
    Array(name.unicodeScalars.prefix(64)).flatMap {
      Array($0.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
