/// How one fact of a test came out.
public enum FactStatus: String, CaseIterable, Sendable {
  /// It was wanted, and found with the fields that the test lists.
  case passed
  /// It was wanted, and nothing was found that overlaps it.
  case missing
  /// It was found, and nothing was wanted that overlaps it.
  case noisy
  /// It was found where it was wanted, with other fields.
  case wrongField = "wrong_field"
  /// It was wanted, and an overlapping fact of the same rule or kind was found instead.
  case movedSpan = "moved_span"
  /// What the test expects cannot be: a field that the kind does not have, a file that is not as its format has it.
  case faulty

  /// The status in words, for a person to read.
  public var words: String {
    switch self {
    case .passed: "passed"
    case .missing: "missing"
    case .noisy: "noisy"
    case .wrongField: "with a wrong field"
    case .movedSpan: "moved"
    case .faulty: "faulty"
    }
  }
}
