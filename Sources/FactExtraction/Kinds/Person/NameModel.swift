import TextEngine

/// The part of a person's name that a word is.
enum NamePart: String, Sendable, CaseIterable {
  case given, family, patronymic
}

/// A way in which names are declined: an entry of the list `@name_declension`.
///
///     Иванов: family, masc, after «о», «е»; endings в ва ву ва вым ве
///
/// A class, since it is looked at for every name and a copy of its arrays would take longer than the look.
final class NameModel: Sendable {
  /// The part of the name that is declined so.
  let part: NamePart
  /// The genders that it is for, in every case.
  let genders: Cells
  /// The folded letters that may stand before the ending; empty where any may.
  private let before: [NameLetter]
  /// The endings in the order of `NameCase`, as they are written.
  let endings: [[UInt8]]
  /// The same endings, folded.
  let folded: [[UInt8]]
  /// The numbers of their letters.
  let lengths: [Int]
  /// Where not empty, how the dictionary's adjective must end that confirms the model: «яровой», not «рыжиковый».
  let confirming: [UInt8]
  /// How unlikely it is where other models fit too.
  let cost: Int

  private static let usualCost = 2
  private static let softSign: [UInt8] = [0xD1, 0x8C]

  /// A model as a list entry has it; nil where the entry lacks something.
  ///
  /// - Parameter feature: Gives what the entry has for the name of a feature.
  init?(_ feature: (String) -> String?) {
    guard let part = feature("part").flatMap(NamePart.init), let forms = feature("forms") else {
      return nil
    }
    let none: [UInt8] = [UInt8(ascii: "-")]
    let endings = forms.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
      .map { $0 == none ? [] : $0 }
    guard endings.count == NameCase.all.count else { return nil }
    self.part = part
    self.endings = endings
    folded = endings.map { Folding.folded(String(decoding: $0, as: UTF8.self)) }
    lengths = folded.map(NameLetter.count)
    genders = NameCase.genders(feature("sex"))
    before = feature("before").map { NameLetter.all(of: Array($0.lowercased().utf8)) } ?? []
    confirming = Array((feature("lemma") ?? "").utf8)
    let cost = feature("cost").flatMap { Int($0) } ?? Self.usualCost
    self.cost = min(max(cost, 0), NameWord.impossible)
  }

  /// Whether names like this are declined, whatever their bearer says.
  ///
  /// Those in vowels may be foreign and stay as they are, «Дюма» beside «Рыба», unless the model is a likely one.
  var isSurelyDeclined: Bool {
    let isConsonant = folded[0].isEmpty || folded[0].suffix(2) == Self.softSign[...]
    return folded.contains { $0 != folded[0] } && (isConsonant || cost <= 1)
  }

  /// The cost of reading an ending of this length: longer ones are less often there by chance.
  func cost(in place: Int) -> Int { cost - min(2, max(0, lengths[place] - 1)) }

  /// The cases that end as the one at a place does, with the genders of the model.
  func cells(like place: Int) -> Cells {
    var cells: Cells = []
    for (row, ending) in folded.enumerated() where ending == folded[place] {
      cells.formUnion(NameCase.all[row])
    }
    return cells.intersection(genders)
  }

  /// The number of letters that the nominative has after the stem.
  var nominativeLength: Int { NameLetter.count(endings[0]) }

  /// A bit for each letter that may stand before the ending, as `NameLetter.bit` has it.
  var bitsBefore: UInt64 {
    before.isEmpty ? .max : before.reduce(0) { $0 | $1.bit }
  }

  /// Where the ending begins in the bytes of a folded word that can be the given case of this model.
  func stem(of word: NameSpelling, in place: Int) -> Int? {
    let stem = word.folded.count - folded[place].count
    guard word.letters.count >= max(2, lengths[place]), stem >= 0,
      isEnding(place, of: word.folded)
    else { return nil }
    guard !before.isEmpty else { return stem }
    guard let letter = word.letter(before: lengths[place]), before.contains(letter) else {
      return nil
    }
    return stem
  }

  /// A word that can be the given case of this model, in the nominative; what is spelt as that already keeps its ё:
  /// «Депардьё».
  func nominative(of word: NameSpelling, in place: Int) -> String {
    let stem = NameLetter.dropLast(lengths[place], of: word.text)
    let ending = word.text[stem.count...]
    if folded[place] == folded[0], ending == endings[0][...] || Self.hasYo(ending) {
      return word.string
    }
    var name: [UInt8] = []
    name.reserveCapacity(stem.count + endings[0].count)
    name.append(contentsOf: stem)
    name.append(contentsOf: endings[0])
    return String(decoding: name, as: UTF8.self)
  }

  private static func hasYo(_ letters: ArraySlice<UInt8>) -> Bool {
    zip(letters, letters.dropFirst()).contains { $0 == 0xD1 && $1 == 0x91 }
  }

  private func isEnding(_ place: Int, of word: [UInt8]) -> Bool {
    let start = word.count - folded[place].count
    for index in folded[place].indices where folded[place][index] != word[start + index] {
      return false
    }
    return true
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
