/// Decides between matches of one phase that share tokens: the strongest first.
///
/// Matches are taken in the order of priority, then length in tokens, then start, then rule; each one that shares no
/// token with a taken one of its pool wins. So every loser has one winner that it lost to.
enum Overlap {
  /// The winners, by start, longer first, then rule; blocks are left out, but for those that narrow readings.
  static func winners(of candidates: [Match], rules: [CompiledRule], tokenCount: Int) -> [Match] {
    if candidates.isEmpty { return [] }
    let killers =
      areApart(candidates)
      ? [] : killers(of: candidates, rules: rules, tokenCount: tokenCount)
    var winners: [Rank] = []
    winners.reserveCapacity(candidates.count)
    for (place, match) in candidates.enumerated() {
      guard killers.isEmpty || killers[place] == nil else { continue }
      guard rules[match.rule].schema != nil || rules[match.rule].narrows else { continue }
      winners.append(Rank(match, place))
    }
    winners.sort { first, second in
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      return first.rule < second.rule
    }
    return winners.map { candidates[$0.place] }
  }

  /// Whether each candidate starts where those before it have ended, so that all of them win.
  private static func areApart(_ candidates: [Match]) -> Bool {
    var end = 0
    for match in candidates {
      if match.start < end { return false }
      end = match.end
    }
    return true
  }

  /// For each candidate the strongest winner that it shares a token with, or nil where it wins itself.
  static func killers(of candidates: [Match], rules: [CompiledRule], tokenCount: Int) -> [Int?] {
    var order: [Rank] = []
    order.reserveCapacity(candidates.count)
    for (place, match) in candidates.enumerated() {
      order.append(
        Rank(match, place, priority: rules[match.rule].priority, pool: rules[match.rule].pool)
      )
    }
    order.sort { first, second in
      if first.priority != second.priority { return first.priority > second.priority }
      let (length, otherLength) = (first.end - first.start, second.end - second.start)
      if length != otherLength { return length > otherLength }
      if first.start != second.start { return first.start < second.start }
      return first.rule < second.rule
    }
    // For each pool and token, the place in that order of who has taken it.
    var pools: [Int] = []
    var taken: [Int32] = []
    var killers = candidates.map { _ in nil as Int? }
    for (rank, match) in order.enumerated() {
      let row = pools.firstIndex(of: match.pool) ?? pools.count
      if row == pools.count {
        pools.append(match.pool)
        taken.append(contentsOf: repeatElement(.max, count: tokenCount))
      }
      let places = (row * tokenCount + match.start)..<(row * tokenCount + match.end)
      var strongest = Int32.max
      for place in places { strongest = min(strongest, taken[place]) }
      if strongest < .max {
        killers[match.place] = order[Int(strongest)].place
        continue
      }
      for place in places { taken[place] = Int32(rank) }
    }
    return killers
  }

  /// What a candidate is compared by, and its place among the candidates; to sort these moves no paths.
  private struct Rank: BitwiseCopyable {
    var rule: Int
    var start: Int
    var end: Int
    var place: Int
    var priority: Int
    var pool: Int

    init(_ match: Match, _ place: Int, priority: Int = 0, pool: Int = 0) {
      (rule, start, end) = (match.rule, match.start, match.end)
      (self.place, self.priority, self.pool) = (place, priority, pool)
    }
  }
}
