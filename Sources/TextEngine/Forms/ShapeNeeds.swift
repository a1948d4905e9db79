/// What clauses of tests ask of the shape of a word.
struct ShapeNeeds {
  /// For each clause, the shapes that the word has not.
  private let forbidden: [UInt64]
  /// Sets of shapes of each of which the word has one, clause after clause, and where those of each start.
  private let wanted: [UInt64]
  private let starts: [UInt32]

  init(_ clauses: [TestClause]) {
    forbidden = clauses.map(\.forbiddenShapes.rawValue)
    wanted = clauses.flatMap { $0.shapes.map(\.rawValue) }
    var starts: [UInt32] = [0]
    for clause in clauses { starts.append(starts[starts.count - 1] + UInt32(clause.shapes.count)) }
    self.starts = starts
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    forbidden = try reader.plain()
    wanted = try reader.plain()
    starts = try reader.plain()
    guard starts.count == forbidden.count + 1, starts.areStarts(of: wanted.count) else {
      throw BinaryFault()
    }
  }

  func store(in writer: inout BinaryWriter) {
    writer.write(plain: forbidden)
    writer.write(plain: wanted)
    writer.write(plain: starts)
  }

  /// The number of clauses.
  var count: Int { forbidden.count }

  /// Whether a word of a shape may pass a clause.
  func allow(_ shape: WordShape, _ clause: Int) -> Bool {
    guard forbidden[clause] & shape.rawValue == 0 else { return false }
    for place in Int(starts[clause])..<Int(starts[clause + 1])
    where wanted[place] & shape.rawValue == 0 { return false }
    return true
  }
}
