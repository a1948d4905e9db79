import TextEngine

/// A case and the sex of a bearer: what the words of a name have in common.
struct NameCell: Hashable {
  /// The number of sexes.
  static let columns = 2
  /// How many there are.
  static let count = NameCase.all.count * columns

  /// Its place among all: by case, then by sex.
  let index: Int

  /// The cell at a place.
  init(_ index: Int) { self.index = index }

  /// The case, by its place in `NameCase.all`.
  var row: Int { index / Self.columns }
  /// The sex: 0 for a man, 1 for a woman.
  var column: Int { index % Self.columns }
  /// The sex.
  var gender: Cells { column == 0 ? .masculine : .feminine }
  /// The cells in which words of such a name stand.
  var cells: Cells { NameCase.all[row].intersection(gender) }
}
