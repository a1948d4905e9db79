/// A match whose way lies among those of its phase, to which others are still added.
struct MatchDraft: BitwiseCopyable {
  var rule: Int
  var start: Int
  var end: Int
  /// The place of the first event of its way.
  var firstEvent: Int
  /// The place after the last.
  var lastEvent: Int

  /// The match, once the ways of all are known.
  func match(_ ways: [MatchPath.Event]) -> Match {
    Match(rule: rule, start: start, end: end, path: MatchPath(firstEvent..<lastEvent, of: ways))
  }
}
