/// What every token that an expression takes starts with and has in it, so that most tokens are passed over at once.
struct PatternHints: Sendable {
  /// The bytes that can come first, a bit each: those of ASCII and the others.
  private var firstBytes: (ascii: UInt128, other: UInt128) = (0, 0)
  /// The scalars that can come first; nil where all can.
  private(set) var firstScalars: [ClosedRange<UInt32>]? = []
  /// The scalars that can come last; nil where all can.
  private(set) var lastScalars: [ClosedRange<UInt32>]? = []
  /// A byte without which no token is taken, if there is one.
  private(set) var required: UInt8?
  /// Whether every token that is taken has some other scalar than the common ones.
  private(set) var needsUncommon = false

  /// The bytes that are looked for: they are in expressions of compounds and figures, and in few words.
  private static let candidates: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: ".")]

  init(states: [TokenPattern.State], start: Int, accept: Int) {
    let initial = Self.reached(from: start, states) { _ in false }
    for (id, state) in states.enumerated() where initial[id] && state.consumes {
      guard !state.isNegated else {
        firstBytes = (.max, .max)
        firstScalars = nil
        break
      }
      for range in state.ranges { insert(range) }
      firstScalars?.append(contentsOf: state.ranges)
    }
    for state in states where state.consumes {
      let isLast = state.next.contains { next in
        Self.reached(from: next, states) { _ in false }[accept]
      }
      guard isLast else { continue }
      guard !state.isNegated else {
        lastScalars = nil
        break
      }
      lastScalars?.append(contentsOf: state.ranges)
    }
    required = Self.candidates.first { byte in
      let scalar = UInt32(byte)
      let others = Self.reached(from: start, states) { state in
        state.isNegated || state.ranges.contains { $0 != scalar...scalar }
      }
      return !others[accept]
    }
    let common = Self.reached(from: start, states) { state in
      state.isNegated
        || state.ranges.contains { $0.clamped(to: 0...0x4FF).contains(where: Self.isCommon) }
    }
    needsUncommon = !common[accept]
  }

  /// Whether a scalar is a letter of Russian or English, a figure, comma, hyphen or full stop, of which nearly all words
  /// are made.
  @inline(__always)
  private static func isCommon(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x410...0x44F, 0x401, 0x451, 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2C...0x2E: true
    default: false
    }
  }

  /// Whether a word has another scalar than the common ones.
  static func isUncommon(_ word: Span<UInt8>) -> Bool {
    var index = 0
    while index < word.count {
      // «А» to «п» and «р» to «я».
      if index + 1 < word.count,
        word[index] == 0xD0 && word[index + 1] >= 0x90
          || word[index] == 0xD1 && word[index + 1] & 0xF0 == 0x80
      {
        index += 2
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(in: word, at: index)
      index += length
      if !isCommon(scalar) { return true }
    }
    return false
  }

  // MARK: Storing

  func store(in writer: inout BinaryWriter) {
    for bits in [firstBytes.ascii, firstBytes.other] {
      writer.write(UInt64(truncatingIfNeeded: bits))
      writer.write(UInt64(truncatingIfNeeded: bits >> 64))
    }
    for ranges in [firstScalars, lastScalars] {
      writer.write(ranges != nil)
      writer.write(plain: (ranges ?? []).flatMap { [$0.lowerBound, $0.upperBound] })
    }
    writer.write(plain: required.map { [$0] } ?? [])
    writer.write(needsUncommon)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    firstBytes.ascii = UInt128(try reader.number()) | UInt128(try reader.number()) << 64
    firstBytes.other = UInt128(try reader.number()) | UInt128(try reader.number()) << 64
    firstScalars = try Self.ranges(from: &reader)
    lastScalars = try Self.ranges(from: &reader)
    required = try reader.plain(UInt8.self).first
    needsUncommon = try reader.read()
  }

  private static func ranges(
    from reader: inout BinaryReader
  ) throws(BinaryFault) -> [ClosedRange<UInt32>]? {
    let isKnown: Bool = try reader.read()
    let bounds: [UInt32] = try reader.plain()
    guard bounds.count.isMultiple(of: 2) else { throw BinaryFault() }
    var ranges: [ClosedRange<UInt32>] = []
    ranges.reserveCapacity(bounds.count / 2)
    for place in stride(from: 0, to: bounds.count, by: 2) {
      guard bounds[place] <= bounds[place + 1] else { throw BinaryFault() }
      ranges.append(bounds[place]...bounds[place + 1])
    }
    return isKnown ? ranges : nil
  }

  // MARK: Looking

  /// Whether a token can be taken; of the empty one nothing is known.
  @inline(__always)
  func allow(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard has(bytes[0]) else { return false }
    guard let required else { return true }
    for index in 0..<bytes.count where bytes[index] == required { return true }
    return false
  }

  @inline(__always)
  private func has(_ byte: UInt8) -> Bool {
    (byte < 0x80 ? firstBytes.ascii : firstBytes.other) & Self.bit(byte) != 0
  }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt128 { 1 << UInt128(byte & 127) }

  /// Adds the first bytes of some scalars.
  private mutating func insert(_ scalars: ClosedRange<UInt32>) {
    for byte in Self.leadByte(scalars.lowerBound)...Self.leadByte(scalars.upperBound) {
      if byte < 0x80 {
        firstBytes.ascii |= Self.bit(byte)
      } else {
        firstBytes.other |= Self.bit(byte)
      }
    }
  }

  /// The first byte of a scalar in UTF-8; it grows with the scalar.
  private static func leadByte(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case ..<0x80: UInt8(truncatingIfNeeded: scalar)
    case ..<0x800: UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
    case ..<0x1_0000: UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    default: UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    }
  }

  /// The states that are reached from one through those that take nothing and those that may take something.
  private static func reached(
    from start: Int,
    _ states: [TokenPattern.State],
    through takes: (TokenPattern.State) -> Bool
  ) -> [Bool] {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = [start]
    while let id = stack.popLast() {
      guard states.indices.contains(id), !seen[id] else { continue }
      seen[id] = true
      if !states[id].consumes || takes(states[id]) { stack += states[id].next }
    }
    return seen
  }
}
