import FactExtraction
import StandardRules
import TextEngine

/// Counts how many words have more than one reading, before and after the rules that narrow readings.
///
/// Words are tokens of letters that have any reading. Two readings are the same if they have the same grammemes.
enum Readings {
  private struct Tally {
    var words = 0
    var open = 0
    var readings = 0
    /// Words whose readings leave several cases, numbers or genders open.
    var openCells = 0
  }

  static func run(_ documents: [Document]) throws {
    let extractor = try Extractor.standard()
    var (before, after) = (Tally(), Tally())
    for document in documents {
      extractor.engine.begin(document.text)
      count(extractor.engine, &before)
      _ = extractor.extract(document)
      count(extractor.engine, &after)
    }
    row("before", before)
    row("after", after)
  }

  private static func count(_ engine: Engine, _ tally: inout Tally) {
    for token in 0..<engine.document.tokens.count {
      let readings = engine.readings(of: token)
      guard !readings.isEmpty else { continue }
      let distinct = Set(readings.map(\.analysis.grammemes.rawValue))
      tally.words += 1
      tally.readings += distinct.count
      if distinct.count > 1 { tally.open += 1 }
      if Set(readings.map(\.cells.rawValue)).count > 1 { tally.openCells += 1 }
    }
  }

  private static func row(_ name: String, _ tally: Tally) {
    let words = Double(max(tally.words, 1))
    print(
      "\(name): \(tally.words) words,",
      "more than one reading \(Table.decimal(100 * Double(tally.open) / words, 1)) %,",
      "several cases, numbers or genders",
      "\(Table.decimal(100 * Double(tally.openCells) / words, 1)) %,",
      "readings a word \(Table.decimal(Double(tally.readings) / words, 2))"
    )
  }
}
