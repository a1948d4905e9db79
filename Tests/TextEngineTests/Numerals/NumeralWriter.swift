/// Writes numbers in Russian words in any case, from declension tables of its own.
///
/// It shares nothing with the reader or the lexicon, so that both are checked against it.
struct NumeralWriter {
  enum Case: Int, CaseIterable { case nom, gen, dat, acc, ins, loc }
  enum Gender { case masc, fem, neut }

  /// The six cases in the order of `Case`.
  static let simple: [Int: String] = [
    3: "три трёх трём три тремя трёх", 4: "четыре четырёх четырём четыре четырьмя четырёх",
    5: "пять пяти пяти пять пятью пяти", 6: "шесть шести шести шесть шестью шести",
    7: "семь семи семи семь семью семи", 8: "восемь восьми восьми восемь восемью восьми",
    9: "девять девяти девяти девять девятью девяти",
    40: "сорок сорока сорока сорок сорока сорока",
    50: "пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти",
    60: "шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти",
    70: "семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти",
    80: "восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти",
    90: "девяносто девяноста девяноста девяносто девяноста девяноста",
    100: "сто ста ста сто ста ста", 200: "двести двухсот двумстам двести двумястами двухстах",
    300: "триста трёхсот трёмстам триста тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
    500: "пятьсот пятисот пятистам пятьсот пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьсот шестьюстами шестистах",
    700: "семьсот семисот семистам семьсот семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьсот девятьюстами девятистах",
  ]

  /// The stems of ten to twenty and thirty, which decline like «пять».
  static let soft: [Int: String] = [
    10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат",
    15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат",
  ]

  static let scales: [(value: Int, stem: String, gender: Gender)] = [
    (1_000_000_000_000, "триллион", .masc), (1_000_000_000, "миллиард", .masc),
    (1_000_000, "миллион", .masc), (1000, "тысяч", .fem),
  ]

  /// A number in words.
  static func words(_ value: Int, _ grammatical: Case, _ gender: Gender = .masc) -> String {
    guard value > 0 else {
      return "ноль ноля нолю ноль нолём ноле".split(separator: " ").map(String.init)[
        grammatical.rawValue
      ]
    }
    var parts: [String] = []
    var rest = value
    for scale in scales {
      let count = rest / scale.value
      rest %= scale.value
      guard count > 0 else { continue }
      parts.append(group(count, grammatical, scale.gender))
      parts.append(noun(scale.stem, scale.gender, count: count, grammatical))
    }
    if rest > 0 { parts.append(group(rest, grammatical, gender)) }
    return parts.joined(separator: " ")
  }

  /// A number from 1 to 999.
  static func group(_ value: Int, _ grammatical: Case, _ gender: Gender) -> String {
    var parts: [Int] = []
    if value >= 100 { parts.append(value / 100 * 100) }
    let rest = value % 100
    if rest >= 20 {
      parts.append(rest / 10 * 10)
      if rest % 10 > 0 { parts.append(rest % 10) }
    } else if rest > 0 {
      parts.append(rest)
    }
    return parts.map { word($0, grammatical, gender) }.joined(separator: " ")
  }

  private static func word(_ value: Int, _ grammatical: Case, _ gender: Gender) -> String {
    let forms: String
    switch (value, gender) {
    case (1, .masc): forms = "один одного одному один одним одном"
    case (1, .fem): forms = "одна одной одной одну одной одной"
    case (1, .neut): forms = "одно одного одному одно одним одном"
    case (2, .fem): forms = "две двух двум две двумя двух"
    case (2, _): forms = "два двух двум два двумя двух"
    default:
      if let stem = soft[value] {
        forms = ["ь", "и", "и", "ь", "ью", "и"].map { stem + $0 }.joined(separator: " ")
      } else {
        forms = simple[value] ?? ""
      }
    }
    return forms.split(separator: " ").map(String.init)[grammatical.rawValue]
  }

  private static func noun(
    _ stem: String,
    _ gender: Gender,
    count: Int,
    _ grammatical: Case
  ) -> String {
    let isTeen = (11...14).contains(count % 100)
    let singular =
      gender == .fem ? ["а", "и", "е", "у", "ей", "е"] : ["", "а", "у", "", "ом", "е"]
    let plural =
      gender == .fem
      ? ["и", "", "ам", "и", "ами", "ах"] : ["ы", "ов", "ам", "ы", "ами", "ах"]
    if count % 10 == 1, !isTeen { return stem + singular[grammatical.rawValue] }
    guard grammatical == .nom || grammatical == .acc else {
      return stem + plural[grammatical.rawValue]
    }
    let isFew = (2...4).contains(count % 10) && !isTeen
    return stem + (isFew ? singular[Case.gen.rawValue] : plural[Case.gen.rawValue])
  }
}

// MARK: - Ordinals

extension NumeralWriter {
  static let ordinalStems: [Int: String] = [
    1: "перв", 2: "втор", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат",
    15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят",
    70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот", 200: "двухсот",
    300: "трёхсот", 400: "четырёхсот", 500: "пятисот", 600: "шестисот", 700: "семисот",
    800: "восьмисот", 900: "девятисот",
  ]

  /// The endings of ordinals in all cases of the singular: masculine and neuter, feminine.
  ///
  /// Of several words the plural is left out: «двадцать пятых» may be a fraction.
  static let ordinalEndings = ["ый", "ого", "ому", "ым", "ом", "ое", "ая", "ой", "ую"]

  /// The same of «третий», which are soft.
  private static let softEndings = ["ий", "ьего", "ьему", "ьим", "ьем", "ье", "ья", "ьей", "ью"]

  /// An ordinal in words with the ending of its last word, one of `ordinalEndings`.
  ///
  /// It is nil for whole thousands, which are one word: «двадцатиоднотысячный». Where the ending is that of the
  /// nominative, words that are stressed on it have «ой».
  static func ordinal(_ value: Int, ending: String) -> String? {
    guard value % 1000 != 0 else { return nil }
    var ending = ending
    let last: Int
    switch value % 100 {
    case 0: last = value % 1000
    case 10...19: last = value % 100
    default: last = value % 10 == 0 ? value % 100 : value % 10
    }
    var tail = ordinalStems[last] ?? ""
    if ending == "ый", [2, 6, 7, 8, 40].contains(last) { ending = "ой" }
    if last == 3, let place = ordinalEndings.firstIndex(of: ending) {
      (tail, ending) = ("трет", softEndings[place])
    }
    let rest = value - last
    return (rest == 0 ? "" : words(rest, .nom) + " ") + tail + ending
  }
}
