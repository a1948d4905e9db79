/// How a token answers the parts of a test.
public struct TestExplanation: Sendable {
  /// One part of a test: what is joined by `&`, or the whole where nothing is.
  public struct Part: Sendable {
    /// What is asked.
    public var test: TokenTest
    /// Whether it holds of the token, whatever its readings.
    public var holds: Bool
    /// Whether it holds of each reading of the token, in their order; a part that is about spelling holds of all or none.
    public var readings: [Bool]
  }

  /// The parts, in the order in which they are written.
  public var parts: [Part]
  /// Whether the test asks for readings at all, and not only for spelling or place.
  public var asksReadings = false

  /// The first part that keeps a reading from passing, or nil where the reading passes.
  public func failure(ofReading reading: Int) -> Part? {
    parts.first { !$0.holds || $0.readings.indices.contains(reading) && !$0.readings[reading] }
  }
}

extension Engine {
  /// How a token answers a test of the program, part by part.
  public func explain(test number: Int, at token: Int) -> TestExplanation {
    guard program.tests.indices.contains(number), token < document.forms.count else {
      return TestExplanation(parts: [])
    }
    let parts = program.tests[number].parts
    let form = document.forms[token]
    let count = min(forms.readingRange(form).count, 64)
    var explanation = TestExplanation(parts: [])
    for part in parts {
      let answer = forms.evaluate(part, form, flags: document.flags[token])
      let readings = (0..<count).map { answer.holds && answer.readings & (1 << UInt64($0)) != 0 }
      explanation.asksReadings = explanation.asksReadings || answer.asksReadings
      explanation.parts.append(
        TestExplanation.Part(test: part, holds: answer.holds, readings: readings)
      )
    }
    return explanation
  }
}
