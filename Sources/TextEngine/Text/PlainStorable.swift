/// A value that is stored as it lies in memory: whole numbers, with no gaps between them, that may have any bits.
///
/// Arrays of such values are read back in one piece, on machines that begin numbers with their low byte.
protocol PlainStorable: BitwiseCopyable {}

extension UInt8: PlainStorable {}
extension UInt16: PlainStorable {}
extension UInt32: PlainStorable {}
extension UInt64: PlainStorable {}
extension Int32: PlainStorable {}

extension BinaryWriter {
  /// Appends values with their number before them.
  mutating func write<Value: PlainStorable>(plain values: [Value]) {
    // A gap between values would hold bytes that nobody wrote.
    precondition(MemoryLayout<Value>.size == MemoryLayout<Value>.stride)
    values.withUnsafeBytes { write(values.count, $0) }
  }

  /// Appends the values of a buffer with their number before them.
  mutating func write<Value: PlainStorable>(plain values: Buffer<Value>) {
    write(plain: values.array(0..<values.count))
  }

  /// Appends the values of a buffer that does not change.
  mutating func write<Value: PlainStorable>(plain values: FixedBuffer<Value>) {
    write(plain: values.elements)
  }
}

extension BinaryReader {
  /// Reads values that were written as they lay in memory.
  mutating func plain<Value: PlainStorable>(
    _: Value.Type = Value.self
  ) throws(BinaryFault) -> [Value] {
    let (count, run) = try plainRun(of: MemoryLayout<Value>.stride)
    return [Value](unsafeUninitializedCapacity: count) { values, written in
      UnsafeMutableRawBufferPointer(values).copyMemory(from: run)
      written = count
    }
  }

  /// Reads such values into a buffer.
  mutating func buffer<Value: PlainStorable>(
    _: Value.Type = Value.self
  ) throws(BinaryFault) -> Buffer<Value> {
    let (count, run) = try plainRun(of: MemoryLayout<Value>.stride)
    return Buffer(copying: run, count: count)
  }

  /// Reads such values into a buffer that does not change, or leaves them where they lie.
  mutating func fixedBuffer<Value: PlainStorable>(
    _: Value.Type = Value.self
  ) throws(BinaryFault) -> FixedBuffer<Value> {
    let (count, run) = try plainRun(of: MemoryLayout<Value>.stride)
    return FixedBuffer(run, count: count, isEmbedded: isEmbedded)
  }
}

extension [UInt32] {
  /// Whether each part of `count` things starts where the one before ends, from 0 on; the last number is `count`.
  func areStarts(of count: Int) -> Bool {
    guard first == 0, last.map(Int.init) == count else { return false }
    var isSound = true
    for place in 1..<self.count { isSound = isSound && self[place - 1] <= self[place] }
    return isSound
  }
}

extension Sequence<Int32> {
  /// Whether all are places among `count` things, or -1 for none.
  func arePlaces(in count: Int) -> Bool { allSatisfy { $0 >= -1 && Int($0) < count } }
}

extension Collection<Int32> {
  /// Whether each leads to a later one among them, or is -1, so that following them ends.
  var areChains: Bool {
    var index: Int32 = 0
    for next in self {
      guard next == -1 || next > index && Int(next) < count else { return false }
      index += 1
    }
    return true
  }
}
