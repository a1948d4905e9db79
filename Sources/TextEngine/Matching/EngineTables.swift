/// What an engine derives from the rules and tests of a program, as bytes.
///
/// Deriving it takes longer than a short document. Where there is nothing, or not what it should be, an engine derives
/// it again.
struct EngineTables: Sendable {
  /// See `WordClassTable`.
  var words: [UInt8] = []
  /// See `FormClasses`.
  var classes: [UInt8] = []
  /// See `RulePlaces`.
  var places: [UInt8] = []
  /// The tests, and those that are asked of a token of an annotation.
  var tests: TestParts?
  var phraseTests: TestParts?
  /// The patterns of the rules; these three were looked at when they were read, unless they are the program's own.
  var code: MatchCode?

  /// No tables.
  init() {}

  /// Derives the tables of a program.
  init(_ program: RuleProgram) {
    if let grammar = try? TokenGrammar(file: program.tokenRules.span) {
      words = Self.bytes { grammar.words.store(in: &$0) }
    }
    classes = Self.bytes { FormClasses(program.tests).store(in: &$0) }
    places = Self.bytes { RulePlaces.Parts(program).store(in: &$0) }
    let tests = TestPartsBuilder.parts(of: program.tests)
    (self.tests, phraseTests) = (tests, TestPartsBuilder.parts(of: program.phraseTests))
    code = MatchCode(program, tests)
  }

  private static func bytes(_ store: (inout BinaryWriter) -> Void) -> [UInt8] {
    var writer = BinaryWriter()
    store(&writer)
    return writer.bytes
  }
}

extension RuleProgram {
  /// What its tokenizer knows of words; nil where that was not stored.
  var wordClasses: WordClassTable? {
    BinaryReader.value(of: tables.words) { reader throws(BinaryFault) in
      try WordClassTable(from: &reader)
    }
  }

  /// What its tests answer, as it was stored or derived anew.
  var formClasses: FormClasses {
    let stored = BinaryReader.value(of: tables.classes) { reader throws(BinaryFault) in
      try FormClasses(from: &reader, tests: testCount)
    }
    return stored ?? FormClasses(tests)
  }

  /// What its rules may take, as it was stored or derived anew.
  var placeParts: RulePlaces.Parts {
    let stored = BinaryReader.value(of: tables.places) { reader throws(BinaryFault) in
      try RulePlaces.Parts(from: &reader, self)
    }
    return stored ?? RulePlaces.Parts(self)
  }

  /// Its tests, as they were stored or put together anew.
  var testParts: TestParts { tables.tests ?? TestPartsBuilder.parts(of: tests) }

  /// The tests of a token of an annotation.
  var phraseTestParts: TestParts {
    tables.phraseTests ?? TestPartsBuilder.parts(of: phraseTests)
  }

  /// The patterns of its rules, as they were stored or put together anew.
  func matchCode(_ tests: TestParts) -> MatchCode {
    if let code = tables.code, code.steps.count == instructionCount { return code }
    return MatchCode(self, tests)
  }

  /// The program with the instructions of its rules from another, where they are those of the same rules.
  public func withInstructions(of other: RuleProgram) -> RuleProgram? {
    guard testCount == other.testCount, phraseTestCount == other.phraseTestCount,
      rules.count == other.rules.count
    else { return nil }
    var whole = rules
    for (place, rule) in other.rules.enumerated() {
      guard
        whole[place].name == rule.name, whole[place].codeCount == rule.code.count,
        whole[place].contexts.map(\.codeCount) == rule.contexts.map(\.code.count)
      else { return nil }
      whole[place].code = rule.code
      for context in rule.contexts.indices {
        whole[place].contexts[context].code = rule.contexts[context].code
      }
    }
    var program = self
    program.rules = whole
    program.tables = tables
    return program
  }
}

extension EngineTables {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: words)
    writer.write(plain: classes)
    writer.write(plain: places)
    tests?.store(in: &writer)
    phraseTests?.store(in: &writer)
    code?.store(in: &writer)
  }

  /// Reads the tables of a program of which all else has been read.
  init(from reader: inout BinaryReader, of program: RuleProgram) throws(BinaryFault) {
    words = try reader.plain()
    classes = try reader.plain()
    places = try reader.plain()
    let lists = program.lists.count
    tests = try TestParts(from: &reader, tests: program.testCount, lists: lists)
    phraseTests = try TestParts(from: &reader, tests: program.phraseTestCount, lists: lists)
    code = try MatchCode(from: &reader, of: program)
  }
}
