public import RuleLanguage
public import TextEngine

/// One thing to run.
public enum TestItem: Sendable {
  /// An example of a rule, in one way.
  case example(PlacedExample, ExampleRunner.Mode)
  /// A case of a case file.
  case factCase(FactCase, path: String, isGap: Bool)
  /// An article with its record.
  case article(GoldenArticle, isGap: Bool)
  /// What is wrong with a file that the plan was to take in.
  case fault(CaseFault)

  /// What a filter looks into: the file, and the name of the rule, case or article.
  var searchable: [String] {
    switch self {
    case .example(let example, _): [example.place.path, example.example.ruleName]
    case .factCase(let wanted, let path, _): [path, wanted.name]
    case .article(let article, _): [article.textPath, article.name]
    case .fault(let fault): [fault.path]
    }
  }
}

/// What a run is to do, in the order in which it is reported.
public struct TestPlan: Sendable {
  /// The tests.
  public private(set) var items: [TestItem] = []

  /// Whether it has an article.
  public var hasArticles: Bool {
    items.contains { if case .article = $0 { true } else { false } }
  }

  /// Makes a plan without tests.
  public init() {}

  /// Adds the examples of all rules, each in both ways.
  public mutating func add(examplesOf compiled: RuleCompiler.Result) {
    for example in PlacedExample.all(of: compiled) {
      items += ExampleRunner.Mode.allCases.map { .example(example, $0) }
    }
  }

  /// Adds the cases of a file, after what is wrong in it.
  ///
  /// - Parameters:
  ///   - gaps: The cases that are known not to hold.
  ///   - program: The rules; the file must be about a kind of fact that they have.
  public mutating func add(_ file: CaseFile, gaps: KnownGaps, for program: RuleProgram) {
    items += file.faults.map { .fault($0) }
    if let fault = file.kindFault(for: program) {
      items.append(.fault(fault))
      return
    }
    for wanted in file.cases {
      items.append(
        .factCase(wanted, path: file.path, isGap: gaps.contains(wanted.name))
      )
    }
  }

  /// Adds an article.
  ///
  /// - Parameter gaps: What is known not to hold.
  public mutating func add(_ article: GoldenArticle, gaps: KnownGaps) {
    items.append(.article(article, isGap: gaps.contains(article.gapName)))
  }

  /// Adds what is wrong with a file.
  public mutating func add(_ fault: CaseFault) { items.append(.fault(fault)) }

  /// Keeps the tests that have a text in the name of their rule, case, article or file.
  public mutating func keep(matching text: String) {
    items.removeAll { item in !item.searchable.contains { $0.contains(text) } }
  }
}
