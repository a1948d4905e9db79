/// What the entries of the list `@numeral` say, read when an entry is first met.
///
/// It belongs to one engine; there is one place for each entry of the list.
final class NumeralEntries {
  /// What an entry says of all its forms.
  struct Entry {
    var value: ExactDecimal
    var kind: NumeralWordKind
    /// The cells of an entry that names them; nil where the form's readings tell them.
    var cells: Cells?
    var standsAlone: Bool
    /// The lemma that the readings of a form must have, 0 for any.
    var lemma: SymbolID
  }

  private let program: RuleProgram

  private enum Place { case unread, unfit, read(Entry) }
  private var places: [Place] = []

  init(of program: RuleProgram) { self.program = program }

  /// Whether a list is that of numerals.
  @inline(__always)
  func isList(_ list: ListID) -> Bool { list == program.numeralList }

  /// What an entry of the list says, by its place in the gazetteer; nil where its class is none of numerals.
  func entry(_ place: Int) -> Entry? {
    let entry = program.gazetteer.entries[place]
    let index = entry.index
    if index >= places.count {
      places += [Place](repeating: .unread, count: index + 1 - places.count)
    }
    switch places[index] {
    case .read(let known): return known
    case .unfit: return nil
    case .unread:
      let new = read(entry)
      places[index] = new.map(Place.read) ?? .unfit
      return new
    }
  }

  private func read(_ entry: Gazetteer.Entry) -> Entry? {
    func text(_ name: String) -> String? { program.feature(name, of: entry).text }
    guard let kind = text("class").flatMap(NumeralWordKind.init(rawValue:)) else { return nil }
    return Entry(
      value: program.feature("value", of: entry).decimal ?? .zero,
      kind: kind,
      cells: text("cells").flatMap { Cells($0) },
      standsAlone: text("alone") != "no",
      lemma: program.gazetteer.lemma(0, of: entry)
    )
  }
}
