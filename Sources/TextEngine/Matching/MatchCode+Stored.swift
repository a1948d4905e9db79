extension MatchCode {
  /// Looks at the steps and annotation tests of a program that was stored.
  ///
  /// - Throws: where they are none of the program's.
  static func check(
    _ run: UnsafeRawBufferPointer,
    count: Int,
    _ annotationTests: [AnnotationTest],
    _ program: RuleProgram
  ) throws(BinaryFault) {
    guard count == program.instructionCount,
      annotationTests.allSatisfy({ $0.isSound(tests: program.phraseTests.count) })
    else { throw BinaryFault() }
    let limits = Limits.all(of: program, steps: count, annotationTests: annotationTests.count)
    var isSound = true
    for place in 0..<count { isSound = RawStep(run, at: place).isSound(limits) && isSound }
    // No step leads behind the last one.
    if count > 0 { isSound = RawStep(run, at: count - 1).endsPattern && isSound }
    guard isSound else { throw BinaryFault() }
  }

  /// What the numbers of an operation's steps stay below, since they name one of so many things; the first of them is
  /// never below 0.
  private struct Limits {
    var first = Int32.max
    var second = Int32.max
    /// The least second number.
    var least = Int32.min

    /// The limits of all operations, by their raw values.
    static func all(of program: RuleProgram, steps: Int, annotationTests: Int) -> [Limits] {
      let steps = Int32(clamping: steps)
      var limits: [Limits] = []
      while let operation = Operation(rawValue: UInt8(limits.count)) {
        let own =
          switch operation {
          case .token: Limits(first: Int32(clamping: program.tests.count))
          case .list: Limits(first: Int32(clamping: program.lists.count))
          case .annotation:
            Limits(
              first: Int32(clamping: program.annotationTypes.count),
              second: Int32(clamping: annotationTests)
            )
          case .fork: Limits(first: steps, second: steps, least: 0)
          case .jump: Limits(first: steps)
          case .assert: Limits(first: Assertion.count)
          case .labelStart, .labelEnd, .agreementStart, .agreementEnd, .head, .accept: Limits()
          }
        limits.append(own)
      }
      return limits
    }
  }

  /// A step as it lies in memory, before it is known to be one.
  private struct RawStep {
    private let head: UInt32
    private let first: Int32
    private let second: Int32

    @inline(__always)
    init(_ run: UnsafeRawBufferPointer, at place: Int) {
      let offset = place * MemoryLayout<Step>.stride
      head = run.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      first = run.loadUnaligned(fromByteOffset: offset + 4, as: Int32.self)
      second = run.loadUnaligned(fromByteOffset: offset + 8, as: Int32.self)
    }

    /// Whether a pattern ends with it.
    var endsPattern: Bool { UInt8(truncatingIfNeeded: head) == Operation.accept.rawValue }

    /// Whether its first four bytes are an operation and three flags, and all that it names is there.
    @inline(__always)
    func isSound(_ limits: [Limits]) -> Bool {
      let operation = Int(UInt8(truncatingIfNeeded: head))
      guard head & 0xFEFE_FE00 == 0, operation < limits.count else { return false }
      return first >= 0 && first < limits[operation].first && second < limits[operation].second
        && second >= limits[operation].least
    }
  }
}

// An operation and three flags take a byte each, the numbers four; what is read is looked at before it is taken for steps.
extension MatchCode.Step: PlainStorable {}
