/// Reads back what a `BinaryWriter` wrote.
///
/// Bytes that nobody wrote give a fault, or values that nobody wrote, but never a read outside of them.
struct BinaryReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads from bytes that must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether all bytes were read.
  var isAtEnd: Bool { position == bytes.count }

  /// Reads a number.
  mutating func number() throws(BinaryFault) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      guard position < bytes.count else { throw BinaryFault() }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw BinaryFault()
  }

  /// Reads the number of things that follow, which take a byte each at least.
  mutating func count() throws(BinaryFault) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - position) else { throw BinaryFault() }
    return Int(count)
  }

  /// Reads bytes with their number before them.
  mutating func byteRun() throws(BinaryFault) -> UnsafeRawBufferPointer {
    let count = try count()
    let run = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    position += count
    return run
  }

  /// Reads a value.
  mutating func read<Value: BinaryStorable>(
    _: Value.Type = Value.self
  ) throws(BinaryFault) -> Value {
    try Value(from: &self)
  }
}

/// Bytes that are no stored rule program.
struct BinaryFault: Error {}
