#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A word that some rule names, as a small number; 0 stands for every word that no rule names.
public typealias SymbolID = UInt32

/// The words that the rules name, in folded spelling.
///
/// An open hash table over one run of bytes: a look-up makes no array, and compares bytes where hashes are equal.
public struct SymbolTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0, 0]
  /// Symbol and hash of a word in one number, 0 where the slot is free.
  private(set) var slots: [UInt64]

  /// Makes an empty table.
  public init() { slots = [UInt64](repeating: 0, count: 64) }

  /// Puts a table together from its parts.
  init(bytes: [UInt8], starts: [UInt32], slots: [UInt64]) throws(BinaryFault) {
    (self.bytes, self.starts, self.slots) = (bytes, starts, slots)
    guard starts.count >= 2, starts[0] == 0, starts[1] == 0, Int(starts[count]) == bytes.count,
      slots.count & (slots.count - 1) == 0, count * 2 <= slots.count
    else { throw BinaryFault() }
    var isSound = true
    for symbol in 0..<count { isSound = isSound && starts[symbol] <= starts[symbol + 1] }
    var taken = 0
    for slot in slots where slot != 0 {
      taken += 1
      isSound = isSound && Int(UInt32(truncatingIfNeeded: slot)) < count
    }
    // A table without a free slot would be searched for ever.
    guard isSound, taken == count - 1 else { throw BinaryFault() }
  }

  /// Makes room for so many symbols more, of as many letters as words mostly have.
  public mutating func reserve(_ symbols: Int) {
    starts.reserveCapacity(starts.count + symbols)
    bytes.reserveCapacity(bytes.count + 16 * symbols)
    while (count + symbols) * 2 > slots.count { grow() }
  }

  /// The number of symbols, the empty one included.
  public var count: Int { starts.count - 1 }

  /// The folded spellings of all symbols, that of 0 first; for comparing tables.
  public var spellings: [[UInt8]] { (0..<SymbolID(count)).map { Array(spelling($0)) } }

  /// The folded spelling of a symbol.
  public func spelling(_ symbol: SymbolID) -> ArraySlice<UInt8> {
    guard Int(symbol) < count else { return [] }
    return bytes[Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])]
  }

  /// The symbol of a folded spelling, made if new; that of the empty spelling is 0.
  public mutating func intern(_ folded: Span<UInt8>) -> SymbolID {
    guard !folded.isEmpty else { return 0 }
    let hash = Self.hash(folded)
    let slot = slot(folded, hash)
    if slots[slot] != 0 { return SymbolID(truncatingIfNeeded: slots[slot]) }
    let id = SymbolID(count)
    slots[slot] = UInt64(hash) << 32 | UInt64(id)
    folded.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    starts.append(UInt32(bytes.count))
    if count * 2 > slots.count { grow() }
    return id
  }

  /// The symbol of a folded spelling, made if new.
  public mutating func intern(_ folded: [UInt8]) -> SymbolID { intern(folded.span) }

  /// The symbol of a folded spelling, or 0.
  public func symbol(_ folded: Span<UInt8>) -> SymbolID {
    folded.isEmpty ? 0 : SymbolID(truncatingIfNeeded: slots[slot(folded, Self.hash(folded))])
  }

  /// Mixes eight bytes at a time.
  @inline(__always)
  static func hash(_ word: Span<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: word.count) ^ 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= word.count {
      hash = (hash ^ EightBytes(word, at: offset).bits) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < word.count {
      rest = rest << 8 | UInt64(word[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The slot that holds the word, or the free one where it belongs.
  private func slot(_ word: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0, !isSpelled(slots[slot], word, hash) { slot = (slot + 1) & mask }
    return slot
  }

  private func isSpelled(_ known: UInt64, _ word: Span<UInt8>, _ hash: UInt32) -> Bool {
    guard UInt32(truncatingIfNeeded: known >> 32) == hash else { return false }
    let id = Int(UInt32(truncatingIfNeeded: known))
    let first = Int(starts[id])
    guard Int(starts[id + 1]) - first == word.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      word.withUnsafeBytes { word in
        guard let known = bytes.baseAddress, let asked = word.baseAddress else { return true }
        return memcmp(known + first, asked, word.count) == 0
      }
    }
  }

  private mutating func grow() {
    let known = slots
    slots = [UInt64](repeating: 0, count: known.count * 2)
    let mask = slots.count - 1
    for word in known where word != 0 {
      var slot = Int(word >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }
}
