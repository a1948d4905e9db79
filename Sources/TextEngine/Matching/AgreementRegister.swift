/// What the words of a group of agreement still share on one way through a pattern.
///
/// Where the group compares persons too, there are cells for each person, since a word may have one number in one person
/// and another in the next. They stand in two words, which compare at once: the cells of the third person, then those of
/// the first; the categories, then the cells of the second person.
struct AgreementRegister: BitwiseCopyable {
  private(set) var cells: UInt64
  private(set) var categories: UInt64

  /// That of no group.
  static let none = AgreementRegister([])

  private static let width: UInt64 = 28
  private static let shift: UInt64 = 8

  /// That of a group before its first word.
  @inline(__always)
  init(_ compared: AgreementCategories) {
    cells = Cells.all.rawValue
    categories = UInt64(compared.rawValue)
    if compared.contains(.person) {
      cells |= Cells.all.rawValue << Self.width
      categories |= Cells.all.rawValue << Self.shift
    }
  }

  @inline(__always)
  private var compared: AgreementCategories {
    AgreementCategories(rawValue: UInt8(truncatingIfNeeded: categories))
  }

  /// Whether persons are compared.
  @inline(__always)
  var comparesPersons: Bool { categories & UInt64(AgreementCategories.person.rawValue) != 0 }

  @inline(__always)
  func isSame(as other: AgreementRegister) -> Bool {
    cells == other.cells && categories == other.categories
  }

  /// The cells that are left, in any person.
  var shared: Cells {
    let cells =
      comparesPersons ? cells | cells >> Self.width | categories >> Self.shift : cells
    return Cells(rawValue: cells).intersection(.all).narrowed(from: compared)
  }

  /// Leaves what a word shares; false where nothing is left.
  @inline(__always)
  mutating func restrict(to word: Cells) -> Bool {
    cells &= word.widened(to: compared).rawValue
    return cells != 0
  }

  /// Leaves what a word shares, person by person; false where nothing is left.
  mutating func restrict(to word: CellsByPerson) -> Bool {
    let compared = compared
    cells &=
      word.third.widened(to: compared).rawValue
      | word.first.widened(to: compared).rawValue << Self.width
    categories &= word.second.widened(to: compared).rawValue << Self.shift | 0xFF
    return cells != 0 || categories >> Self.shift != 0
  }
}
