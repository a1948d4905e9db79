import FactExtraction
import FactTesting
import Glibc
import RuleLanguage
import StandardRules
import TextEngine

/// Shows that time grows with a text's length and no faster: `svodka-bench --families FILE …`.
///
/// Each family of hard texts is made in three lengths that double. For each doubling the table has by how much the
/// counted steps grow and by how much the processor time does, the least of three runs; then the throughput at the
/// greatest length, the steps for each byte, the most memory that the process held, and how often a limit fired.
enum Families {
  private static let rounds = 3
  /// The most that the time may grow when the length doubles.
  private static let greatestGrowth = 2.2

  private struct Measure {
    var steps = 0
    var seconds = Double.infinity
    var limits: [String] = []
  }

  /// Measures the families of some files; false where one grows faster than it may.
  static func run(_ paths: [String], bytes: Int, only: String?) throws -> Bool {
    let standard = try Extractor.standard().program
    let tokens = StandardRules.sources.filter { $0.path.hasSuffix("tokens.rbbi") }
    Table.row("family", ["steps ×2", "steps ×4", "time ×2", "time ×4", "MB/s", "steps/B", "MB held"])
    var isLinear = true
    var worst = (name: "", speed: Double.infinity)
    for path in paths {
      let file = String(decoding: try DocumentFile.contents(of: path), as: UTF8.self)
      for family in TextFamily.read(file) where only.map(family.name.contains) ?? true {
        let own = try family.program(tokens: tokens, dictionary: StandardLexicon.dictionary)
        let program = own ?? standard
        let texts = [1, 2, 4].map { family.text(bytes: bytes * $0) }
        Memory.forgetPeak()
        let found = try texts.map { try measure($0, program) }
        let growth = zip(found, found.dropFirst()).map { small, large in
          (
            steps: Double(large.steps) / Double(max(small.steps, 1)),
            time: large.seconds / max(small.seconds, 1e-9)
          )
        }
        let speed = Double(texts[2].count) / 1e6 / found[2].seconds
        if own == nil, speed < worst.speed { worst = (family.name, speed) }
        // What takes a thousandth of a second is no measure.
        let isMeasured = found[0].seconds > 0.001
        let isFine = growth.allSatisfy {
          $0.steps <= greatestGrowth && (!isMeasured || $0.time <= greatestGrowth)
        }
        isLinear = isLinear && isFine
        let cells =
          growth.map { Table.decimal($0.steps, 2) } + growth.map { Table.decimal($0.time, 2) }
          + [
            Table.decimal(speed, 2), Table.decimal(Double(found[2].steps) / Double(texts[2].count), 1),
            Table.decimal(Memory.peak, 0),
          ]
        Table.row(family.name, cells, note: (isFine ? [] : ["GROWS"]) + found[2].limits)
      }
    }
    if worst.speed < .infinity {
      print("slowest with the shipped rules: \(worst.name), \(Table.decimal(worst.speed, 2)) MB/s")
    }
    return isLinear
  }

  private static func measure(_ text: SourceText, _ program: RuleProgram) throws -> Measure {
    var least = Measure()
    let document = Document(text: text)
    for _ in 0..<rounds {
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
      if least.seconds > 2 { break }
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
