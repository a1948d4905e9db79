import CICU
import FactExtraction
import StandardRules
import TextEngine

/// The stages of the way from text to JSON, each over all documents.
final class Stages {
  /// The stages after ICU's word break, in the order of their times.
  static let names = ["tokens", "forms, lists, numerals", "phases, resolution", "JSON"]
  /// The last stage whose time holds the times of the stages before it.
  static let lastNested = "phases, resolution"

  private let documents: [Document]
  private let units: [UInt16]
  private let tokenizer: Tokenizer
  private let writer: FactWriter

  init(_ documents: [Document]) throws {
    self.documents = documents
    var units: [UInt16] = []
    for document in documents {
      units += String(decoding: document.text.bytes, as: UTF8.self).utf16
    }
    self.units = units
    let extractor = try Extractor.standard()
    let tokenRules = extractor.program.tokenRules
    tokenizer = try Tokenizer(rules: tokenRules.span)
    writer = FactWriter(program: extractor.program, unit: .scalar)
  }

  /// Runs every stage once and gives the seconds that each took.
  ///
  /// The engines are new each time, so that they must look up every word as in a first run over these texts.
  func run() throws -> [Double] {
    let starting = try Extractor.standard()
    let extractor = try Extractor.standard()
    var times: [Double] = []
    var watch = Stopwatch()
    breakWords()
    times.append(watch.seconds)
    watch = Stopwatch()
    var table = TokenTable()
    for document in documents { tokenizer.tokenize(document.text, into: &table) }
    times.append(watch.seconds)
    watch = Stopwatch()
    for document in documents { starting.engine.begin(document.text) }
    times.append(watch.seconds)
    watch = Stopwatch()
    let found = documents.map { extractor.extract($0) }
    times.append(watch.seconds)
    watch = Stopwatch()
    var json = JSONWriter()
    for (facts, document) in zip(found, documents) {
      writer.write(facts, of: document, to: &json)
      json.removeAll()
    }
    times.append(watch.seconds)
    return times
  }

  private func breakWords() {
    var status: Int32 = 0
    guard let breaks = icu_openWords(&status) else { return }
    defer { icu_closeBreaks(breaks) }
    units.withUnsafeBufferPointer { units in
      icu_setText(breaks, units.baseAddress, Int32(truncatingIfNeeded: units.count), &status)
      while icu_nextBreak(breaks) >= 0 {}
    }
  }
}
