import FactExtraction
import Glibc
import StandardRules
import TextEngine

/// `svodka-bench PATH …`: measures how long each stage takes, as a ratio to ICU's word break.
///
/// The paths are texts, or JSON Lines with a member `text` where the name ends in `.jsonl`. All documents are read
/// first; then each stage runs over all of them in turn, on one core, and the least processor time of five rounds
/// counts. ICU's break iterator for words runs over a UTF-16 buffer that is made beforehand, in the same rounds, so the
/// ratios can be compared from machine to machine where the times cannot:
///
///     swift run -c release svodka-bench news.jsonl
///
/// A stage's line says what it costs on top of the stages before it, which it needs; `whole` is all of them.
///
/// `svodka-bench --families FILE …` takes files of hard texts instead, see `Families`; `--size BYTES` is the smallest
/// length, `--only NAME` picks families by a part of their names. It exits with 1 where time grows too fast.
/// `svodka-bench --lists` compiles a list of 100,000 entries, `svodka-bench --lookup PATH …` looks up words, see `Lookup`.
/// `svodka-bench --readings PATH …` counts the readings of words before and after they are narrowed.
@main
enum Bench {
  private static let rounds = 5

  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    guard !paths.isEmpty else {
      fail(
        "usage: svodka-bench PATH … | --lists | --lookup PATH … | --readings PATH … | --families FILE …"
      )
    }
    if paths[0] == "--lists" {
      let entries = option("--entries", &paths).flatMap { Int($0) } ?? 100_000
      do { try Lists.run(entries: entries) } catch { fail("svodka-bench: \(error)") }
      return
    }
    if paths[0] == "--families" {
      let size = option("--size", &paths).flatMap { Int($0) } ?? 200_000
      let only = option("--only", &paths)
      do {
        exit(try Families.run(Array(paths.dropFirst()), bytes: size, only: only) ? 0 : 1)
      } catch {
        fail("svodka-bench: \(error)")
      }
    }
    let countsReadings = paths[0] == "--readings"
    if countsReadings { paths.removeFirst() }
    let isLookup = paths[0] == "--lookup"
    if isLookup { paths.removeFirst() }
    var documents: [Document] = []
    for path in paths {
      do { documents += try DocumentFile.documents(in: path) } catch {
        fail("svodka-bench: \(error)")
      }
    }
    let bytes = documents.reduce(0) { $0 + $1.text.count }
    guard bytes > 0 else {
      fail("svodka-bench: there is no text in these files")
    }
    if countsReadings { return try Readings.run(documents) }
    if isLookup {
      do { try Lookup.run(documents) } catch { fail("svodka-bench: \(error)") }
      return
    }
    let start = Stopwatch()
    let stages = try Stages(documents)
    let ready = start.seconds
    var least: [Double] = []
    for round in 0..<rounds {
      let times = try stages.run()
      least = round == 0 ? times : zip(least, times).map { min($0, $1) }
    }
    print("\(documents.count) documents, \(bytes) bytes; ready to start after", terminator: " ")
    print("\(Table.decimal(ready * 1_000, 1)) ms of processor time")
    let yardstick = least[0]
    row("stage", "ms", "MB/s", "ICU's time ×")
    row("ICU word break", yardstick, bytes, yardstick)
    var before = 0.0
    for (name, time) in zip(Stages.names, least.dropFirst()) {
      // JSON is measured by itself, the others hold the stages before them.
      row(name, max(time - before, 0), bytes, yardstick)
      before = name == Stages.lastNested ? 0 : time
    }
    let whole = least[Stages.names.count - 1] + least[Stages.names.count]
    row("whole", whole, bytes, yardstick)
  }

  /// Takes an option and its value out of the arguments.
  private static func option(_ name: String, _ arguments: inout [String]) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    let value = arguments[place + 1]
    arguments.removeSubrange(place...(place + 1))
    return value
  }

  private static func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    write(STDERR_FILENO, line, line.count)
    exit(2)
  }

  private static func row(_ name: String, _ time: Double, _ bytes: Int, _ yardstick: Double) {
    row(
      name,
      Table.decimal(time * 1_000, 1),
      Table.decimal(Double(bytes) / 1e6 / max(time, 1e-9), 2),
      Table.decimal(time / yardstick, 1)
    )
  }

  private static func row(_ cells: String...) {
    let line = cells.enumerated().map { index, cell in
      let blanks = String(repeating: " ", count: max(1, (index == 0 ? 26 : 14) - cell.count))
      return index == 0 ? cell + blanks : blanks + cell
    }
    print(line.joined())
  }
}

/// Processor time of this thread since it was made.
struct Stopwatch {
  private let start = Stopwatch.now

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The seconds so far.
  var seconds: Double { Self.now - start }
}
