/// The tests of a program as an engine asks them, so that answering one touches no reference count.
struct TestTable {
  /// What they are.
  let parts: TestParts
  /// What is known of the patterns.
  let patternCache = PatternCache()

  init(_ parts: TestParts) { self.parts = parts }

  /// A table for tests that need not be a program's.
  init(_ tests: [TokenTest]) { self.init(TestPartsBuilder.parts(of: tests)) }

  /// The number of tests.
  var count: Int { parts.tests.count }

  /// What is known of a test.
  @inline(__always)
  subscript(test: Int) -> TestParts.Test { parts.tests[test] }
}
