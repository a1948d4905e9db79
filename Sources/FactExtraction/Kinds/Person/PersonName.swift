import TextEngine

/// The parts of a person's name in folded spelling, and whether two names can be one person's.
///
///     «Марина Филипповна», «Марина Ходорковская», «М. Ходорковская» and «Ходорковская» can all be
///     «Марина Филипповна Ходорковская»
struct PersonName: Hashable {
  var given: [UInt8] = []
  var patronymic: [UInt8] = []
  var family: [UInt8] = []

  /// A family name by itself.
  init(family: [UInt8]) { self.family = family }

  /// The name of a fact; nil where no part is set, and where its schema has no fields for one.
  init?(_ fact: Fact, _ fields: NameFields?) {
    guard let fields else { return nil }
    given = Self.part(.given, fact, fields)
    patronymic = Self.part(.patronymic, fact, fields)
    family = Self.part(.family, fact, fields)
    if given.isEmpty, patronymic.isEmpty, family.isEmpty { return nil }
  }

  private static func part(_ part: NamePart, _ fact: Fact, _ fields: NameFields) -> [UInt8] {
    fields.field(of: part).flatMap { fact.fields[$0]?.string }.map(Folding.folded) ?? []
  }

  /// Whether both can name one person: no part contradicts, and they share a family name, or a given name in full.
  func canBe(_ other: PersonName) -> Bool {
    guard Self.agree(given, other.given), Self.agree(patronymic, other.patronymic) else {
      return false
    }
    if !family.isEmpty, !other.family.isEmpty { return family == other.family }
    return given == other.given && given.count > 2 && given.last != UInt8(ascii: ".")
  }

  /// The parts of both, the fuller of each.
  func merged(with other: PersonName) -> PersonName {
    var whole = self
    if other.given.count > given.count { whole.given = other.given }
    if other.patronymic.count > patronymic.count { whole.patronymic = other.patronymic }
    if family.isEmpty { whole.family = other.family }
    return whole
  }

  /// Whether two parts are equal, one is missing, or one is the initial of the other: «М.» of «Марина».
  private static func agree(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left.isEmpty || right.isEmpty || left == right { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.last == UInt8(ascii: ".") else { return false }
    return long.starts(with: short.dropLast())
  }
}
