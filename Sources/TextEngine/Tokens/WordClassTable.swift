/// The words of the token grammar with their classes, looked up by their bytes.
///
/// An open hash table over UTF-8, so that a look-up makes no string.
struct WordClassTable: Sendable {
  private var slots: [Slot]
  private var text: [UInt8] = []
  private var mask: Int
  private var used = 0
  private var longest = 0

  private struct Slot: PlainStorable {
    var start: UInt32 = 0
    var count: UInt32 = 0
    var classes: WordClass = []
  }

  init() {
    slots = Array(repeating: Slot(), count: 1024)
    mask = 1023
  }

  /// Reads a table that was stored.
  init(from reader: inout BinaryReader) throws(BinaryFault) {
    slots = try reader.plain()
    text = try reader.plain()
    mask = slots.count - 1
    guard !slots.isEmpty, slots.count & mask == 0 else { throw BinaryFault() }
    var isSound = true
    for slot in slots where slot.count != 0 {
      used += 1
      longest = max(longest, Int(slot.count))
      isSound = isSound && Int(slot.start) + Int(slot.count) <= text.count
    }
    // A table without a free slot would be searched for ever.
    guard isSound, used * 2 <= slots.count else { throw BinaryFault() }
  }

  func store(in writer: inout BinaryWriter) {
    writer.write(plain: slots)
    writer.write(plain: text)
  }

  /// The classes of a word, as it is written.
  func classes(of bytes: Span<UInt8>) -> WordClass {
    guard bytes.count <= longest, !bytes.isEmpty else { return [] }
    return slots[slot(for: bytes)].classes
  }

  /// The classes of a word before a stop; «Ул» counts as «ул» unless the list has it with the capital.
  func classesBeforeStop(of bytes: Span<UInt8>) -> WordClass {
    let exact = classes(of: bytes).intersection(.takesStop)
    guard exact.isEmpty, bytes.count > 2, bytes.count <= longest,
      let lowered = RussianLetter.small(bytes[0], bytes[1]), lowered != (bytes[0], bytes[1])
    else { return exact }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
      for index in bytes.indices { buffer[index] = bytes[index] }
      buffer[0] = lowered.0
      buffer[1] = lowered.1
      return classes(of: buffer.span).intersection(.takesStop)
    }
  }

  /// Adds a class to a word.
  mutating func insert(_ word: Span<UInt8>, _ classes: WordClass) {
    guard !word.isEmpty else { return }
    let index = slot(for: word)
    slots[index].classes.formUnion(classes)
    guard slots[index].count == 0 else { return }
    slots[index].start = UInt32(text.count)
    slots[index].count = UInt32(word.count)
    for position in word.indices { text.append(word[position]) }
    longest = max(longest, word.count)
    used += 1
    if used * 2 > slots.count { grow() }
  }

  /// The slot that holds the word, or the free one where it belongs.
  private func slot(for word: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[index].count != 0, !holds(slots[index], word) { index = (index + 1) & mask }
    return index
  }

  private func holds(_ slot: Slot, _ word: Span<UInt8>) -> Bool {
    guard Int(slot.count) == word.count else { return false }
    for index in word.indices where text[Int(slot.start) + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.count != 0 {
      let bytes = Array(text[Int(slot.start)..<Int(slot.start + slot.count)])
      slots[self.slot(for: bytes.span)] = slot
    }
  }
}
