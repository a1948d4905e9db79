/// A numeral in the text: in digits, in words or mixed.
///
///     более 86 тыс. студентов          86 тыс.                      86000
///     двадцать одной тысячей           двадцать одной тысячей       21000, instrumental
///     в конце двадцатого века          двадцатого                   20, ordinal
public struct Numeral: Hashable, Sendable {
  /// The tokens of the numeral.
  public var tokens: Range<Int>
  /// The number; an exact one, unless `isRounded`.
  public var value: ExactDecimal
  /// Whether it is an ordinal: «первый», «3-й», `XXI`.
  public var isOrdinal = false
  /// Whether it is written in Roman numerals; a single letter (`I`, `V`, `X`) may also be something else.
  public var isRoman = false
  /// Whether the value has no finite decimal and is rounded to six places: «две трети».
  public var isRounded = false
  /// The cells that the numeral fills as a whole; digits fill all.
  public var cells: Cells
  /// What the numeral asks of the noun that it counts.
  public var government: NumeralGovernment

  /// Makes a numeral.
  public init(
    tokens: Range<Int>,
    value: ExactDecimal,
    cells: Cells,
    government: NumeralGovernment
  ) {
    self.tokens = tokens
    self.value = value
    self.cells = cells
    self.government = government
  }
}
