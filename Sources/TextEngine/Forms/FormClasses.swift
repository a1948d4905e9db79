/// The answers of all tests for the forms of a table: forms with the same answers are one class.
final class FormClasses {
  /// What grammemes, shapes and lengths answer, clause by clause.
  private let rows: TestRows
  private let testCount: Int
  /// The tests of the clauses behind the first of each test, which has its number.
  private let furtherTests: Buffer<Int32>
  /// Whether each test has one clause.
  private let single: BitRows
  /// What each test asks of what stands around a token.
  let flagNeeds: Buffer<FlagNeeds>
  private let index: TestIndex
  private let openClauses: OpenClauses
  /// For each class, the tests that its forms pass, or may pass where a test looks at what stands around the token.
  private let answers: BitRows
  /// The class of each form.
  private let classes = Buffer<UInt32>(capacity: 1 << 10)
  /// The classes by the hashes of their answers.
  private let slots = HashSlots(size: 1 << 10)
  // Reused from form to form: the clauses that are allowed, those of them that hold and those that are not sure; then the
  // same for tests.
  private let allowed = Buffer<UInt64>()
  private let (passed, unsure) = (Buffer<UInt64>(), Buffer<UInt64>())
  private let tags = Buffer<UInt32>()

  /// Takes up the tests of a program.
  init(_ tests: [TokenTest]) {
    let clauses = tests.map { TestClause.all(of: $0) }
    testCount = tests.count
    furtherTests = Buffer(capacity: tests.count)
    single = BitRows(count: 1, bits: tests.count)
    flagNeeds = Buffer(capacity: tests.count)
    var all = clauses.compactMap(\.first)
    for (test, clauses) in clauses.enumerated() {
      flagNeeds.append(FlagNeeds(clauses))
      if clauses.count == 1 { single.insert(test, into: 0) }
      for clause in clauses.dropFirst() {
        all.append(clause)
        furtherTests.append(Int32(test))
      }
    }
    rows = TestRows(all)
    index = TestIndex(all)
    openClauses = OpenClauses(rows, index)
    answers = BitRows(manyOfBits: tests.count)
  }

  /// Reads what was stored for so many tests.
  init(from reader: inout BinaryReader, tests: Int) throws(BinaryFault) {
    testCount = tests
    furtherTests = try reader.buffer()
    let clauses = tests + furtherTests.count
    single = try BitRows(from: &reader, count: 1, bits: tests)
    flagNeeds = try reader.buffer()
    guard flagNeeds.count == tests else { throw BinaryFault() }
    rows = try TestRows(from: &reader, clauses: clauses)
    index = try TestIndex(from: &reader, clauses: clauses)
    openClauses = OpenClauses(rows, index)
    answers = BitRows(manyOfBits: tests)
    for place in 0..<furtherTests.count where !(0..<tests ~= Int(furtherTests[place])) {
      throw BinaryFault()
    }
  }

