/// What a `PatternMatcher` notes of each place in the code while it runs.
///
/// Matchers that run patterns of other places may share it: what one notes the other does not look at.
final class PlaceMarks {
  /// The generation in which each element was reached, and that in which a way went on from each place.
  let seenAt: Buffer<Int32>
  let startedAt: Buffer<Int32>
  /// The first of the threads that have reached an element in that generation.
  let seenHead: Buffer<Int32>

  /// Makes marks for so many places, all unset.
  init(count: Int) {
    seenAt = Buffer(capacity: count)
    startedAt = Buffer(capacity: count)
    seenHead = Buffer(capacity: count)
    seenHead.fill(count, with: -1)
    removeAll(count)
  }

  /// Forgets in which generations places were reached.
  func removeAll() { removeAll(seenAt.count) }

  private func removeAll(_ count: Int) {
    seenAt.fill(count, with: -1)
    startedAt.fill(count, with: -1)
  }
}
