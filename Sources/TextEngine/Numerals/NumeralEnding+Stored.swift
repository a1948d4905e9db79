extension NumeralEnding: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(bytes: letters)
    writer.write(kind)
    writer.write(cells.rawValue)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      letters: try reader.read(),
      kind: try reader.read(),
      cells: Cells(rawValue: try reader.read())
    )
  }
}

extension NumeralEnding.Kind: NameStorable {}

extension ExactDecimal: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(UInt64(truncatingIfNeeded: mantissa))
    writer.write(UInt64(truncatingIfNeeded: mantissa >> 64))
    writer.write(Int(exponent))
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let low = Int128(truncatingIfNeeded: try reader.number())
    let high = Int128(truncatingIfNeeded: Int64(bitPattern: try reader.number()))
    guard let value = Self(mantissa: high << 64 | low, exponent: try reader.read()) else {
      throw BinaryFault()
    }
    self = value
  }
}
