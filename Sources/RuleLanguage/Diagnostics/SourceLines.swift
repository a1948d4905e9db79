import TextEngine

/// Where the lines of a rule source start.
struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The index of the line that holds an offset, clamped to the source.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  func line(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }

  /// The bytes of a line without its end.
  func span(ofLine line: Int) -> TextSpan {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return TextSpan(start: start, end: end)
  }

  /// The number of characters between two offsets, as they stand beside each other on a screen.
  func width(from start: Int, to end: Int) -> Int {
    let start = max(0, start)
    let end = min(end, bytes.count)
    guard start < end else { return 0 }
    if bytes[start..<end].allSatisfy({ $0 < 0x80 }) { return end - start }
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
      .count { !$0.isCombining }
  }

  /// The number of Unicode scalars between two offsets.
  func scalars(from start: Int, to end: Int) -> Int {
    let start = max(0, start)
    let end = min(end, bytes.count)
    guard start < end else { return 0 }
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.count
  }

  /// The text of some bytes, fit for a screen: one place for each character that is counted.
  func displayed(from start: Int, to end: Int) -> String {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "\t": result.append(" ")
      // Marks of direction could show a line otherwise than it is.
      case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The part of a line that is shown around an offset; all of it, if it is not very long.
  func excerpt(ofLine line: Int, around offset: Int) -> TextSpan {
    let whole = span(ofLine: line)
    guard whole.count > SourceLines.longestLine else { return whole }
    let reach = SourceLines.longestLine / 2
    return TextSpan(
      start: scalarStart(max(whole.start, offset - reach)),
      end: scalarStart(min(whole.end, offset + reach))
    )
  }

  private static let longestLine = 240

  /// The offset, or a little before it, where a character starts.
  private func scalarStart(_ offset: Int) -> Int {
    var offset = offset
    var steps = 0
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80, steps < 3 {
      offset -= 1
      steps += 1
    }
    return offset
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is shown over the one before it.
  fileprivate var isCombining: Bool {
    // No combining mark is below U+0300, and Cyrillic ones are few.
    if value < 0x300 || (0x400...0x482).contains(value) || (0x48A...0x52F).contains(value) {
      return false
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
