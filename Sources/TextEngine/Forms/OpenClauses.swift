/// Which clauses hold for a word once its grammemes, shape and letters allow them, and which may hold, before a look at
/// the words that they name.
struct OpenClauses {
  /// What is known of a word.
  enum Sort: Int, CaseIterable {
    /// Some rule names it.
    case named
    /// None does, and it has no readings.
    case bare
    /// None does, and it has readings.
    case unnamed

    init(isUnnamed: Bool, hasReadings: Bool) {
      self = isUnnamed ? (hasReadings ? .unnamed : .bare) : .named
    }
  }

  /// For each sort of words, the clauses that hold, and those of which a rest is to be answered.
  private let (sure, open): (BitRows, BitRows)

  init(_ rows: TestRows, _ index: TestIndex) {
    let rest = rows.rest
    sure = BitRows(count: 0, bits: rest.length * 64)
    open = BitRows(count: 0, bits: rest.length * 64)
    let (holding, asking) = (Buffer<UInt64>(), Buffer<UInt64>())
    for sort in Sort.allCases {
      let known =
        switch sort {
        case .named: nil as (yes: Int, no: Int)?
        case .bare: TestRows.bare
        case .unnamed: TestRows.unnamed
        }
      holding.removeAll()
      asking.removeAll()
      for word in 0..<rest.length {
        let refused = known.map { rest.word(word, of: $0.no) } ?? 0
        let answered = known.map { rest.word(word, of: $0.yes) } ?? 0
        let unanswered = rest.word(word, of: TestRows.all) & ~answered & ~refused
        // What names words holds for no others, and what refuses words for all others.
        let keyed = index.isKeyed.word(word, of: 0)
        let doubting = index.isDoubting.word(word, of: 0)
        holding.append(~refused & (~unanswered | ~keyed & doubting))
        asking.append(unanswered & ~keyed & ~doubting)
      }
      sure.append(holding)
      open.append(asking)
    }
  }

  /// Leaves those of some clauses that hold, and makes others those of them that may hold.
  @inline(__always)
  func split(
    _ clauses: Buffer<UInt64>,
    _ sort: Sort,
    into passed: Buffer<UInt64>,
    _ unsure: Buffer<UInt64>
  ) {
    sure.takeIntersection(sort.rawValue, of: clauses, into: passed)
    open.takeIntersection(sort.rawValue, of: clauses, into: unsure)
  }
}