  /// Appends what is known before there are forms.
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: furtherTests)
    single.store(in: &writer)
    writer.write(plain: flagNeeds)
    rows.store(in: &writer)
    index.store(in: &writer)
  }

  /// The number of classes.
  var count: Int { answers.count }

  /// Forgets all forms.
  func removeAll() {
    answers.removeAll()
    classes.removeAll()
    slots.removeAll()
    rows.removeLooks()
  }

  /// The class of a form.
  @inline(__always)
  func of(_ form: FormID) -> Int { Int(classes[Int(form)]) }

  /// Whether the forms of a class pass a test, or may pass it where it looks at what stands around the token.
  @inline(__always)
  func passes(_ number: Int, _ test: Int) -> Bool { answers.contains(test, in: number) }

  /// The answers for the forms of a class, a bit for each test, until a form is added.
  @inline(__always)
  func answers(of number: Int) -> BufferView<UInt64> { answers.view(number) }

  /// The number of a set of grammemes, for `leaves`.
  func tag(_ grammemes: GrammemeSet) -> UInt32 { rows.tag(grammemes) }

  /// Whether a test has one clause.
  @inline(__always)
  func isSingle(_ test: Int) -> Bool { single.contains(test, in: 0) }

  /// Whether a test of one clause leaves a reading with a tag, as far as it asks for grammemes.
  @inline(__always)
  func leaves(_ tag: UInt32, _ test: Int) -> Bool { rows.satisfies(tag, test) }

  /// Finds the class of the next form of a table.
  func append(_ form: FormID, of forms: FormTable) {
    var isUnnamed = forms.formSymbols[Int(form)] == 0
    tags.removeAll()
    for reading in forms.readingRange(form) {
      tags.append(forms.readings.tag(reading))
      if forms.readings.lemma(reading) != 0 { isUnnamed = false }
    }
    tags.withSpan(0..<tags.count) { tags in
      forms.withSpelling(form) { spelling in
        rows.find(
          tags,
          forms.shapes[Int(form)],
          spelling,
          length: Int(forms.lengths[Int(form)]),
          allowed: allowed
        )
      }
    }
    let sort = OpenClauses.Sort(isUnnamed: isUnnamed, hasReadings: tags.count > 0)
    openClauses.split(allowed, sort, into: passed, unsure)
    if !isUnnamed { lookUp(form, forms) }
    joinClauses()
    let (sure, open) = (passed.view(0..<answers.length), unsure.view(0..<answers.length))
    for word in 0..<sure.count where open[word] & ~sure[word] != 0 {
      var found: UInt64 = 0
      (open[word] & ~sure[word]).forEachBit { bit in
        if forms.passesAllowed(form, word << 6 + bit) { found |= 1 << UInt64(bit) }
      }
      passed.insert(found, at: word)
    }
    classes.append(number())
  }

  /// Finds the clauses that name or refuse a form, one of its lemmas or a list that has it.
  private func lookUp(_ form: FormID, _ forms: FormTable) {
    index.forEach(naming: form, forms) { clause, sort, readings in
      let (word, bit) = (clause >> 6, UInt64(1) << UInt64(clause & 63))
      switch sort {
      case .naming: unsure.insert(allowed[word] & bit, at: word)
      case .sufficing:
        // A clause that is allowed is satisfied by some reading.
        let isSatisfied =
          readings.isEmpty
          || readings.contains { rows.satisfies(forms.readings.tag($0), clause) }
        if isSatisfied { passed.insert(allowed[word] & bit, at: word) }
      case .doubting:
        passed.subtract(bit, at: word)
        unsure.insert(allowed[word] & bit, at: word)
      case .forbidding:
        // What names the word as well comes to nothing, be it before or behind.
        allowed.subtract(bit, at: word)
        passed.subtract(bit, at: word)
        unsure.subtract(bit, at: word)
      }
    }
  }

  /// Finds which tests are passed by one of their clauses, and which may be.
  private func joinClauses() {
    let tests = furtherTests.view(0..<furtherTests.count)
    for word in testCount >> 6..<allowed.count {
      let (sure, open) = (passed[word], unsure[word])
      let isFurther = word == testCount >> 6 ? UInt64.max << UInt64(testCount & 63) : .max
      let first = word << 6 &- testCount
      (sure & ~open & isFurther).forEachBit { Self.insert(Int(tests[first &+ $0]), into: passed) }
      (open & isFurther).forEachBit { Self.insert(Int(tests[first &+ $0]), into: unsure) }
    }
    // Behind the tests' bits are those of further clauses.
    let ending = testCount - (answers.length - 1) << 6
    if ending < 64 {
      passed[answers.length - 1] &= (1 << UInt64(ending)) - 1
      unsure[answers.length - 1] &= (1 << UInt64(ending)) - 1
    }
  }

  @inline(__always)
  private static func insert(_ test: Int, into words: Buffer<UInt64>) {
    words.insert(1 << UInt64(truncatingIfNeeded: test & 63), at: test >> 6)
  }

  /// The number of the class whose answers are at hand.
  private func number() -> UInt32 {
    var mixer = HashMixer()
    let words = passed.view(0..<answers.length)
    for word in 0..<words.count { mixer.add(words[word]) }
    let known = slots.number(mixer.hash, next: count) { answers.isEqual($0, passed) }
    if let known { return UInt32(known) }
    answers.append(passed)
    return UInt32(count - 1)
  }
}
