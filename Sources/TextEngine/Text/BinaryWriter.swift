/// Collects the bytes of a stored rule program.
struct BinaryWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Appends a number in as few bytes as it needs, seven bits each.
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends bytes with their number before them.
  mutating func write(bytes more: some Collection<UInt8>) {
    write(UInt64(more.count))
    bytes.append(contentsOf: more)
  }

  /// Appends a number of values and the bytes that they lie in, which begin at a multiple of `BinaryReader.alignment`.
  mutating func write(_ count: Int, _ memory: UnsafeRawBufferPointer) {
    write(UInt64(count))
    while bytes.count % BinaryReader.alignment != 0 { bytes.append(0) }
    bytes.append(contentsOf: memory)
  }

  /// Appends a value.
  mutating func write(_ value: some BinaryStorable) {
    value.store(in: &self)
  }
}
