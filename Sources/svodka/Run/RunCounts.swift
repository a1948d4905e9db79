/// What a run did, for the summary and the progress line.
struct RunCounts: Equatable, Sendable {
  /// The documents read.
  var read = 0
  /// The records written, error records among them.
  var written = 0
  /// The error records.
  var errors = 0
  /// The bytes of input.
  var bytes = 0

  /// The summary, one line of JSON without its end.
  var summary: String {
    "{\"read\":\(read),\"written\":\(written),\"errors\":\(errors)}"
  }

  static func += (left: inout RunCounts, right: RunCounts) {
    left.read += right.read
    left.written += right.written
    left.errors += right.errors
    left.bytes += right.bytes
  }
}
