extension Span<UInt8> {
  /// Whether the bytes are those of another span of as many.
  @inline(__always)
  func hasBytes(of other: Span<UInt8>) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      guard EightBytes(self, at: offset).bits == EightBytes(other, at: offset).bits else {
        return false
      }
      offset += 8
    }
    while offset < count {
      guard self[offset] == other[offset] else { return false }
      offset += 1
    }
    return true
  }
}
