import Glibc

/// The search for line ends, by the C library: it takes many bytes at a time, in debug builds too.
extension [UInt8] {
  private static let lineFeed = Int32(UInt8(ascii: "\n"))

  /// The offset of the first line feed at `start` or after it, and before `end` where that is given.
  func firstLineFeed(from start: Int = 0, before end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    guard start < end else { return nil }
    return withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Self.lineFeed, end - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The offset of the last line feed at `start` or after it.
  func lastLineFeed(from start: Int = 0) -> Int? {
    // Lines are short beside a block, so the way back is too.
    var index = count
    while index > start {
      index -= 1
      if self[index] == UInt8(ascii: "\n") { return index }
    }
    return nil
  }

  /// The number of line feeds.
  var lineFeedCount: Int { lineFeedCount(in: indices) }

  /// The number of line feeds in a part.
  func lineFeedCount(in range: Range<Int>) -> Int {
    var (count, start) = (0, range.lowerBound)
    while let found = firstLineFeed(from: start, before: range.upperBound) {
      count += 1
      start = found + 1
    }
    return count
  }
}
