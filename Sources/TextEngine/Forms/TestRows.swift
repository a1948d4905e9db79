/// What clauses of tests answer by grammemes, shape and length: a bit for each clause.
///
/// A text has tens of thousands of word forms, but their readings have a few hundred sets of grammemes and their
/// letters a few dozen shapes, so each of those is asked once about all clauses; the rows are then joined word by word.
final class TestRows {
  private let shapeNeeds: ShapeNeeds
  private let spellings: SpellingRows
  /// What clauses ask of readings, each thing once.
  private let asked: GrammemeTests
  /// For each of those, the clauses that ask for it in a reading, and those that ask for no reading with it.
  private let (needing, forbidding): (ClauseLists, ClauseLists)
  /// The clauses that ask for more than grammemes, shape and length: all, and those that are answered with yes and with
  /// no for a word that no rule names, where it has no readings and where it has some.
  let rest: BitRows
  static let all = 0
  static let bare = (yes: 1, no: 2)
  static let unnamed = (yes: 3, no: 4)
  /// For each set of answers to what is asked of readings, the clauses that a reading with it satisfies, and those that
  /// it rules out.
  private let (readingRows, forbiddingRows): (BitRows, BitRows)
  /// The same two for words without readings: one row.
  private let (bareRow, forbiddingBareRow): (BitRows, BitRows)
  private let shapeRows: BitRows
  /// The sets of grammemes that were met, and what is left of them where only those that are asked for count.
  private let (tags, relevantTags) = (GrammemeNumbers(), GrammemeNumbers())
  /// The sets of answers, and their numbers by their hashes; most are those of several tags.
  private let answers: BitRows
  private let answerSlots = HashSlots(size: 1 << 9)
  /// For each tag, and for each of what is left of them, the set of answers.
  private let tagRows = Buffer<UInt32>(capacity: 1 << 8)
  private let relevantRows = Buffer<UInt32>(capacity: 1 << 8)
  /// The shapes that were met, and their numbers by their hashes.
  private let shapes = Buffer<WordShape>(capacity: 1 << 6)
  private let shapeSlots = HashSlots(size: 1 << 7)
  /// For each shape with a length and marks that was met, the clauses that allow all three.
  private let lookRows: BitRows
  private let looks = Buffer<ShapeLook>(capacity: 1 << 8)
  private let lookSlots = HashSlots(size: 1 << 9)
  // Reused from tag to tag.
  private let (failed, forbidden) = (Buffer<UInt64>(), Buffer<UInt64>())
  private let answer = Buffer<UInt64>()
  /// Reused from look to look.
  private let joined = Buffer<UInt64>()
  /// Reused from word to word: the distinct rows of its readings.
  private let found = Buffer<UInt32>()

  /// What is asked of a spelling but for its first and last letter.
  private struct ShapeLook: BitwiseCopyable {
    var shape: WordShape
    var look: SpellingRows.Look
  }

  init(_ clauses: [TestClause]) {
    shapeNeeds = ShapeNeeds(clauses)
    spellings = SpellingRows(clauses)
    var asked = GrammemeTests()
    let ofReading = clauses.map { $0.ofReading.map { asked.number(of: $0) } }
    let ofNoReading = clauses.map { $0.ofNoReading.map { asked.number(of: $0) } }
    asked.complete()
    self.asked = asked
    answers = BitRows(count: 0, bits: asked.count)
    needing = ClauseLists(count: asked.count, members: ofReading)
    forbidding = ClauseLists(count: asked.count, members: ofNoReading)
    rest = BitRows(count: 5, bits: clauses.count)
    readingRows = BitRows(count: 0, bits: clauses.count)
    forbiddingRows = BitRows(count: 0, bits: clauses.count)
    bareRow = BitRows(count: 0, bits: clauses.count)
    forbiddingBareRow = BitRows(count: 0, bits: clauses.count)
    shapeRows = BitRows(count: 0, bits: clauses.count)
    lookRows = BitRows(count: 0, bits: clauses.count)
    for (number, clause) in clauses.enumerated() {
      guard !clause.rest.isEmpty else { continue }
      rest.insert(number, into: Self.all)
      for (hasReadings, row) in [(false, Self.bare), (true, Self.unnamed)] {
        if let answer = clause.restForUnnamedWord(hasReadings: hasReadings) {
          rest.insert(number, into: answer ? row.yes : row.no)
        }
      }
    }
    answerWithoutReadings()
  }

