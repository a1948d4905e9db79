import TextEngine

/// Which groups of mentions a name may belong to, found by the parts of the name and not by going through all groups.
struct EntityIndex {
  /// A person's name with its parts as numbers.
  struct Person {
    var given: SymbolID
    var family: SymbolID
    /// The bytes of the first letter of the given name as a number; 0 where it is not known.
    var initial: UInt32

    /// Looks up the parts of a name, or gives them numbers.
    init(_ name: PersonName, _ names: inout SymbolTable) {
      given = names.intern(name.given)
      family = names.intern(name.family)
      let letter = name.given.prefix(1) + name.given.dropFirst().prefix(while: NameLetter.continues)
      initial = letter.reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// The most groups that one name is compared with.
  private static let maximumLook = 256
  /// Stands for any first letter; no letter is written so.
  private static let anyInitial = UInt32.max

  private struct Key: Hashable {
    enum Part: UInt8 { case key, alias, family, given, givenAlone }
    var schema: Int
    var part: Part
    var text: SymbolID
    /// The first letter of the given name, where groups with one family name are told apart by it.
    var initial: UInt32 = 0
  }

  private var groups: [Key: [Int]] = [:]

  /// Enters a group under its names; a group that has changed is entered again.
  mutating func insert(
    _ group: Int,
    schema: Int,
    key: SymbolID,
    aliases: [SymbolID],
    person: Person?
  ) {
    add(group, Key(schema: schema, part: .key, text: key))
    for alias in aliases { add(group, Key(schema: schema, part: .alias, text: alias)) }
    guard let person else { return }
    add(group, Key(schema: schema, part: .given, text: person.given))
    guard person.family != 0 else {
      return add(group, Key(schema: schema, part: .givenAlone, text: person.given))
    }
    for initial in [person.initial, Self.anyInitial] {
      add(group, Key(schema: schema, part: .family, text: person.family, initial: initial))
    }
  }

  private mutating func add(_ group: Int, _ key: Key) {
    func enter(_ known: inout [Int]) {
      if known.last != group { known.append(group) }
    }
    enter(&groups[key, default: []])
  }

  /// Calls `body` with the groups that bear a key, until it gives false.
  func forEach(schema: Int, key: SymbolID, _ body: (Int) -> Bool) {
    var left = Self.maximumLook
    _ = visit(Key(schema: schema, part: .key, text: key), &left, body)
  }

  /// Calls `body` with every group that a name may belong to, until it gives false; with some more than once.
  func forEachCandidate(
    schema: Int,
    key: SymbolID,
    aliases: [SymbolID],
    person: Person?,
    _ body: (Int) -> Bool
  ) {
    var left = Self.maximumLook
    for part in [Key.Part.key, .alias] {
      guard visit(Key(schema: schema, part: part, text: key), &left, body) else { return }
    }
    for alias in aliases {
      guard visit(Key(schema: schema, part: .key, text: alias), &left, body) else { return }
    }
    guard let person else { return }
    if person.family != 0 {
      // Whose given name is not known may be anybody of the family.
      let initials = person.initial == 0 ? [Self.anyInitial] : [person.initial, 0]
      for initial in initials {
        let key = Key(schema: schema, part: .family, text: person.family, initial: initial)
        guard visit(key, &left, body) else { return }
      }
    }
    let part: Key.Part = person.family == 0 ? .given : .givenAlone
    _ = visit(Key(schema: schema, part: part, text: person.given), &left, body)
  }

  /// Calls `body` with the groups under a key; false once it gives false or so many have been looked at.
  private func visit(_ key: Key, _ left: inout Int, _ body: (Int) -> Bool) -> Bool {
    for group in groups[key] ?? [] {
      left -= 1
      guard left >= 0, body(group) else { return false }
    }
    return true
  }
}
