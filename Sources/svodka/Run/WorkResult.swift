/// The output of one item of work.
struct WorkResult: Sendable {
  /// The records, each with its line feed.
  var output: [UInt8] = []
  /// What was done.
  var counts = RunCounts()
}
