import TextEngine

/// The names of a document that are certain, by their parts.
///
/// Each name is kept once for each sex, so that many mentions of one person cost no more than two.
struct NameEvidence {
  private struct Key: Hashable {
    var given: SymbolID
    var patronymic: SymbolID
    var family: SymbolID
    var gender: UInt64?
  }

  private struct Entry {
    var name: PersonName
    var gender: Cells?
    /// One fact that bears the name.
    var fact: Int
    /// Whether another fact bears it too.
    var isRepeated = false
  }

  /// The most names with one part in common that are compared: a document that has more is no news.
  private static let maximumCompared = 64

  private var entries: [Entry] = []
  private var places: [Key: Int] = [:]
  /// The given names, patronymics and family names as numbers.
  private var parts = SymbolTable()
  /// For each of them the entries that have it, the first ones.
  private var byPart: [[Int]] = [[]]

  /// Adds what the mention in a fact shows.
  mutating func add(_ name: PersonName, _ gender: Cells?, fact: Int) {
    let key = Key(
      given: parts.intern(name.given),
      patronymic: parts.intern(name.patronymic),
      family: parts.intern(name.family),
      gender: gender?.rawValue
    )
    if let place = places[key] {
      if entries[place].fact != fact { entries[place].isRepeated = true }
      return
    }
    places[key] = entries.count
    while byPart.count < parts.count { byPart.append([]) }
    for part in [key.given, key.patronymic, key.family] where part != 0 {
      guard byPart[Int(part)].count < Self.maximumCompared,
        byPart[Int(part)].last != entries.count
      else { continue }
      byPart[Int(part)].append(entries.count)
    }
    entries.append(Entry(name: name, gender: gender, fact: fact))
  }

  /// Adds a family name that is a man's and stands by itself, in no fact.
  mutating func addMan(family: [UInt8]) {
    add(PersonName(family: family), .masculine, fact: -1)
  }

  /// Whether a name has a part, folded and in the nominative.
  func hasPart(_ part: [UInt8]) -> Bool { parts.symbol(part.span) != 0 }

  /// How much of a name the best of the other mentions shows that can be the same person's: two for each part, and one
  /// for the sex.
  ///
  /// - Parameter fact: The fact that has the name, whose own mention says nothing.
  func support(of name: PersonName, _ gender: Cells?, fact: Int) -> Int {
    var most = 0
    for part in [name.given, name.patronymic, name.family] where !part.isEmpty {
      for place in byPart[Int(parts.symbol(part.span))] {
        most = max(most, support(of: name, gender, fact, entries[place]))
      }
    }
    return most
  }

  private func support(of name: PersonName, _ gender: Cells?, _ fact: Int, _ other: Entry) -> Int {
    guard other.isRepeated || other.fact != fact, other.name.canBe(name) else { return 0 }
    if let gender, let its = other.gender, gender != its { return 0 }
    var shared = 0
    if !name.given.isEmpty, name.given == other.name.given { shared += 1 }
    if !name.patronymic.isEmpty, name.patronymic == other.name.patronymic { shared += 1 }
    if !name.family.isEmpty, name.family == other.name.family { shared += 1 }
    guard shared > 0 else { return 0 }
    return 2 * shared + (gender != nil && gender == other.gender ? 1 : 0)
  }
}
