/// The tests of a program as an engine asks them, so that answering one touches no reference count.
struct TestTable {
  typealias Node = TestParts.Node

  /// What they are.
  let parts: TestParts
  let nodes: FixedBuffer<Node>
  let children: FixedBuffer<Int32>
  let tests: FixedBuffer<TestParts.Test>
  /// The nodes of which `Test.rest` tells the places.
  let rests: FixedBuffer<Int32>
  /// What is known of the patterns.
  let patternCache = PatternCache()

  init(_ parts: TestParts) {
    self.parts = parts
    (nodes, children, tests, rests) = (parts.nodes, parts.children, parts.tests, parts.rests)
  }

  /// A table for tests that need not be a program's.
  init(_ tests: [TokenTest]) { self.init(TestPartsBuilder.parts(of: tests)) }

  /// Where a test begins.
  @inline(__always)
  func root(_ test: Int) -> Int { Int(tests[test].root) }
}
