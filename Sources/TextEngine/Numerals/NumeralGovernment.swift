/// What a numeral asks of the noun that it counts (Zaliznyak, Russkoe imennoe slovoizmenenie, § 2.16).
public enum NumeralGovernment: UInt8, Hashable, Sendable {
  /// The noun agrees: «один студент», «двадцать одну тысячу», also ordinals.
  case agreement
  /// The genitive singular beside a nominative or accusative: «два студента», «4 школы».
  case few
  /// The genitive plural beside a nominative or accusative: «пять студентов», «двое пострадавших».
  case many
  /// A genitive in any case: «с тысячей студентов», «треть страны».
  case noun
  /// The genitive singular in any case: «94,3 процента», «полтора года».
  case fraction

  /// The government of a cardinal that ends in a number below a thousand.
  public init(cardinal value: ExactDecimal) {
    guard value.isWhole else {
      self = .fraction
      return
    }
    // A multiple of ten has its last digit in the exponent.
    let lastTwo = value.exponent == 0 ? value.mantissa.magnitude % 100 : 0
    switch (lastTwo, lastTwo % 10) {
    case (11...14, _): self = .many
    case (_, 1): self = .agreement
    case (_, 2...4): self = .few
    default: self = .many
    }
  }

  /// Whether a noun in these cells can be what a numeral in those cells counts.
  ///
  /// - Parameters:
  ///   - counted: the cells of the noun, or of the phrase with its adjectives.
  ///   - numeral: the cells of the numeral.
  public func admits(_ counted: Cells, numeral: Cells) -> Bool {
    let direct: Cells = [.nominative, .accusative]
    let isDirect = !numeral.isDisjoint(with: direct)
    let oblique = numeral.subtracting(direct).union(
      numeral.isDisjoint(with: .animateAccusative) ? [] : .animateAccusative
    )
    switch self {
    case .agreement:
      let common = counted.intersection(numeral)
      if !common.isDisjoint(with: .singular) { return true }
      // «Одни ножницы», but not «21 студенты»: digits fill the plural too and do not mean it.
      return numeral != .all && !common.isDisjoint(with: .plural)
    case .few:
      // The plural beside a direct numeral is that of an adjective: «четыре новые школы», «трое пострадавших».
      if isDirect, !counted.isDisjoint(with: Cells.genitive.union(direct.intersection(.plural))) {
        return true
      }
      return !counted.intersection(oblique.inAnyNumber).isDisjoint(with: .plural)
    case .many:
      if isDirect, !counted.isDisjoint(with: Cells.genitive.intersection(.plural)) { return true }
      return !counted.intersection(oblique.inAnyNumber).isDisjoint(with: .plural)
    case .noun: return !counted.isDisjoint(with: .genitive)
    case .fraction:
      if !counted.isDisjoint(with: .genitive) { return true }
      // «В полутора километрах»: an oblique half goes with the plural.
      return !counted.intersection(oblique.inAnyNumber).isDisjoint(with: .plural)
    }
  }
}
