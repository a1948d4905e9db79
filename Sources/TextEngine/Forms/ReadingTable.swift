/// The readings of all forms, 12 bytes each: what readings with the same grammemes share is kept once.
final class ReadingTable {
  /// One reading of a form.
  struct Reading {
    var analysis: Analysis
    /// The combinations of case, number and gender that the reading can stand for.
    var cells: Cells
    /// The lemma, where a rule names it.
    var lemma: SymbolID
    /// The number of its grammemes, see `FormClasses`.
    var tag: UInt32
  }

  private struct Row: BitwiseCopyable {
    var paradigm: UInt16
    var row: UInt16
    var lemma: SymbolID
    /// The tag above a bit that says whether the reading was guessed.
    var tag: UInt32
  }

  private let rows = Buffer<Row>(capacity: 1 << 12)
  // For each tag its grammemes and their cells.
  private let grammemes = Buffer<GrammemeSet>(capacity: 1 << 8)
  private let cells = Buffer<Cells>(capacity: 1 << 8)

  /// The number of readings.
  var count: Int { rows.count }

  /// Forgets all readings.
  func removeAll() { rows.removeAll() }

  /// Adds a reading.
  ///
  /// - Parameter tag: The number of the reading's grammemes: that of readings before, or the next one.
  func append(_ analysis: Analysis, lemma: SymbolID, tag: UInt32) {
    if Int(tag) == grammemes.count {
      grammemes.append(analysis.grammemes)
      cells.append(Cells(grammemes: analysis.grammemes))
    }
    rows.append(
      Row(
        paradigm: analysis.paradigm,
        row: analysis.row,
        lemma: lemma,
        tag: tag << 1 | (analysis.isGuessed ? 1 : 0)
      )
    )
  }

  /// Adds a reading once more.
  func appendAgain(_ index: Int) { rows.append(rows[index]) }

  /// A reading with all that is known of it.
  subscript(index: Int) -> Reading {
    let row = rows[index]
    let tag = row.tag >> 1
    let analysis = Analysis(
      paradigm: row.paradigm,
      row: row.row,
      grammemes: grammemes[Int(tag)],
      isGuessed: row.tag & 1 != 0
    )
    return Reading(analysis: analysis, cells: cells[Int(tag)], lemma: row.lemma, tag: tag)
  }

  /// The number of a reading's grammemes.
  @inline(__always)
  func tag(_ index: Int) -> UInt32 { rows[index].tag >> 1 }

  /// The lemma of a reading, where a rule names it.
  @inline(__always)
  func lemma(_ index: Int) -> SymbolID { rows[index].lemma }

  /// The combinations of case, number and gender that a reading can stand for.
  @inline(__always)
  func cells(_ index: Int) -> Cells { cells[Int(tag(index))] }

  /// The grammemes of a reading.
  @inline(__always)
  func grammemes(_ index: Int) -> GrammemeSet { grammemes[Int(tag(index))] }
}
