import CICU

/// Break rules as ICU compiled them, run over UTF-8 without ICU.
///
/// The rules compile to an automaton over categories of scalars. From each boundary it runs until it stops; the next
/// boundary is where it accepted last:
///
///     5,5 млн    accepts after «5» and after «5,5», stops at the blank
///
/// ICU's own iterator gives the same boundaries and statuses, as `BreakMachineTests` checks. It wants UTF-16, though,
/// and takes three times as long.
final class BreakMachine {
  /// The categories of the first scalars, which are all but a few of a text's.
  private let categories: Buffer<UInt8>
  /// The rows of the states, of which row 0 stops.
  ///
  /// A row says for each category where the row starts that it leads to, and last the place of the state's status.
  private let rows: Buffer<UInt16>
  /// The statuses of pieces; the first is that of a scalar that no rule accepts.
  private let statuses: Buffer<Int32>
  private let categoryCount: Int
  /// The row to start from.
  private let first: Int
  /// Rows from this one on accept.
  private let firstAccepting: Int
  /// Rows from this one on accept, and every Cyrillic letter leads back to them, as in a word.
  private let firstOfLetters: Int
  /// The categories of all scalars.
  private let trie: CategoryTrie

  /// The scalars that the table of categories has: those of one byte and two.
  private static let tableSize = 0x800
  /// The scalars whose first byte is 0xD0 or 0xD1: Cyrillic letters, all of them.
  private static let letters = 0x400..<0x480

  /// Makes a machine of rules that ICU compiled; nil where their format is not known, or they have what a machine does
  /// not run: marks of the text's start or end, look-ahead, dictionaries.
  init?(compiled bytes: [UInt8]) {
    guard let rules = CompiledBreakRules(bytes), rules.isPlain,
      let trie = CategoryTrie(rules.trie)
    else { return nil }
    self.trie = trie
    categoryCount = rules.categoryCount
    let categories = Buffer<UInt8>(capacity: Self.tableSize)
    for scalar in 0..<UInt32(Self.tableSize) {
      let category = trie.category(of: scalar)
      guard category < categoryCount else { return nil }
      categories.append(UInt8(truncatingIfNeeded: category))
    }
    self.categories = categories
    let letters = Set(Self.letters.map { Int(categories[$0]) })
    func rank(_ state: Int) -> Int {
      guard rules.states[state].status != nil else { return 0 }
      return letters.allSatisfy { rules.states[state].next[$0] == state } ? 2 : 1
    }
    let ranks = rules.states.indices.map(rank)
    let order = (0...2).flatMap { rank in ranks.indices.filter { ranks[$0] == rank } }
    let stride = categoryCount + 1
    guard order.count * stride <= Int(UInt16.max), order.first == 0 else { return nil }
    var places = [Int](repeating: 0, count: order.count)
    for (place, state) in order.enumerated() { places[state] = place * stride }
    rows = Buffer(capacity: order.count * stride)
    statuses = Buffer(capacity: order.count + 1)
    statuses.append(rules.noStatus)
    for state in order {
      for next in rules.states[state].next { rows.append(UInt16(places[next])) }
      rows.append(UInt16(statuses.count))
      statuses.append(rules.states[state].status ?? rules.noStatus)
    }
    first = places[CompiledBreakRules.startState]
    firstAccepting = stride * ranks.count { $0 == 0 }
    firstOfLetters = stride * ranks.count { $0 < 2 }
  }

  /// Calls a function with status, start and end of each piece of some bytes of a text, in text order.
  ///
  /// - Complexity: O(*n*) in the number of bytes, if no rule goes on far behind where it last accepted.
  @inline(__always)
  func forEachPiece(
    _ bytes: Span<UInt8>,
    in range: Range<Int>,
    _ take: (Int32, Int, Int) -> Void
  ) {
    let bytes = bytes.extracting(0..<range.upperBound)
    let categories = categories.view(0..<categories.count)
    let rows = rows.view(0..<rows.count)
    let (first, firstAccepting, firstOfLetters) = (first, firstAccepting, firstOfLetters)
    var start = range.lowerBound
    while start < bytes.count {
      var row = first
      var accepted = 0
      var end = start
      var index = start
      while index < bytes.count {
        let category: Int
        let lead = Int(bytes[index])
        if lead < 0x80 {
          category = Int(categories[lead])
          index += 1
        } else if lead < 0xE0, index + 1 < bytes.count {
          category = Int(categories[(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)])
          index += 2
        } else {
          let scalar = UTF8Decoding.scalar(in: bytes, at: index)
          category = self.category(of: scalar.value)
          index += scalar.length
        }
        row = Int(rows[row + category])
        if row >= firstAccepting {
          if row >= firstOfLetters {
            while index + 1 < bytes.count, bytes[index] & 0xFE == 0xD0 { index += 2 }
          }
          accepted = row
          end = index
        } else if row == 0 {
          break
        }
      }
      if end == start {
        end += UTF8Decoding.scalar(in: bytes, at: start).length
        take(statuses[0], start, end)
      } else {
        take(statuses[Int(rows[accepted + categoryCount])], start, end)
      }
      start = end
    }
  }

  @inline(never)
  private func category(of scalar: UInt32) -> Int {
    // What the table lacks was not checked when it was made; category 0 is that of what no rule names.
    let category = trie.category(of: scalar)
    return category < categoryCount ? category : 0
  }
}
