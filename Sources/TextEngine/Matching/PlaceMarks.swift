/// What a `PatternMatcher` notes of each instruction where it must follow ways instruction by instruction.
final class PlaceMarks {
  /// The generation in which each instruction was reached.
  let reached: Buffer<Int32>
  /// The last of the threads that reached it then, where it stands in a group of agreement.
  let latest: Buffer<Int32>

  /// Makes marks for so many instructions, all unset.
  init(count: Int) {
    reached = Buffer(capacity: count)
    latest = Buffer(capacity: count)
    removeAll(count)
  }

  /// Forgets in which generations instructions were reached.
  func removeAll() { removeAll(reached.count) }

  private func removeAll(_ count: Int) {
    reached.fill(count, with: -1)
    latest.fill(count, with: -1)
  }
}
