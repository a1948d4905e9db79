extension MatchCode {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: steps)
    writer.write(annotationTests)
  }

  /// Reads the instructions that were stored for a program.
  ///
  /// - Throws: where they are none of the program's.
  init(from reader: inout BinaryReader, of program: RuleProgram) throws(BinaryFault) {
    let (count, run) = try reader.plainRun(of: MemoryLayout<Step>.stride)
    annotationTests = try reader.read()
    guard count == program.instructionCount else { throw BinaryFault() }
    // What anyone may have written is looked at before it is taken for steps.
    if !reader.isEmbedded { try Self.check(run, count: count, annotationTests, program) }
    steps = FixedBuffer(run, count: count, isEmbedded: reader.isEmbedded)
  }

  /// Looks at the steps and annotation tests of a program that was stored.
  ///
  /// - Throws: where they are none of the program's.
  private static func check(
    _ run: UnsafeRawBufferPointer,
    count: Int,
    _ annotationTests: [AnnotationTest],
    _ program: RuleProgram
  ) throws(BinaryFault) {
    guard annotationTests.allSatisfy({ $0.isSound(tests: program.phraseTestCount) }) else {
      throw BinaryFault()
    }
    let limits = Limits(
      steps: Int32(clamping: count),
      tests: Int32(clamping: program.testCount),
      lists: Int32(clamping: program.lists.count),
      annotationTypes: Int32(clamping: program.annotationTypes.count),
      annotationTests: Int32(clamping: annotationTests.count)
    )
    var isSound = true
    for place in 0..<count { isSound = RawStep(run, at: place).isSound(limits) && isSound }
    // No step leads behind the last one.
    if count > 0 { isSound = RawStep(run, at: count - 1).endsPattern && isSound }
    guard isSound else { throw BinaryFault() }
  }

  /// How many things there are that steps name.
  private struct Limits {
    let steps: Int32
    let tests: Int32
    let lists: Int32
    let annotationTypes: Int32
    let annotationTests: Int32
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
    func isSound(_ limits: Limits) -> Bool {
      guard head & 0xFEFE_FE00 == 0, first >= 0,
        let operation = Operation(rawValue: UInt8(truncatingIfNeeded: head))
      else { return false }
      return switch operation {
      case .token: first < limits.tests
      case .list: first < limits.lists
      case .annotation: first < limits.annotationTypes && second < limits.annotationTests
      case .fork: first < limits.steps && second >= 0 && second < limits.steps
      case .jump: first < limits.steps
      case .assert: Assertion(number: Int(first)) != nil
      case .labelStart, .labelEnd, .agreementStart, .agreementEnd, .head, .accept: true
      }
    }
  }
}

// An operation and three flags take a byte each, the numbers four; what is read is looked at before it is taken for steps.
extension MatchCode.Step: PlainStorable {}
