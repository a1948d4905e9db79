/// Costs of what is less likely than a name of the dictionary in its own place.
enum NameCost {
  /// A name of another part: «Имран Хан», «Жан Альберт».
  static let otherPart = 3
  /// A common noun or an adjective: «Игорь Рыба», «Андрей Белый».
  static let commonWord = 3
  /// A model instead of the dictionary, besides its own cost.
  static let model = 2
  /// A model where the dictionary has the word as a name of this part, in other cases.
  static let knownOtherwise = 4
  /// A family name that the rules know.
  static let knownFamily = -1
  /// An earlier half of a double name that stays as it is: «Жан-Люка».
  static let unchangedHalf = 5
  /// A name that the dictionary does not decline, though names like it are declined.
  static let fixed = 3
  /// A given name of the dictionary that the lists of the rules do not have.
  static let rareName = 1
  /// A name that is not in the lists, where one that is in them fits too.
  static let unlisted = 7
  /// A name that both sexes bear, for the one that bears it less often.
  static let otherSex = 3
  /// A name that only the other sex bears.
  ///
  /// It is more than a preposition that governs no nominative costs, and less than a case in which the word cannot
  /// stand: «накануне Владимир заявил» is about a man.
  static let impossibleSex = 45
}
