import FactExtraction
import FactTesting
import Glibc
import RuleLanguage
import StandardRules
import TextEngine

/// Shows that time grows with a text's length and no faster: `svodka-bench --families FILE …`.
///
/// Each family of hard texts is made in three lengths that double. The first is so long (200 KB) that the tables of
/// forms have outgrown the processor's caches: in shorter texts the clock shows where that happens. For each doubling the table has by how much the
/// counted steps grow and by how much the processor time does, the least of three runs; then the throughput at the
/// greatest length, the steps for each byte, the most memory that the process held, and how often a limit fired.
enum Families {
  private static let rounds = 3
  /// The seconds after which no more rounds are run; short ones are run more often, as the clock is coarse.
  private static let enough = 0.3
  /// The most that the time may grow when the length doubles.
  private static let greatestGrowth = 2.2

  private struct Measure {
    var steps = 0
    var seconds = Double.infinity
    var limits: [String] = []
    /// The steps as a number to divide; a text that takes none takes one.
    var work: Double { Double(max(steps, 1)) }
  }

  /// By how much a quantity grows from each length to the next.
  private static func growth(_ found: [Measure], _ quantity: (Measure) -> Double) -> [Double] {
    zip(found, found.dropFirst()).map { quantity($1) / max(quantity($0), 1e-9) }
  }

  /// Whether neither steps nor time grow faster than they may; what takes a thousandth of a second is no measure.
  private static func isLinear(_ found: [Measure]) -> Bool {
    growth(found, \.work).allSatisfy { $0 <= greatestGrowth }
      && (found[0].seconds < 0.001
        || growth(found, \.seconds).allSatisfy { $0 <= greatestGrowth })
  }

  /// Measures the families of some files; false where one grows faster than it may.
  static func run(_ paths: [String], bytes: Int, only: String?) throws -> Bool {
    let standard = try Extractor.standard().program
    let tokens = StandardRules.sources.filter { $0.path.hasSuffix("tokens.rbbi") }
    Table.row(
      "family",
      ["steps ×2", "steps ×4", "time ×2", "time ×4", "MB/s", "steps/B", "MB held"]
    )
    var areLinear = true
    var worst = (name: "", speed: Double.infinity)
    for path in paths {
      let file = String(decoding: try DocumentFile.contents(of: path), as: UTF8.self)
      for family in TextFamily.read(file) where only.map(family.name.contains) ?? true {
        let own = try family.program(tokens: tokens, dictionary: StandardLexicon.dictionary)
        let program = own ?? standard
        let texts = [1, 2, 4].map { family.text(bytes: bytes * $0) }
        Memory.forgetPeak()
        var found = try texts.map { try measure($0, program) }
        // Another process may have disturbed a measure; one that takes long for no such reason does so again.
        for _ in 0..<rounds where !isLinear(found) {
          found = try zip(texts, found).map { text, known in
            var again = try measure(text, program)
            again.seconds = min(again.seconds, known.seconds)
            return again
          }
        }
        let speed = Double(texts[2].count) / 1e6 / found[2].seconds
        if own == nil, speed < worst.speed { worst = (family.name, speed) }
        let isFine = isLinear(found)
        areLinear = areLinear && isFine
        let cells =
          growth(found, \.work).map { Table.decimal($0, 2) }
          + growth(found, \.seconds).map { Table.decimal($0, 2) }
          + [
            Table.decimal(speed, 2),
            Table.decimal(Double(found[2].steps) / Double(texts[2].count), 1),
            Table.decimal(Memory.peak, 0),
          ]
        Table.row(family.name, cells, note: (isFine ? [] : ["GROWS"]) + found[2].limits)
      }
    }
    if worst.speed < .infinity {
      print("slowest with the shipped rules: \(worst.name), \(Table.decimal(worst.speed, 2)) MB/s")
    }
    return areLinear
  }

  private static func measure(_ text: SourceText, _ program: RuleProgram) throws -> Measure {
    var least = Measure()
    let document = Document(text: text)
    var spent = 0.0
    for round in 0..<(4 * rounds) {
      // A new extractor has met no word yet.
      let extractor = try Extractor(program: program, dictionary: StandardLexicon.dictionary)
      let writer = FactWriter(program: program)
      var json = JSONWriter()
      let watch = Stopwatch()
      let found = extractor.extract(document)
      writer.write(found, of: document, to: &json)
      least.seconds = min(least.seconds, watch.seconds)
      least.steps = extractor.engine.steps
      least.limits = found.diagnostics.map(\.code)
      spent += watch.seconds
      if least.seconds > 2 || (round + 1 >= rounds && spent > enough) { break }
    }
    return least
  }
}

/// The memory of this process.
private enum Memory {
  /// Lets the peak start anew, where the system allows it.
  static func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// The most that was held, in megabytes.
  static var peak: Double {
    let status = (try? DocumentFile.contents(of: "/proc/self/status")) ?? []
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("VmHWM:") {
      let digits = line.filter(\.isNumber)
      return Double(digits).map { $0 / 1_024 } ?? 0
    }
    return 0
  }
}
