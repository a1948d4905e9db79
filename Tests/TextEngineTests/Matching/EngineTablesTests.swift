import RuleLanguage
import StandardRules
import Testing

@testable import TextEngine

/// What an engine derives from a program is the same whether it was stored or not.
struct EngineTablesTests {
  private static let tables: [any WritableKeyPath<EngineTables, [UInt8]> & Sendable] = [
    \.words, \.classes, \.places,
  ]

  private static let compiled = Result {
    try StandardRules.compile(dictionary: StandardLexicon.dictionary).program
  }

  /// The places and rules of all matches in a text, and the steps that they took.
  private static func matches(_ program: RuleProgram) throws -> [[Int]] {
    let engine = try Engine(program: program, dictionary: StandardLexicon.dictionary)
    engine.begin(SourceText("В 2019 г. ПАО «Газпром» приняло 20 студентов, сообщил Иван Петров."))
    let found = program.phases.indices.flatMap { engine.run(phase: $0) }
    return found.map { [$0.rule, $0.start, $0.end] } + [[engine.steps]]
  }

  @Test func `an engine finds the same with tables that were stored and without them`() throws {
    var program = try Self.compiled.get()
    program.tables = EngineTables(program)
    let expected = try Self.matches(program)
    #expect(expected.count > 3)
    // A program that is changed loses its tables.
    program.rules.append(program.rules[0])
    program.rules.removeLast()
    #expect(Self.tables.allSatisfy { program.tables[keyPath: $0].isEmpty })
    #expect(program.tables.code == nil)
    #expect(try Self.matches(program) == expected)
  }

  @Test(arguments: tables.indices)
  func `a table that is damaged is derived anew`(number: Int) throws {
    let table = Self.tables[number]
    var program = try Self.compiled.get()
    let whole = EngineTables(program)
    program.tables = whole
    let expected = try Self.matches(program)
    let bytes = whole[keyPath: table]
    // The last is of another program, whose first number says how much there is of something.
    for damaged in [Array(bytes.prefix(bytes.count / 2)), bytes + [0], [1] + bytes.dropFirst()] {
      program.tables = whole
      program.tables[keyPath: table] = damaged
      #expect(try Self.matches(program) == expected)
    }
  }
}
