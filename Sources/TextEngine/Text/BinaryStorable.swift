/// A value that is part of a stored rule program.
protocol BinaryStorable {
  /// Appends the value.
  func store(in writer: inout BinaryWriter)
  /// Reads the value back.
  init(from reader: inout BinaryReader) throws(BinaryFault)
}

extension Int: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    // Small negative numbers stay short too.
    writer.write(UInt64(bitPattern: Int64(self << 1 ^ self >> 63)))
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let number = try reader.number()
    self = Int(truncatingIfNeeded: Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
  }
}

extension UInt32: BinaryStorable {
  func store(in writer: inout BinaryWriter) { writer.write(UInt64(self)) }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(truncatingIfNeeded: try reader.number())
  }
}

extension UInt64: BinaryStorable {
  func store(in writer: inout BinaryWriter) { writer.write(self) }

  init(from reader: inout BinaryReader) throws(BinaryFault) { self = try reader.number() }
}

extension Bool: BinaryStorable {
  func store(in writer: inout BinaryWriter) { writer.write(UInt64(self ? 1 : 0)) }

  init(from reader: inout BinaryReader) throws(BinaryFault) { self = try reader.number() != 0 }
}

extension String: BinaryStorable {
  func store(in writer: inout BinaryWriter) { writer.write(bytes: utf8) }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(decoding: try reader.byteRun(), as: UTF8.self)
  }
}

extension Array: BinaryStorable where Element: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(UInt64(count))
    for element in self { writer.write(element) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let count = try reader.count()
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Optional: BinaryStorable where Wrapped: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(self != nil)
    if let value = self { writer.write(value) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self = try reader.read(Bool.self) ? try Wrapped(from: &reader) : nil
  }
}

extension ClosedRange<Int>: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(lowerBound)
    writer.write(upperBound)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let (lower, upper) = (try reader.read(Int.self), try reader.read(Int.self))
    guard lower <= upper else { throw BinaryFault() }
    self = lower...upper
  }
}

/// An enumeration that is stored by its cases' names, so that their order may change.
protocol NameStorable: BinaryStorable, RawRepresentable where RawValue == String {}

extension NameStorable {
  func store(in writer: inout BinaryWriter) { writer.write(rawValue) }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    guard let value = Self(rawValue: try reader.read()) else { throw BinaryFault() }
    self = value
  }
}
