/// Whole lines that are worked on together.
struct LineBlock: Sendable {
  /// The lines with their line feeds; the last one may lack its own.
  let bytes: [UInt8]
  /// The number of the first line, from 1.
  let firstLine: Int
  /// The longest line in bytes that is processed; the lines may be longer.
  var limit = Int.max
  /// Whether this stands for one line above the limit, whose bytes were dropped.
  var isTooLong = false
}
