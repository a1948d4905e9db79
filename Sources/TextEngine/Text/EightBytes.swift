/// Eight bytes of a text, which are looked at together.
///
/// What is found is told by the highest bit of each byte: 0x80 in the lowest one stands for the first of the eight.
public struct EightBytes {
  /// The bytes as one number, the first of them lowest.
  public let bits: UInt64

  /// The highest bit of each byte.
  public static let all: UInt64 = 0x8080_8080_8080_8080
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Makes them of a number.
  @inlinable public init(bits: UInt64) { self.bits = bits }

  /// The bytes from an offset on, where eight must stand.
  @inline(__always) @inlinable
  public init(_ bytes: Span<UInt8>, at offset: Int) {
    bits = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
  }

  /// Those that are below a bound, which is 0x80 at most.
  ///
  /// Bytes behind the first that is found may be told wrongly, so the answer is exact only on whether and where the first
  /// one stands.
  @inline(__always) @inlinable
  public func marks(below bound: UInt8) -> UInt64 {
    (bits &- Self.ones &* UInt64(bound)) & ~bits & Self.all
  }

  /// Those that are a certain byte, as exact as `marks(below:)`.
  @inline(__always) @inlinable
  public func marks(of byte: UInt8) -> UInt64 {
    EightBytes(bits: bits ^ Self.ones &* UInt64(byte)).marks(below: 1)
  }

  /// Those that go on with a scalar, `10xxxxxx`.
  @inlinable public var continuations: UInt64 { bits & ~(bits << 1) & Self.all }
}
