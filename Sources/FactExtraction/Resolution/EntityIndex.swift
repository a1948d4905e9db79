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
      initial = 0
      for (place, byte) in name.given.enumerated() {
        if place > 0, !NameLetter.continues(byte) { break }
        initial = initial << 8 | UInt32(byte)
      }
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

    /// Takes in all but the schema at once; names are seldom shared by facts of several.
    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(text) << 32 ^ UInt64(initial) << 3 ^ UInt64(part.rawValue))
    }
  }

  /// The first and the last link of the groups under one key.
  private struct Chain {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// A group under a key, and the link to the next one, or -1.
  private struct Link {
    var group: Int32
    var next: Int32 = -1
  }

  private var chains: [Key: Chain] = [:]
  private var links: [Link] = []

  /// Makes an index with room for the names of so many mentions.
  init(mentions: Int) {
    chains.reserveCapacity(mentions)
    links.reserveCapacity(mentions)
  }

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
    var key = Key(schema: schema, part: .family, text: person.family, initial: person.initial)
    add(group, key)
    key.initial = Self.anyInitial
    add(group, key)
  }

  private mutating func add(_ group: Int, _ key: Key) {
    Self.add(Int32(group), to: &chains[key, default: Chain()], &links)
  }

  private static func add(_ group: Int32, to chain: inout Chain, _ links: inout [Link]) {
    let link = Int32(links.count)
    if chain.last < 0 {
      chain.first = link
    } else {
      guard links[Int(chain.last)].group != group else { return }
      links[Int(chain.last)].next = link
    }
    chain.last = link
    links.append(Link(group: group))
  }

  /// Calls `body` with the groups that bear a key, until it gives false.
  func forEach(schema: Int, key: SymbolID, _ body: (Int) -> Bool) {
    var left = Self.maximumLook
    _ = visit(Key(schema: schema, part: .key, text: key), &left, body)
  }

  /// Calls `body` with the groups that have an alias, until it gives false.
  func forEach(schema: Int, alias: SymbolID, _ body: (Int) -> Bool) {
    var left = Self.maximumLook
    _ = visit(Key(schema: schema, part: .alias, text: alias), &left, body)
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
    guard visit(Key(schema: schema, part: .key, text: key), &left, body),
      visit(Key(schema: schema, part: .alias, text: key), &left, body)
    else { return }
    for alias in aliases {
      guard visit(Key(schema: schema, part: .key, text: alias), &left, body) else { return }
    }
    guard let person else { return }
    if person.family != 0 {
      var key = Key(schema: schema, part: .family, text: person.family)
      // Whose given name is not known may be anybody of the family.
      key.initial = person.initial == 0 ? Self.anyInitial : person.initial
      guard visit(key, &left, body) else { return }
      key.initial = 0
      guard person.initial == 0 || visit(key, &left, body) else { return }
    }
    let part: Key.Part = person.family == 0 ? .given : .givenAlone
    _ = visit(Key(schema: schema, part: part, text: person.given), &left, body)
  }

  /// Calls `body` with the groups under a key; false once it gives false or so many have been looked at.
  private func visit(_ key: Key, _ left: inout Int, _ body: (Int) -> Bool) -> Bool {
    var next = chains[key]?.first ?? -1
    while next >= 0 {
      let link = links[Int(next)]
      left -= 1
      guard left >= 0, body(Int(link.group)) else { return false }
      next = link.next
    }
    return true
  }
}
