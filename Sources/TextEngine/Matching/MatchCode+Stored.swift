extension MatchCode {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: steps)
    writer.write(plain: assertions.map { UInt8($0.number) })
    writer.write(annotationTests)
  }

  /// Reads the code of a program that was stored.
  init(
    from reader: inout BinaryReader,
    _ program: RuleProgram,
    _ tests: TestTable
  ) throws(BinaryFault) {
    let (count, run) = try reader.plainRun(of: MemoryLayout<Step>.stride)
    let assertions = try reader.plain(UInt8.self).compactMap { Assertion(number: Int($0)) }
    let annotationTests: [AnnotationTest] = try reader.read()
    guard count == program.instructionCount else { throw BinaryFault() }
    var isSound = true
    for place in 0..<count {
      let step = RawStep(run, at: place)
      isSound =
        isSound && step.isWhole
        && step.isSound(
          among: count,
          program,
          assertions: assertions.count,
          annotationTests: annotationTests.count
        )
    }
    guard isSound else { throw BinaryFault() }
    self.init(steps: Buffer(copying: run, count: count), assertions, annotationTests, tests)
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

    private var operation: Operation? { Operation(rawValue: UInt8(truncatingIfNeeded: head)) }

    /// Whether its first four bytes are an operation and three flags.
    @inline(__always)
    var isWhole: Bool { operation != nil && head & 0xFEFE_FE00 == 0 }

    /// Whether all that it names is there.
    @inline(__always)
    func isSound(
      among count: Int,
      _ program: RuleProgram,
      assertions: Int,
      annotationTests: Int
    ) -> Bool {
      let (first, second) = (Int(first), Int(second))
      guard first >= 0 else { return false }
      return switch operation {
      case .token: first < program.tests.count
      case .list: first < program.lists.count
      case .annotation: first < program.annotationTypes.count && second < annotationTests
      case .fork: first < count && second >= 0 && second < count
      case .jump: first < count
      case .assert: first < assertions
      default: true
      }
    }
  }
}

// An operation and three flags take a byte each, the numbers four; what is read is looked at before it is taken for steps.
extension MatchCode.Step: PlainStorable {}
