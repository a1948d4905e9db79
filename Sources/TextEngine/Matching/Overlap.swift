/// Decides between matches of one phase that share tokens: the strongest first.
///
/// Matches are taken in the order of priority, then length in tokens, then start, then rule; each one that shares no
/// token with a taken one of its pool wins. So every loser has one winner that it lost to.
enum Overlap {
  /// The winners, by start, longer first, then rule.
  static func winners(of candidates: [Match], rules: [CompiledRule], tokenCount: Int) -> [Match] {
    if candidates.isEmpty { return [] }
    let order = candidates.indices.sorted { left, right in
      let (first, second) = (candidates[left], candidates[right])
      let (one, other) = (rules[first.rule].priority, rules[second.rule].priority)
      if one != other { return one > other }
      let (length, otherLength) = (first.end - first.start, second.end - second.start)
      if length != otherLength { return length > otherLength }
      if first.start != second.start { return first.start < second.start }
      return first.rule < second.rule
    }
    var taken: [Int: [Bool]] = [:]
    let free = [Bool](repeating: false, count: tokenCount)
    var winners: [Match] = []
    for index in order {
      let match = candidates[index]
      let pool = rules[match.rule].pool
      if taken[pool, default: free][match.start..<match.end].contains(true) { continue }
      for token in match.tokens { taken[pool, default: free][token] = true }
      if rules[match.rule].schema != nil { winners.append(match) }
    }
    winners.sort { first, second in
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      return first.rule < second.rule
    }
    return winners
  }
}
