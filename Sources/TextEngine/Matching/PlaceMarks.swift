/// What a `PatternMatcher` notes of each place in the code while it runs.
///
/// Matchers that run patterns of other places may share it: what one notes the other does not look at.
final class PlaceMarks {
  /// The generation in which each element was reached.
  let seenAt: Buffer<Int32>
  /// Of a place outside all groups of agreement the generation in which a way went on from it; of an element inside one
  /// the first of the threads that have reached it in the generation in which it was reached.
  let latest: Buffer<Int32>

  /// Makes marks for so many places, all unset.
  init(count: Int) {
    seenAt = Buffer(capacity: count)
    latest = Buffer(capacity: count)
    removeAll(count)
  }

  /// Forgets in which generations places were reached.
  func removeAll() { removeAll(seenAt.count) }

  private func removeAll(_ count: Int) {
    seenAt.fill(count, with: -1)
    latest.fill(count, with: -1)
  }
}
