/// One reading of a token as a part of a numeral, as an entry of the list `@numeral` gives it.
///
///     двадцати   value 20, kind ten, cells gen dat loc
///     тысяч      value 1000, kind scale, cells gen plural
public struct NumeralWord: Hashable, Sendable {
  /// The number that the word stands for; for a fraction, its denominator.
  public var value: ExactDecimal
  /// How the word goes together with others.
  public var kind: NumeralWordKind
  /// The cells of the form in the text.
  public var cells: Cells
  /// Whether the word may be a numeral by itself.
  ///
  /// «Семью» is far more often the accusative of «семья» than the instrumental of «семь», yet «с двадцатью семью» is plain.
  public var standsAlone: Bool

  /// Makes a reading.
  public init(
    value: ExactDecimal,
    kind: NumeralWordKind,
    cells: Cells,
    standsAlone: Bool = true
  ) {
    self.value = value
    self.kind = kind
    self.cells = cells
    self.standsAlone = standsAlone
  }

  /// The cells of a form from the readings that a list entry found by lemma.
  ///
  /// A reading as a numeral goes before any other: «сто» is also an abbreviation that fills all cases.
  public struct FormCells {
    private var numeral: Cells = []
    private var other: Cells = []

    /// Makes cells of no reading.
    public init() {}

    /// Adds the cells of a reading.
    public mutating func add(_ cells: Cells, of grammemes: GrammemeSet) {
      if grammemes.isDisjoint(with: [.numeral, .ordinalNumeral]) {
        other.formUnion(cells)
      } else {
        numeral.formUnion(cells)
      }
    }

    /// The cells of all readings that count.
    public var all: Cells { numeral.isEmpty ? other : numeral }
  }
}

/// How a numeral word goes together with others; the raw values are the classes in the list `@numeral`.
public enum NumeralWordKind: String, Hashable, Sendable, CaseIterable {
  /// Zero, which stands alone: «ноль».
  case zero
  /// From one to nine: «пять».
  case unit
  /// From ten to nineteen: «двенадцать».
  case teen
  /// Tens from twenty: «сорок».
  case ten
  /// Hundreds: «триста».
  case hundred
  /// A thousand and its powers, which what stands before them multiplies: «тысяча», «млн».
  case scale
  /// A noun that counts by tens or hundreds: «десяток», «сотня».
  case collecting
  /// A number with a half that a scale may follow: «полтора», «полмиллиона».
  case half
  /// A sign for a broken number, alone or after a whole one: `½`, `2½`.
  case sign
  /// A noun for a part, with its denominator as value: «треть», «половина».
  case fraction
  /// A collective numeral: «двое».
  case collective
  /// An ordinal; its feminine and plural are also denominators: «первый», «десятых».
  case ordinal
  /// The word after the whole part of a decimal: «целых».
  case whole
  /// The preposition before a part that is added: «с» in «два с половиной».
  case with
  /// The conjunction that may follow the whole part: «и» in «две целых и одна десятая».
  case and
  /// A word that asks for a genitive: after «более», «тысячи» is one thousand and not several.
  case governor
}
