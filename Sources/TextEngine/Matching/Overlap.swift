/// Decides between matches of one phase that share tokens: the strongest first.
///
/// Matches are taken in the order of priority, then length in tokens, then start, then rule; each one that shares no
/// token with a taken one of its pool wins. So every loser has one winner that it lost to.
enum Overlap {
  /// The winners, by start, longer first, then rule; blocks are left out, but for those that narrow readings.
  static func winners(of candidates: [Match], rules: [CompiledRule], tokenCount: Int) -> [Match] {
    if candidates.isEmpty { return [] }
    let killers = killers(of: candidates, rules: rules, tokenCount: tokenCount)
    var winners = candidates.indices.filter {
      let rule = rules[candidates[$0].rule]
      return killers[$0] == nil && (rule.schema != nil || rule.narrows)
    }.map { candidates[$0] }
    winners.sort { first, second in
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      return first.rule < second.rule
    }
    return winners
  }

  /// For each candidate the strongest winner that it shares a token with, or nil where it wins itself.
  static func killers(of candidates: [Match], rules: [CompiledRule], tokenCount: Int) -> [Int?] {
    let order = candidates.indices.sorted { left, right in
      let (first, second) = (candidates[left], candidates[right])
      let (one, other) = (rules[first.rule].priority, rules[second.rule].priority)
      if one != other { return one > other }
      let (length, otherLength) = (first.end - first.start, second.end - second.start)
      if length != otherLength { return length > otherLength }
      if first.start != second.start { return first.start < second.start }
      return first.rule < second.rule
    }
    // For each pool and token, the place in that order of who has taken it.
    var pools: [Int] = []
    var taken: [Int32] = []
    var killers = [Int?](repeating: nil, count: candidates.count)
    for (rank, index) in order.enumerated() {
      let match = candidates[index]
      let pool = rules[match.rule].pool
      let row = pools.firstIndex(of: pool) ?? pools.count
      if row == pools.count {
        pools.append(pool)
        taken.append(contentsOf: repeatElement(.max, count: tokenCount))
      }
      let places = (row * tokenCount + match.start)..<(row * tokenCount + match.end)
      var strongest = Int32.max
      for place in places { strongest = min(strongest, taken[place]) }
      if strongest < .max {
        killers[index] = order[Int(strongest)]
        continue
      }
      for place in places { taken[place] = Int32(rank) }
    }
    return killers
  }
}
