import Testing
import TextEngine

@Suite struct NumeralGovernmentTests {
  /// A numeral, what it counts, and whether the two go together.
  static let pairs: [(String, String, Bool)] = [
    ("один", "nom masc", true), ("один", "nom pl", false), ("одна", "nom masc", false),
    ("одни", "nom pl", true), ("21", "nom masc", true), ("21", "gen pl", false),
    ("двадцать одна", "nom fem", true), ("два", "gen masc", true), ("два", "nom masc", false),
    ("двух", "gen pl", true), ("двумя", "ins pl", true), ("двумя", "gen pl", false),
    ("24", "gen masc", true), ("24", "dat masc", false), ("пять", "gen pl", true),
    ("пять", "nom pl", false), ("пятью", "ins pl", true), ("пятью", "ins masc", false),
    ("11", "gen pl", true), ("11", "nom masc", false), ("12", "gen masc", false),
    ("100", "gen pl", true), ("1000", "gen pl", true), ("тысяча", "gen pl", true),
    ("тысячей", "gen pl", true), ("тысячей", "ins pl", false), ("5 млн", "gen pl", true),
    ("94,3", "gen masc", true), ("94,3", "nom masc", false), ("полтора", "gen masc", true),
    ("полутора", "loc pl", true), ("полторы", "nom fem", false), ("треть", "gen fem", true),
    ("двое", "gen pl", true), ("трое", "nom masc", false), ("3-й", "nom masc", true),
    ("3-й", "gen fem", true), ("3-й", "gen masc", false), ("четыре", "nom fem pl", true),
    ("70", "nom masc", false), ("70", "gen pl", true), ("82", "gen neut", true),
  ]

  @Test(arguments: pairs)
  func `a numeral goes with the forms of the noun that it governs`(
    text: String,
    noun: String,
    expected: Bool
  ) throws {
    let numeral = try #require(NumeralWordList.standard.numerals(text).numerals.first)
    let cells = try #require(Cells(noun))
    #expect(numeral.government.admits(cells, numeral: numeral.cells) == expected)
  }

  /// Numerals with all the cells that they can have.
  static let cells: [(String, String)] = [
    ("один", "nom inan masc"), ("двадцать одной", "gen dat ins loc fem"), ("сто", "nom acc"),
    ("ста", "gen dat ins loc"), ("пять тысяч", "nom acc"), ("пяти тысячам", "dat"),
    ("пяти тысяч", "gen"), ("двадцатью одной тысячей", "ins"), ("пятью миллионами", "ins"),
    ("тысячу", "inan"), ("более тысячи", "gen"), ("86 тыс.", "nom gen dat acc ins loc"),
    ("5 тысяч", "nom gen acc"), ("5 тысячам", "dat"),
    ("двадцать первого", "gen masc neut | anim masc"),
    ("3-го", "gen masc neut | anim masc"), ("XXI", "nom gen dat acc ins loc"),
    ("двоих", "gen loc anim"),
    ("полутора миллионов", "gen dat ins loc"), ("2,5 тысячи", "nom gen dat acc ins loc"),
  ]

  @Test(arguments: cells)
  func `a numeral has the cells of its form`(text: String, expected: String) throws {
    let numeral = try #require(NumeralWordList.standard.numerals(text).numerals.first)
    let expected = try #require(Cells(expected))
    #expect(numeral.cells.intersection(expected) == numeral.cells, "too many cells")
    #expect(expected.inAnyNumber.subtracting(numeral.cells.inAnyNumber).isEmpty, "too few cases")
  }
}
