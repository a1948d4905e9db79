/// The grammatical persons in which a word can stand.
///
/// A noun is in the third person, a pronoun and a verb are in their own. What has no person («шёл», «большой») goes with all.
public struct Persons: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8
  /// Takes the bits as they are.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// «я», «мы», «иду».
  @inlinable public static var first: Persons { Persons(rawValue: 1) }
  /// «ты», «вы», «идёшь».
  @inlinable public static var second: Persons { Persons(rawValue: 2) }
  /// «он», «завод», «идёт».
  @inlinable public static var third: Persons { Persons(rawValue: 4) }
  /// Every person.
  @inlinable public static var all: Persons { [.first, .second, .third] }

  /// The persons of a reading.
  @inlinable
  public init(grammemes: GrammemeSet) {
    var persons: Persons = []
    if grammemes.contains(.firstPerson) { persons.insert(.first) }
    if grammemes.contains(.secondPerson) { persons.insert(.second) }
    // «Идём!» takes in the one who speaks, «иди!» does not.
    if grammemes.contains(.inclusive) { persons.insert(.first) }
    if grammemes.contains(.exclusive) { persons.insert(.second) }
    if grammemes.contains(.thirdPerson) || grammemes.contains(.noun) { persons.insert(.third) }
    self = persons.isEmpty ? .all : persons
  }
}

/// The cells that a word can fill in each person.
struct CellsByPerson: BitwiseCopyable {
  var first: Cells = []
  var second: Cells = []
  var third: Cells = []

  init() {}

  /// The same cells in some persons.
  init(_ cells: Cells, _ persons: Persons) { insert(cells, persons) }

  /// Adds what one reading can fill.
  mutating func insert(_ cells: Cells, _ persons: Persons) {
    if persons.contains(.first) { first.formUnion(cells) }
    if persons.contains(.second) { second.formUnion(cells) }
    if persons.contains(.third) { third.formUnion(cells) }
  }
}