  /// Reads the rows of so many clauses that were stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    shapeNeeds = try ShapeNeeds(from: &reader)
    spellings = try SpellingRows(from: &reader, clauses: clauses)
    asked = try GrammemeTests(from: &reader)
    answers = BitRows(count: 0, bits: asked.count)
    needing = try ClauseLists(from: &reader, count: asked.count, clauses: clauses)
    forbidding = try ClauseLists(from: &reader, count: asked.count, clauses: clauses)
    rest = try BitRows(from: &reader, count: 5, bits: clauses)
    readingRows = BitRows(count: 0, bits: clauses)
    forbiddingRows = BitRows(count: 0, bits: clauses)
    bareRow = BitRows(count: 0, bits: clauses)
    forbiddingBareRow = BitRows(count: 0, bits: clauses)
    shapeRows = BitRows(count: 0, bits: clauses)
    lookRows = BitRows(count: 0, bits: clauses)
    guard shapeNeeds.count == clauses else { throw BinaryFault() }
    answerWithoutReadings()
  }

  /// Appends what is known before there are words.
  func store(in writer: inout BinaryWriter) {
    shapeNeeds.store(in: &writer)
    spellings.store(in: &writer)
    asked.store(in: &writer)
    for lists in [needing, forbidding] { lists.store(in: &writer) }
    rest.store(in: &writer)
  }

  /// The number of a set of grammemes.
  func tag(_ grammemes: GrammemeSet) -> UInt32 {
    let (tag, isNew) = tags.number(of: grammemes)
    if isNew { tagRows.append(row(of: grammemes)) }
    return UInt32(truncatingIfNeeded: tag)
  }

  /// The number of the set of answers for some grammemes.
  private func row(of grammemes: GrammemeSet) -> UInt32 {
    // Many tags differ in nothing that is asked for.
    let (number, isNew) = relevantTags.number(of: grammemes.intersection(asked.grammemes))
    if isNew {
      answer.fill(answers.length, with: 0)
      asked.answer(grammemes, into: answer)
      relevantRows.append(row(of: answer))
    }
    return relevantRows[number]
  }

  /// The number of a set of answers.
  private func row(of answer: Buffer<UInt64>) -> UInt32 {
    var mixer = HashMixer()
    for word in 0..<answer.count { mixer.add(answer[word]) }
    let known = answerSlots.number(mixer.hash, next: answers.count) { answers.isEqual($0, answer) }
    if let known { return UInt32(known) }
    answers.append(answer)
    appendRows(readingRows, forbiddingRows) { answer[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
    return UInt32(answers.count - 1)
  }

  /// Adds the rows for words without readings.
  private func answerWithoutReadings() {
    appendRows(bareRow, forbiddingBareRow) { asked.holdsWithoutReadings($0) }
  }

  /// Adds a row of the clauses that are satisfied, and one of those that are ruled out, where so much holds of what is
  /// asked.
  @inline(__always)
  private func appendRows(_ satisfied: BitRows, _ ruledOut: BitRows, _ holds: (Int) -> Bool) {
    failed.fill(rest.length, with: 0)
    forbidden.fill(rest.length, with: 0)
    for part in 0..<asked.count {
      if holds(part) {
        forbidding.insert(part, into: forbidden)
      } else {
        needing.insert(part, into: failed)
      }
    }
    for word in 0..<failed.count { failed[word] = ~failed[word] }
    satisfied.append(failed)
    ruledOut.append(forbidden)
  }

  /// Whether a reading with a tag satisfies what a clause asks of readings by grammemes.
  @inline(__always)
  func satisfies(_ tag: UInt32, _ clause: Int) -> Bool {
    readingRows.contains(clause, in: Int(tagRows[Int(tag)]))
  }

  /// The clauses that a word may pass by its grammemes, shape, length and some of its letters.
  ///
  /// - Parameters:
  ///   - tags: Those of its readings.
  ///   - allowed: Takes the clauses.
  func find(
    _ tags: Span<UInt32>,
    _ shape: WordShape,
    _ spelling: Span<UInt8>,
    length: Int,
    allowed: Buffer<UInt64>
  ) {
    // A clause that asks for no reading is satisfied by each, and by none.
    if tags.isEmpty {
      bareRow.copy(0, to: allowed)
      forbiddingBareRow.subtract(0, from: allowed)
    } else {
      found.removeAll()
      for index in 0..<tags.count { take(tagRows[Int(tags[index])]) }
      readingRows.copy(Int(found[0]), to: allowed)
      for place in 1..<found.count { readingRows.formUnion(Int(found[place]), into: allowed) }
      for place in 0..<found.count { forbiddingRows.subtract(Int(found[place]), from: allowed) }
    }
    let look = row(of: ShapeLook(shape: shape, look: SpellingRows.Look(spelling, length: length)))
    allowed.formIntersection(
      lookRows.view(look),
      spellings.first(of: spelling),
      spellings.last(of: spelling)
    )
  }

  /// Forgets the rows of which a text may ask for ever new ones.
  func removeLooks() {
    lookRows.removeAll()
    looks.removeAll()
    lookSlots.removeAll()
  }

  private func row(of look: ShapeLook) -> Int {
    var mixer = HashMixer()
    mixer.add(look.shape.rawValue)
    mixer.add(look.look.number)
    let known = lookSlots.number(mixer.hash, next: looks.count) {
      looks[$0].shape == look.shape && looks[$0].look.number == look.look.number
    }
    if let known { return known }
    looks.append(look)
    shapeRows.copy(row(of: look.shape), to: joined)
    spellings.restrict(joined, look.look)
    lookRows.append(joined)
    return looks.count - 1
  }

  /// Adds a row to those that were found, if it is not among them.
  @inline(__always)
  private func take(_ row: UInt32) {
    for place in 0..<found.count where found[place] == row { return }
    found.append(row)
  }

  private func row(of shape: WordShape) -> Int {
    var mixer = HashMixer()
    mixer.add(shape.rawValue)
    let known = shapeSlots.number(mixer.hash, next: shapes.count) { shapes[$0] == shape }
    if let known { return known }
    shapes.append(shape)
    shapeRows.appendEmpty()
    let row = shapes.count - 1
    for number in 0..<shapeNeeds.count where shapeNeeds.allow(shape, number) {
      shapeRows.insert(number, into: row)
    }
    return row
  }
}
