/// A walk through the dictionary's keys that a word may stand for.
///
/// An е of the word matches an ё of a key too: «все» finds the keys «все» and «всё», in this order.
struct KeyWalk {
  /// A key that was found.
  struct Key {
    /// Where its readings start.
    var entries: Int
    /// For each е or ё of the word, lowest bit first: whether the key has ё there.
    var yo: UInt64
  }

  private struct Branch {
    var position: Int
    var base: UInt32
    var yo: UInt64
    var letter: UInt64
  }

  /// More undecided letters е than any word of the language has; what exceeds it is not looked at.
  private static let maxBranches = 8
  /// More than any look-up in a sound dictionary takes; a damaged one may loop.
  private static let maxSteps = 1024

  private var branches = InlineArray<8, Branch>(
    repeating: Branch(position: 0, base: 0, yo: 0, letter: 1)
  )
  private var branchCount = 1
  private var steps = 0
  private let ignoresYo: Bool

  /// Starts a walk; with `ignoringYo`, an ё of the word matches an е too («афёра» finds «афера»).
  init(from base: UInt32, ignoringYo: Bool = false) {
    branches[0].base = base
    ignoresYo = ignoringYo
  }

  /// The next key, or nil after the last.
  @inline(__always)
  mutating func next(of word: Span<UInt8>, in tables: LexiconTables) -> Key? {
    while branchCount > 0 {
      branchCount -= 1
      if let key = follow(branches[branchCount], word, tables) { return key }
    }
    return nil
  }

  @inline(__always)
  private mutating func follow(
    _ branch: Branch,
    _ word: Span<UInt8>,
    _ tables: LexiconTables
  ) -> Key? {
    var (position, base) = (branch.position, branch.base)
    var (yo, letter) = (branch.yo, branch.letter)
    while position < word.count {
      var code = tables.letter(of: word, at: &position)
      guard code != 0, steps < KeyWalk.maxSteps else { return nil }
      steps += 1
      if code == tables.ie || code == tables.yo {
        if ignoresYo { code = tables.ie }
        if code == tables.yo {
          yo |= letter
        } else if branchCount < KeyWalk.maxBranches,
          let other = tables.step(from: base, by: tables.yo)
        {
          branches[branchCount] = Branch(
            position: position,
            base: other,
            yo: yo | letter,
            letter: letter << 1
          )
          branchCount += 1
        }
        letter <<= 1
      }
      guard let next = tables.step(from: base, by: code) else { return nil }
      base = next
    }
    guard let entries = tables.step(from: base, by: tables.terminal) else { return nil }
    return Key(entries: Int(entries), yo: yo)
  }
}

extension LexiconTables {
  /// The code of the letter at a position, which moves behind it; 0 if the dictionary has no such letter.
  @inline(__always)
  func letter(of word: Span<UInt8>, at position: inout Int) -> UInt8 {
    let lead = word[position]
    position += 1
    if lead & 0xFE == 0xD0, position < word.count {
      let trail = word[position]
      position += 1
      return letters[LexiconLayout.letterIndex(lead, trail)]
    }
    if lead < 0x80 { return letters[Int(lead)] }
    if lead == 0xE2, position + 1 < word.count, word[position] == 0x80, word[position + 1] == 0x99 {
      position += 2
      return apostrophe
    }
    return 0
  }
}
