import ArgumentParser

/// A number of bytes on the command line: `65536`, `64K`, `16M`, `1G`.
struct ByteCount: ExpressibleByArgument, CustomStringConvertible, Equatable {
  /// The number of bytes.
  let bytes: Int

  /// Makes a count.
  init(_ bytes: Int) {
    self.bytes = bytes
  }

  /// Reads a count, at least 1.
  init?(argument: String) {
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = argument.last.flatMap { shifts[$0] }
    guard let number = Int(shift == nil ? argument[...] : argument.dropLast()), number > 0 else {
      return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
    guard !overflow else { return nil }
    self.bytes = bytes
  }

  /// The count as it would be written.
  var description: String {
    for (shift, letter) in [(30, "G"), (20, "M"), (10, "K")] where bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(letter)"
    }
    return "\(bytes)"
  }
}
