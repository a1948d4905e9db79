/// Numbers by the hashes of what they stand for.
final class HashSlots {
  /// The hash above the number and one, so that a look-up compares it without another access; 0 is free.
  private let slots = Buffer<UInt64>()
  private var mask: Int
  private var count = 0

  /// Makes room for half as many numbers; it grows by itself.
  ///
  /// - Parameter size: A power of two.
  init(size: Int) {
    slots.fill(size, with: 0)
    mask = size - 1
  }

  /// Forgets all numbers.
  func removeAll() {
    slots.fill(slots.count, with: 0)
    count = 0
  }

  /// The number under a hash that is meant; nil where there is none, and the next one has been added.
  ///
  /// - Parameters:
  ///   - next: The number that a new thing gets.
  ///   - isMeant: Whether a number with the same hash is it.
  @inline(__always)
  func number(_ hash: UInt32, next: Int, _ isMeant: (Int) -> Bool) -> Int? {
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
        if isMeant(number) { return number }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt64(hash) << 32 | UInt64(next + 1)
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  private func grow() {
    let old = slots.array(0..<slots.count)
    slots.fill(slots.count * 2, with: 0)
    mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
