/// The output of one item of work.
struct WorkResult: Sendable {
  /// The records, each with its line feed.
  var output: [UInt8] = []
  /// What was done.
  var counts = RunCounts()
  /// Whether all documents of the item are in the output; a run that is asked to end leaves some out.
  var isComplete = true
  /// What stands for all input up to the end of the item, where the run keeps account of it.
  var inputHash: UInt64?
}
