/// Reads back what a `BinaryWriter` wrote.
///
/// Bytes that nobody wrote give a fault, or values that nobody wrote, but never a read outside of them.
struct BinaryReader {
  /// Runs of plain values begin at a multiple of this, so that they can be read where they lie.
  static let alignment = 8

  private let bytes: UnsafeRawBufferPointer
  /// Whether the bytes are part of the program's own file: they stay as they are as long as the process lives, and are
  /// trusted as its code is.
  let isEmbedded: Bool
  private var position = 0

  /// Reads from bytes that must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer, isEmbedded: Bool = false) {
    (self.bytes, self.isEmbedded) = (bytes, isEmbedded)
  }

  /// Reads what all of some bytes stand for; nil where they stand for nothing.
  static func value<Value>(
    of bytes: [UInt8],
    _ read: (inout BinaryReader) throws(BinaryFault) -> Value
  ) -> Value? {
    guard !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = BinaryReader(bytes)
      guard let value = try? read(&reader), reader.isAtEnd else { return nil }
      return value
    }
  }

  /// Whether all bytes were read.
  var isAtEnd: Bool { position == bytes.count }

  /// Reads a number.
  @inline(__always)
  mutating func number() throws(BinaryFault) -> UInt64 {
    // Most are small.
    guard position < bytes.count, bytes[position] < 0x80 else { return try longNumber() }
    position += 1
    return UInt64(bytes[position - 1])
  }

  private mutating func longNumber() throws(BinaryFault) -> UInt64 {
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

  /// Reads the number of values that take so many bytes each, and those bytes.
  mutating func plainRun(
    of stride: Int
  ) throws(BinaryFault) -> (count: Int, run: UnsafeRawBufferPointer) {
    let count = try number()
    position = min((position + Self.alignment - 1) & -Self.alignment, bytes.count)
    guard count <= UInt64((bytes.count - position) / stride) else { throw BinaryFault() }
    let size = Int(count) * stride
    defer { position += size }
    return (Int(count), UnsafeRawBufferPointer(rebasing: bytes[position..<position + size]))
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
