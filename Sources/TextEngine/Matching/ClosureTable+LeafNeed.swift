extension ClosureTable {
  /// What must stand at a token for a leaf to take something there, as one number.
  ///
  /// Most leaves ask for what stands elsewhere, and this is all that is looked at then.
  struct LeafNeed: BitwiseCopyable {
    /// The test that the form must pass, or may pass where the test looks at what stands around the token too.
    ///
    /// Below 0, the complement of a list's bit, of that of a type of annotation 64 further on, or of `nothing`.
    private var number: Int32

    private static let nothing = 128

    init(_ step: MatchCode.Step) {
      switch step.operation {
      case .token: number = step.first
      case .list: number = ~(step.first & 63)
      case .annotation: number = ~(64 | step.first & 63)
      default: number = ~Int32(Self.nothing)
      }
    }

    /// Whether it is another form than one that has some answers.
    @inline(__always)
    func isOther(than answers: BufferView<UInt64>) -> Bool {
      let test = Int(number)
      return test >= 0
        && answers[test >> 6] & 1 << UInt64(truncatingIfNeeded: test & 63) == 0
    }

    /// Whether it is something else than what starts at a token.
    @inline(__always)
    func isOther(than starts: EngineDocument.Starts) -> Bool {
      let bit = ~Int(number)
      guard bit >= 0, bit < Self.nothing else { return false }
      let starts = bit < 64 ? starts.lists : starts.types
      return starts & 1 << UInt64(truncatingIfNeeded: bit & 63) == 0
    }
  }
}
