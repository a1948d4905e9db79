import TextEngine

/// The part of a person's name that a word is.
enum NamePart: String, Sendable, CaseIterable {
  case given, family, patronymic
}

/// A way in which names are declined: an entry of the list `@name_declension`.
///
///     Иванов: family, masc, after «о», «е»; endings в ва ву ва вым ве
struct NameModel: Sendable {
  /// The part of the name that is declined so.
  let part: NamePart
  /// The genders that it is for, in every case.
  let genders: Cells
  /// The folded letters that may stand before the ending; empty where any may.
  let before: Set<Unicode.Scalar>
  /// The endings in the order of `NameCase`, in letters as they are written.
  let endings: [[Unicode.Scalar]]
  /// The first of them, that of the nominative.
  let nominativeEnding: String
  /// The same endings, folded.
  let folded: [[Unicode.Scalar]]
  /// Where not empty, how the dictionary's adjective must end that confirms the model: «яровой», not «рыжиковый».
  let confirming: [Unicode.Scalar]
  /// How unlikely it is where other models fit too.
  let cost: Int

  private static let usualCost = 2

  /// A model as a list entry has it; nil where the entry lacks something.
  init?(_ features: [String: String]) {
    guard let part = features["part"].flatMap(NamePart.init), let forms = features["forms"] else {
      return nil
    }
    let endings = forms.split(separator: " ").map { $0 == "-" ? [] : Array($0.unicodeScalars) }
    guard endings.count == NameCase.all.count else { return nil }
    self.part = part
    self.endings = endings
    nominativeEnding = String(String.UnicodeScalarView(endings[0]))
    folded = endings.map(Self.folded)
    genders = NameCase.genders(features["sex"])
    before = Set((features["before"] ?? "").lowercased().unicodeScalars)
    confirming = Array((features["lemma"] ?? "").unicodeScalars)
    let cost = features["cost"].flatMap { Int($0) } ?? Self.usualCost
    self.cost = min(max(cost, 0), NameWord.impossible)
  }

  /// Whether names like this are declined, whatever their bearer says.
  ///
  /// Those in vowels may be foreign and stay as they are, «Дюма» beside «Рыба», unless the model is a likely one.
  var isSurelyDeclined: Bool {
    let softSign: Unicode.Scalar = "\u{44C}"
    let isConsonant = folded[0].last.map { $0 == softSign } ?? true
    return folded.contains { $0 != folded[0] } && (isConsonant || cost <= 1)
  }

  /// The cost of reading an ending of this length: longer ones are less often there by chance.
  func cost(in place: Int) -> Int { cost - min(2, max(0, folded[place].count - 1)) }

  private static func folded(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let text = String(String.UnicodeScalarView(letters))
    return Array(String(decoding: Folding.folded(text), as: UTF8.self).unicodeScalars)
  }

  /// The word in the nominative, if it can be the given case of this model.
  ///
  /// - Parameter word: The folded letters of the text, as many as the text has.
  func nominative(of text: String, folded word: [Unicode.Scalar], in place: Int) -> String? {
    let ending = folded[place]
    guard word.count >= max(2, ending.count), word.ends(with: ending) else { return nil }
    let stem = word.count - ending.count
    guard before.isEmpty || (stem > 0 && before.contains(word[stem - 1])) else { return nil }
    return String(text.unicodeScalars.prefix(stem)) + nominativeEnding
  }
}

/// The six cases as rows of the agreement table, for people: the accusative is the animate one.
enum NameCase {
  /// Nominative, genitive, dative, accusative, instrumental, locative.
  static let all: [Cells] = [
    .nominative, .genitive, .dative, .animateAccusative, .instrumental, .locative,
  ]

  /// The same cases as grammemes.
  static let grammemes: [GrammemeSet] = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative,
  ]

  /// The genders that a word for the sex names: one, or both.
  static func genders(_ sex: String?) -> Cells {
    switch sex {
    case "masc": .masculine
    case "fem": .feminine
    default: [.masculine, .feminine]
    }
  }
}

extension Array where Element: Equatable {
  /// Whether the array ends with these elements.
  fileprivate func ends(with ending: [Element]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
