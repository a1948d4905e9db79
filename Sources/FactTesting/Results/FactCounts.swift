/// How many facts came out in each way.
///
///     var counts = FactCounts()
///     counts[.missing] += 1
public struct FactCounts: Hashable, Sendable {
  private var counts: [FactStatus: Int] = [:]

  /// Makes counts that are all 0.
  public init() {}

  /// The number of facts with a status.
  public subscript(status: FactStatus) -> Int {
    get { counts[status, default: 0] }
    set { counts[status] = newValue == 0 ? nil : newValue }
  }

  /// Adds other counts to these.
  public mutating func add(_ other: FactCounts) {
    for status in FactStatus.allCases { self[status] += other[status] }
  }
}
