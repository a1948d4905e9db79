/// The UTF-16 units of a piece of text with the byte offset of each, in storage that is reused.
struct UTF16Buffer: ~Copyable {
  private(set) var units: UnsafeMutableBufferPointer<UInt16>
  /// The byte at which each unit's scalar starts, from the start of the piece; one entry more than units.
  private(set) var offsets: UnsafeMutableBufferPointer<UInt32>
  /// The number of units in use.
  private(set) var count = 0

  init() {
    units = .allocate(capacity: 0)
    offsets = .allocate(capacity: 1)
  }

  deinit {
    units.deallocate()
    offsets.deallocate()
  }

  /// Fills the buffer with the units of valid UTF-8.
  mutating func fill(_ bytes: Span<UInt8>) {
    // A byte gives one unit at most.
    if units.count < bytes.count {
      units.deallocate()
      offsets.deallocate()
      units = .allocate(capacity: bytes.count)
      offsets = .allocate(capacity: bytes.count + 1)
    }
    var index = 0
    var unit = 0
    while index < bytes.count {
      let lead = bytes[index]
      offsets[unit] = UInt32(truncatingIfNeeded: index)
      if lead < 0x80 {
        units[unit] = UInt16(lead)
        index += 1
      } else if lead < 0xE0, index + 1 < bytes.count {
        units[unit] = UInt16(lead & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F)
        index += 2
      } else {
        let scalar = UTF8Decoding.scalar(in: bytes, at: index)
        if scalar.value < 0x1_0000 {
          units[unit] = UInt16(truncatingIfNeeded: scalar.value)
        } else {
          let value = scalar.value - 0x1_0000
          units[unit] = UInt16(truncatingIfNeeded: 0xD800 + (value >> 10))
          unit += 1
          offsets[unit] = UInt32(truncatingIfNeeded: index)
          units[unit] = UInt16(truncatingIfNeeded: 0xDC00 + (value & 0x3FF))
        }
        index += scalar.length
      }
      unit += 1
    }
    offsets[unit] = UInt32(truncatingIfNeeded: bytes.count)
    count = unit
  }
}
