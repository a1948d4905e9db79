import TextEngine

/// The names of a document that are certain, by their parts.
///
/// Each name is kept once for each sex, so that many mentions of one person cost no more than two.
struct NameEvidence {
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
  /// The given names, patronymics and family names as numbers.
  private var parts = SymbolTable()
  /// From given name to patronymic, family name and sex; the last leads to the entry.
  private var places = NameEdges()
  private var placeCount = 1
  /// For each part the last of its entries and how many it has.
  private var lists: [(last: Int, count: Int)] = []
  /// Entries of parts, each with the one before of the same part, or -1.
  private var listed: [(entry: Int, before: Int)] = []

  /// Makes room for some names.
  init(_ names: Int) {
    entries.reserveCapacity(names)
    places.reserve(4 * names)
    listed.reserveCapacity(3 * names)
  }

  /// Adds what the mention in a fact shows.
  mutating func add(_ name: PersonName, _ gender: Cells?, fact: Int) {
    let given = parts.intern(name.given)
    let patronymic = parts.intern(name.patronymic)
    let family = parts.intern(name.family)
    let sex = gender.map { $0 == .masculine ? 1 : 2 } ?? 0
    let place = place(place(place(0, given), patronymic), family)
    let entry = places.next(place, UInt32(sex), orTo: entries.count)
    guard entry == entries.count else {
      if entries[entry].fact != fact { entries[entry].isRepeated = true }
      return
    }
    while lists.count < parts.count { lists.append((-1, 0)) }
    list(entry, given)
    list(entry, patronymic)
    list(entry, family)
    entries.append(Entry(name: name, gender: gender, fact: fact))
  }

  /// Where a part of names leads from another place.
  private mutating func place(_ place: Int, _ part: SymbolID) -> Int {
    let next = places.next(place, part, orTo: placeCount)
    if next == placeCount { placeCount += 1 }
    return next
  }

  /// Notes that an entry has a part.
  private mutating func list(_ entry: Int, _ part: SymbolID) {
    let part = Int(part)
    guard part != 0, lists[part].count < Self.maximumCompared else { return }
    if lists[part].last >= 0, listed[lists[part].last].entry == entry { return }
    listed.append((entry, lists[part].last))
    lists[part] = (listed.count - 1, lists[part].count + 1)
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
      let symbol = Int(parts.symbol(part.span))
      var place = symbol == 0 ? -1 : lists[symbol].last
      while place >= 0 {
        most = max(most, support(of: name, gender, fact, entries[listed[place].entry]))
        place = listed[place].before
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
