import TextEngine

/// Which groups of mentions a name may belong to, found by the parts of the name and not by going through all groups.
struct EntityIndex {
  /// The most groups that one name is compared with.
  private static let maximumLook = 256

  private struct Key: Hashable {
    enum Part { case key, alias, family, given, givenAlone }
    var schema: Int
    var part: Part
    var text: [UInt8]
    /// The first letter of the given name, where groups with one family name are told apart by it.
    var initial: [UInt8] = []
  }

  private var groups: [Key: [Int]] = [:]

  /// Enters a group under its names; a group that has changed is entered again.
  mutating func insert(
    _ group: Int,
    schema: Int,
    key: [UInt8],
    aliases: Set<[UInt8]>,
    person: PersonName?
  ) {
    add(group, Key(schema: schema, part: .key, text: key))
    for alias in aliases { add(group, Key(schema: schema, part: .alias, text: alias)) }
    guard let person else { return }
    add(group, Key(schema: schema, part: .given, text: person.given))
    guard !person.family.isEmpty else {
      return add(group, Key(schema: schema, part: .givenAlone, text: person.given))
    }
    let initial = Self.initial(of: person.given)
    for initial in Set([initial, Self.anyInitial]) {
      let text = person.family
      add(group, Key(schema: schema, part: .family, text: text, initial: initial))
    }
  }

  private mutating func add(_ group: Int, _ key: Key) {
    if groups[key]?.last != group { groups[key, default: []].append(group) }
  }

  /// Calls `body` with the groups that bear a key, until it gives false.
  func forEach(schema: Int, key: [UInt8], _ body: (Int) -> Bool) {
    visit([Key(schema: schema, part: .key, text: key)], body)
  }

  /// Calls `body` with every group that a name may belong to, until it gives false; with some more than once.
  func forEachCandidate(
    schema: Int,
    key: [UInt8],
    aliases: Set<[UInt8]>,
    person: PersonName?,
    _ body: (Int) -> Bool
  ) {
    var keys = [
      Key(schema: schema, part: .key, text: key), Key(schema: schema, part: .alias, text: key),
    ]
    keys += aliases.map { Key(schema: schema, part: .key, text: $0) }
    if let person {
      if !person.family.isEmpty {
        let initial = Self.initial(of: person.given)
        // Whose given name is not known may be anybody of the family.
        let initials = initial.isEmpty ? [Self.anyInitial] : [initial, []]
        keys += initials.map {
          Key(schema: schema, part: .family, text: person.family, initial: $0)
        }
      }
      let part: Key.Part = person.family.isEmpty ? .given : .givenAlone
      keys.append(Key(schema: schema, part: part, text: person.given))
    }
    visit(keys, body)
  }

  private func visit(_ keys: [Key], _ body: (Int) -> Bool) {
    var left = Self.maximumLook
    for key in keys {
      for group in groups[key] ?? [] {
        left -= 1
        guard left >= 0, body(group) else { return }
      }
    }
  }

  private static let anyInitial: [UInt8] = [0]

  /// The bytes of the first letter.
  private static func initial(of given: [UInt8]) -> [UInt8] {
    given.prefix(1) + given.dropFirst().prefix { $0 & 0xC0 == 0x80 }
  }
}
