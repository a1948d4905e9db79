/// Decides between matches of one phase that share tokens: the strongest first.
///
/// Matches are taken in the order of priority, then length in tokens, then start, then rule; each one that shares no
/// token with a taken one of its pool wins. So every loser has one winner that it lost to.
enum Overlap {
  /// The winners, by start, longer first, then rule; blocks are left out, but for those that narrow readings.
  static func winners(of candidates: [Match], rules: [CompiledRule]) -> [Match] {
    if candidates.isEmpty { return [] }
    let killers = killers(of: candidates, rules: rules)
    var winners: [Rank] = []
    winners.reserveCapacity(candidates.count)
    for (place, match) in candidates.enumerated() where killers[place] == nil {
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

  /// For each candidate the strongest winner that it shares a token with, or nil where it wins itself.
  ///
  /// Only those that hang together by the tokens that they share are compared. The engine finds matches in the order of
  /// their starts; in another order all are taken to hang together.
  static func killers(of candidates: [Match], rules: [CompiledRule]) -> [Int?] {
    var killers = candidates.map { _ in nil as Int? }
    let isOrdered = zip(candidates, candidates.dropFirst()).allSatisfy { $0.start <= $1.start }
    var crowd = Crowd()
    var first = 0
    while first < candidates.count {
      var end = candidates[first].end
      var last = first + 1
      while last < candidates.count, candidates[last].start < end || !isOrdered {
        end = max(end, candidates[last].end)
        last += 1
      }
      if last - first > 1 {
        crowd.order.removeAll(keepingCapacity: true)
        for place in first..<last {
          let (match, rule) = (candidates[place], candidates[place].rule)
          crowd.order.append(
            Rank(match, place, priority: rules[rule].priority, pool: rules[rule].pool)
          )
        }
        crowd.decide(&killers)
      }
      first = last
    }
    return killers
  }

  /// Candidates that hang together; the arrays are kept from crowd to crowd.
  private struct Crowd {
    var order: [Rank] = []
    private var pools: [Int] = []
    /// For each pool and token, the place in the order of who has taken it.
    private var taken: [Int32] = []

    /// Finds who wins among them.
    mutating func decide(_ killers: inout [Int?]) {
      order.sort { first, second in
        if first.priority != second.priority { return first.priority > second.priority }
        let (length, otherLength) = (first.end - first.start, second.end - second.start)
        if length != otherLength { return length > otherLength }
        if first.start != second.start { return first.start < second.start }
        return first.rule < second.rule
      }
      var (start, end) = (Int.max, 0)
      for match in order { (start, end) = (min(start, match.start), max(end, match.end)) }
      pools.removeAll(keepingCapacity: true)
      taken.removeAll(keepingCapacity: true)
      for (rank, match) in order.enumerated() {
        let row = pools.firstIndex(of: match.pool) ?? pools.count
        if row == pools.count {
          pools.append(match.pool)
          for _ in start..<end { taken.append(.max) }
        }
        let offset = row * (end - start) - start
        var strongest = Int32.max
        for token in match.start..<match.end { strongest = min(strongest, taken[offset + token]) }
        if strongest < .max {
          killers[match.place] = order[Int(strongest)].place
          continue
        }
        for token in match.start..<match.end { taken[offset + token] = Int32(rank) }
      }
    }
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
