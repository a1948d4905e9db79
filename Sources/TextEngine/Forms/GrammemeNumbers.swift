/// Numbers of the sets of grammemes that were met, from 0 on.
final class GrammemeNumbers {
  private let sets = Buffer<GrammemeSet>(capacity: 1 << 8)
  private let slots = HashSlots(size: 1 << 9)

  /// The number of a set, and whether it is met for the first time.
  @inline(__always)
  func number(of grammemes: GrammemeSet) -> (number: Int, isNew: Bool) {
    let bits = grammemes.rawValue
    var mixer = HashMixer()
    mixer.add(UInt64(truncatingIfNeeded: bits))
    mixer.add(UInt64(truncatingIfNeeded: bits >> 64))
    let known = slots.number(mixer.hash, next: sets.count) { sets[$0].rawValue == bits }
    if let known { return (known, false) }
    sets.append(grammemes)
    return (sets.count - 1, true)
  }
}
