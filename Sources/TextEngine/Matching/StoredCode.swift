/// The instructions of all patterns of a program, which all its engines share.
///
/// It can be sent, since nothing of it changes once it is made.
final class StoredCode: @unchecked Sendable {
  let steps: Buffer<MatchCode.Step>
  let annotationTests: [AnnotationTest]

  init(_ code: MatchCode) { (steps, annotationTests) = (code.steps, code.annotationTests) }

  /// Reads the instructions that were stored for a program.
  ///
  /// - Throws: where they are none of the program's.
  init(from reader: inout BinaryReader, of program: RuleProgram) throws(BinaryFault) {
    let (count, run) = try reader.plainRun(of: MemoryLayout<MatchCode.Step>.stride)
    annotationTests = try reader.read()
    // What is read is looked at before it is taken for steps.
    try MatchCode.check(run, count: count, annotationTests, program)
    steps = Buffer(copying: run, count: count)
  }

  func store(in writer: inout BinaryWriter) {
    writer.write(plain: steps)
    writer.write(annotationTests)
  }
}
