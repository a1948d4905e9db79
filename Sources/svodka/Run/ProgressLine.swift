import Glibc

/// The line on a terminal that tells how far a run is.
struct ProgressLine {
  private let totalBytes: Int
  private let start = ProgressLine.now()
  private var lastShown = 0.0
  private var width = 0

  /// Makes a line for an input of `totalBytes`, 0 where that is unknown; nil if nobody would see it.
  init?(totalBytes: Int) {
    guard Console.isTerminal else { return nil }
    self.totalBytes = totalBytes
  }

  /// Shows the counts, ten times a second at most.
  mutating func update(_ counts: RunCounts) {
    let now = Self.now()
    guard now - lastShown >= 0.1 else { return }
    lastShown = now
    show(Self.text(counts, seconds: now - start, totalBytes: totalBytes))
  }

  /// Takes the line away.
  mutating func clear() {
    guard width > 0 else { return }
    show("")
    try? Descriptor.write([UInt8(ascii: "\r")], to: STDERR_FILENO, named: "standard error")
  }

  /// The line's text: documents, megabytes a second, and the time left if the whole is known.
  static func text(_ counts: RunCounts, seconds: Double, totalBytes: Int) -> String {
    let rate = seconds > 0 ? Double(counts.bytes) / seconds : 0
    let tenths = Int(rate / 1e5)
    var text = "\(counts.read) documents, \(tenths / 10).\(tenths % 10) MB/s"
    if totalBytes > counts.bytes, rate > 0 {
      let left = Int(Double(totalBytes - counts.bytes) / rate) + 1
      text += ", \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    return text
  }

  private mutating func show(_ text: String) {
    let padding = String(repeating: " ", count: max(0, width - text.utf8.count))
    width = text.utf8.count
    let bytes = Array("\r\(text)\(padding)".utf8)
    try? Descriptor.write(bytes, to: STDERR_FILENO, named: "standard error")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
