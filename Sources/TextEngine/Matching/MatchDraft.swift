/// A match whose way lies among those of its phase, to which others are still added.
struct MatchDraft {
  var rule: Int
  var start: Int
  var end: Int
  /// The places of the events of its way.
  var way: Range<Int>

  /// The match, once the ways of all are known.
  func match(_ ways: [MatchPath.Event]) -> Match {
    Match(rule: rule, start: start, end: end, path: MatchPath(way, of: ways))
  }
}
