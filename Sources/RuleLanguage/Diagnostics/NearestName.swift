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
    var current: [Int] = []
    for (row, mine) in left.enumerated() {
      current.removeAll(keepingCapacity: true)
      current.append(row + 1)
      for (column, theirs) in right.enumerated() {
        let change = previous[column] + (mine == theirs ? 0 : 1)
        var cost = min(change, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, mine == right[column - 1], left[row - 1] == theirs {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      // The three rows take turns, so that no row is allocated anew.
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count]
  }

  private static func letters(_ name: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars.prefix(64) {
      switch scalar {
      case "a"..."z", "_": result.append(scalar)
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return result
  }
}
