/// The last answers to what is asked of forms: the same is asked again and again, by rule after rule.
struct KeptAnswers<Answer: BitwiseCopyable> {
  private struct Entry: BitwiseCopyable {
    var key: UInt64
    var answer: Answer
  }

  private let entries = Buffer<Entry>()
  private let empty: Entry

  /// As many are kept as 12 bits of a hash tell apart.
  private static var bits: UInt64 { 12 }

  /// Keeps nothing yet.
  ///
  /// - Parameter placeholder: Any answer.
  init(placeholder: Answer) {
    empty = Entry(key: .max, answer: placeholder)
    removeAll()
  }

  /// Forgets all answers.
  func removeAll() { entries.fill(1 << Int(Self.bits), with: empty) }

  /// The answer under a key, which is not the largest number, found where it is not kept.
  @inline(__always)
  func answer(_ key: UInt64, _ find: () -> Answer) -> Answer {
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
    let kept = entries[place]
    if kept.key == key { return kept.answer }
    let answer = find()
    entries[place] = Entry(key: key, answer: answer)
    return answer
  }
}
