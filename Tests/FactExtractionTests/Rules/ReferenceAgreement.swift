import RuleLanguage
import TextEngine

/// One reading of a word as agreement sees it: the cells that it fills, in which persons.
struct ReferenceReading {
  var cells: Cells
  var persons: Persons

  /// What agrees with everything.
  static let any = ReferenceReading(cells: .all, persons: .all)
}

/// What words share, category by category, for the plain matcher.
struct ReferenceAgreement {
  private struct Key: Hashable {
    var cells: UInt64
    var persons: UInt8
    var categories: [AgreementCategory]
  }

  private var known: [Key: Set<Int>] = [:]

  /// The combinations of categories that a word's readings stand for; a word without readings stands for all.
  mutating func values(
    of readings: [ReferenceReading],
    _ categories: [AgreementCategory]
  ) -> Set<Int> {
    (readings.isEmpty ? [.any] : readings).reduce(into: []) {
      $0.formUnion(values(of: $1, categories))
    }
  }

  private mutating func values(
    of reading: ReferenceReading,
    _ categories: [AgreementCategory]
  ) -> Set<Int> {
    let key = Key(
      cells: reading.cells.rawValue,
      persons: reading.persons.rawValue,
      categories: categories
    )
    if let known = known[key] { return known }
    var values: Set<Int> = []
    for bit in 0..<28 where reading.cells.rawValue & 1 << UInt64(bit) != 0 {
      let isPlural = bit % 4 == 3
      let cases = categories.contains(.grammaticalCase) ? bit / 4 : 0
      let number = categories.contains(.number) && isPlural ? 1 : 0
      // A plural has no gender: it goes with every one, unless the number tells it apart from them.
      var genders = categories.contains(.gender) ? [bit % 4] : [0]
      if isPlural, categories.contains(.gender), !categories.contains(.number) {
        genders = [0, 1, 2]
      }
      var persons = [0]
      if categories.contains(.person) {
        let all: [Persons] = [.first, .second, .third]
        persons = all.indices.filter { reading.persons.contains(all[$0]) }
      }
      for gender in genders {
        for person in persons { values.insert(((cases * 2 + number) * 4 + gender) * 3 + person) }
      }
    }
    known[key] = values
    return values
  }

  /// The cells of a group that has come to this; nil is a group without a word that agrees.
  mutating func cells(of shared: Set<Int>?, _ categories: [AgreementCategory]) -> Cells {
    guard let shared else { return .all }
    var cells: UInt64 = 0
    for bit in 0..<28 {
      let one = ReferenceReading(cells: Cells(rawValue: 1 << UInt64(bit)), persons: .all)
      if !shared.isDisjoint(with: values(of: one, categories)) { cells |= 1 << UInt64(bit) }
    }
    return Cells(rawValue: cells)
  }
}
