public import RuleLanguage
import TextEngine

/// An example of a rule with its place and its number among the examples of the rule.
public struct PlacedExample: Sendable {
  /// The example.
  public var example: RuleExample
  /// Its number among the rule's `test`s or `reject`s, from 1.
  public var number: Int
  /// Where its text stands.
  public var place: TestPlace
  /// Where its fields stand, in their order.
  public var fieldPlaces: [TestPlace]

  /// What names it: `number.money, reject 2`.
  public var name: String {
    "\(example.ruleName), \(example.isReject ? "reject" : "test") \(number)"
  }

  /// The examples of all rules, in the order of their files.
  public static func all(of compiled: RuleCompiler.Result) -> [PlacedExample] {
    let places = DiagnosticRenderer(compiled.sources)
    func place(_ range: SourceRange?) -> TestPlace {
      guard let location = range.flatMap({ places.location(of: $0) }) else {
        return TestPlace(path: "", line: 1)
      }
      return TestPlace(path: location.path, line: location.line, column: location.column)
    }
    var counts: [Int: (tests: Int, rejects: Int)] = [:]
    let examples = compiled.examples.sorted {
      let (left, right) = ($0.text.range, $1.text.range)
      return (left.file, left.span.start) < (right.file, right.span.start)
    }
    return examples.map { example in
      var count = counts[example.rule] ?? (0, 0)
      if example.isReject { count.rejects += 1 } else { count.tests += 1 }
      counts[example.rule] = count
      return PlacedExample(
        example: example,
        number: example.isReject ? count.rejects : count.tests,
        place: place(example.text.range),
        fieldPlaces: example.fields.map { place($0.path.first?.range) }
      )
    }
  }
}

extension UntestedRule {
  /// The rules of a set whose examples lack something, in the order of the program.
  public static func all(of compiled: RuleCompiler.Result) -> [UntestedRule] {
    var tested: Set<Int> = []
    var rejected: Set<Int> = []
    for example in compiled.examples {
      if example.isReject { rejected.insert(example.rule) } else { tested.insert(example.rule) }
    }
    let places = DiagnosticRenderer(compiled.sources)
    return compiled.program.rules.enumerated().compactMap { number, rule in
      // Whoever uses the library has nothing to add to its rules.
      let name = compiled.origins.indices.contains(number) ? compiled.origins[number].name : nil
      if let name, compiled.sources[name.file]?.isBuiltIn == true { return nil }
      let lacksTest = !tested.contains(number)
      let lacksReject = !rejected.contains(number)
      guard lacksTest || lacksReject else { return nil }
      let location = name.flatMap { places.location(of: $0) }
      return UntestedRule(
        rule: rule.name,
        place: TestPlace(
          path: location?.path ?? "",
          line: location?.line ?? 1,
          column: location?.column ?? 1
        ),
        lacksTest: lacksTest,
        lacksReject: lacksReject
      )
    }
  }
}
