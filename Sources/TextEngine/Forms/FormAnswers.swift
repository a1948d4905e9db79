/// Answers of yes or no about the forms of a table, each found at most once: a row of bits for each form.
struct FormAnswers {
  /// The words of a row.
  private let rowLength: Int
  private let found = Buffer<UInt64>(capacity: 1 << 14)
  private let yes = Buffer<UInt64>(capacity: 1 << 14)

  /// Makes room for the answers to so many questions about each form.
  init(questions: Int) { rowLength = (questions + 63) / 64 }

  /// Forgets all answers.
  func removeAll() {
    found.removeAll()
    yes.removeAll()
  }

  /// The answer to a question about a form; nil where it has not been found yet.
  @inline(__always)
  func known(_ form: FormID, _ question: Int) -> Bool? {
    let (word, bit) = place(form, question)
    guard word < found.count, found[word] & bit != 0 else { return nil }
    return yes[word] & bit != 0
  }

  /// Keeps the answer to a question about a form.
  @inline(__always)
  func keep(_ answer: Bool, _ form: FormID, _ question: Int) {
    let (word, bit) = place(form, question)
    if word >= found.count { makeRoom(for: form) }
    found[word] |= bit
    if answer { yes[word] |= bit }
  }

  @inline(never)
  private func makeRoom(for form: FormID) {
    found.extend(to: (Int(form) + 1) * rowLength, with: 0)
    yes.extend(to: found.count, with: 0)
  }

  @inline(__always)
  private func place(_ form: FormID, _ question: Int) -> (word: Int, bit: UInt64) {
    (Int(form) * rowLength + question >> 6, 1 << UInt64(truncatingIfNeeded: question & 63))
  }
}
