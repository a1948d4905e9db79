import Glibc
import Synchronization

/// Tells on standard error how far a run is, for people or for programs.
final class RunProgress: Sendable {
  private let mode: ProgressMode
  private let totalBytes: Int
  private let earlierBytes: Int
  private let start = Clock.seconds
  /// The length of the line on the terminal; nil when nothing more is to be shown.
  private let width = Mutex<Int?>(0)

  /// Makes a progress of a run over `totalBytes`, 0 where that is unknown.
  ///
  /// - Parameter earlierBytes: What of them an earlier run has done.
  init(mode: ProgressMode, totalBytes: Int, earlierBytes: Int) {
    self.mode = mode == .auto && !Console.isTerminal ? .none : mode
    self.totalBytes = totalBytes
    self.earlierBytes = earlierBytes
  }

  /// The seconds between two reports; 0 for none.
  var interval: Double {
    switch mode {
    case .auto: 0.1
    case .json: 1
    case .none: 0
    }
  }

  /// Shows the counts.
  func show(_ counts: RunCounts) {
    let report = ProgressReport(
      counts: counts,
      earlierBytes: earlierBytes,
      seconds: Clock.seconds - start,
      totalBytes: totalBytes
    )
    width.withLock { width in
      guard let old = width else { return }
      if mode == .json {
        Console.message(report.json)
      } else {
        let line = report.line
        Self.write("\r" + line + Self.blanks(old - line.utf8.count))
        width = line.utf8.count
      }
    }
  }

  /// Takes the line away and shows nothing more.
  func end() {
    width.withLock { width in
      if let old = width, old > 0 { Self.write("\r" + Self.blanks(old) + "\r") }
      width = nil
    }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func write(_ text: String) {
    try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
  }
}
