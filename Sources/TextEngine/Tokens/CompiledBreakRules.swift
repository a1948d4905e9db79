/// What is in break rules that ICU compiled, in the format of ICU 69 and later.
///
/// The format is that of `RBBIDataHeader` and `RBBIStateTable` in ICU's `rbbidata.h`. Numbers are those of the machine.
struct CompiledBreakRules {
  /// One state of the automaton.
  struct State {
    /// The status of what the state accepts; nil where it accepts nothing.
    var status: Int32?
    /// The state that each category leads to; 0 stops.
    var next: [Int]
  }

  static let startState = 1

  /// The states, the one that stops first.
  private(set) var states: [State] = []
  private(set) var categoryCount = 0
  /// The status of what no rule accepts.
  private(set) var noStatus: Int32 = 0
  /// The categories of scalars, see `CategoryTrie`.
  private(set) var trie: ArraySlice<UInt8> = []
  /// Whether the automaton only reads on and accepts: it has no look-ahead, no categories that stand for the start or
  /// end of the text or for words of a dictionary.
  private(set) var isPlain = true

  private static let magic: UInt32 = 0xB1A0
  private static let formatVersion: UInt8 = 6
  /// The category of the end of the text.
  private static let endCategory = 1

  private struct Flags: OptionSet {
    let rawValue: UInt32
    static let startRequired = Flags(rawValue: 2)
    static let narrowRows = Flags(rawValue: 4)
  }

  /// Reads compiled rules; nil for another format.
  init?(_ bytes: [UInt8]) {
    let reader = Reader(bytes: bytes)
    guard reader.word(0) == Self.magic, bytes.count > 4, bytes[4] == Self.formatVersion,
      let categories = reader.word(12), (3...256).contains(categories),
      let table = reader.part(16), let trie = reader.part(32), let statuses = reader.part(48)
    else { return nil }
    categoryCount = Int(categories)
    self.trie = bytes[trie]
    guard let noStatus = reader.status(0, in: statuses) else { return nil }
    self.noStatus = noStatus
    guard readStates(reader, table, statuses) else { return nil }
  }

  private mutating func readStates(
    _ reader: Reader,
    _ table: Range<Int>,
    _ statuses: Range<Int>
  ) -> Bool {
    let start = table.lowerBound
    guard table.count >= 20, let count = reader.word(start), (2...0xFFFF).contains(count),
      let length = reader.word(start + 4), let dictionary = reader.word(start + 8),
      let flags = reader.word(start + 16).map(Flags.init(rawValue:))
    else { return false }
    let width = flags.contains(.narrowRows) ? 1 : 2
    guard Int(length) >= width * (3 + categoryCount),
      20 + Int(count) * Int(length) <= table.count
    else { return false }
    isPlain = !flags.contains(.startRequired) && Int(dictionary) >= categoryCount
    for number in 0..<Int(count) {
      let row = reader.numbers(start + 20 + number * Int(length), 3 + categoryCount, width)
      var state = State(next: Array(row[3...]))
      guard state.next.allSatisfy({ $0 < Int(count) }) else { return false }
      if row[0] != 0 {
        guard let status = reader.status(row[2], in: statuses) else { return false }
        state.status = status
      }
      isPlain = isPlain && row[0] <= 1 && row[1] == 0 && state.next[Self.endCategory] == 0
      states.append(state)
    }
    // The state that stops leads nowhere and accepts nothing.
    return states[0].status == nil
  }

  /// Reads numbers at offsets.
  private struct Reader {
    let bytes: [UInt8]

    /// Numbers of one or two bytes, which must be there.
    func numbers(_ offset: Int, _ count: Int, _ width: Int) -> [Int] {
      guard width == 2 else { return bytes[offset..<offset + count].map(Int.init) }
      return (0..<count).map {
        let place = offset + $0 * 2
        return Int(bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt16.self))
      }
    }

    /// A number of four bytes; nil where there are none.
    func word(_ offset: Int) -> UInt32? {
      guard offset >= 0, offset + 4 <= bytes.count else { return nil }
      return bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }

    /// The part of which the header has offset and length at an offset.
    func part(_ offset: Int) -> Range<Int>? {
      guard let start = word(offset), let length = word(offset + 4),
        Int(start) + Int(length) <= bytes.count
      else { return nil }
      return Int(start)..<Int(start) + Int(length)
    }

    /// The largest of the statuses at a place: their number stands before them, and they are sorted.
    func status(_ place: Int, in statuses: Range<Int>) -> Int32? {
      let start = statuses.lowerBound + 4 * place
      guard let count = word(start), count > 0, count <= 0xFFFF else { return nil }
      let last = start + 4 * Int(count)
      guard last + 4 <= statuses.upperBound else { return nil }
      return word(last).map(Int32.init(bitPattern:))
    }
  }
}
