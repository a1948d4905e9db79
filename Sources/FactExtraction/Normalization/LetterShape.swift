import TextEngine

/// Puts the letters of one word into the cases of another.
enum LetterShape {
  /// The word with the capitals of the model: all, the first of each hyphenated part, or none.
  ///
  ///     LetterShape.restored("министерство", like: "Министерства")  // "Министерство"
  static func restored(_ word: String, like model: String) -> String {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    let models = model.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == models.count, parts.count > 1 else { return restoredPart(word, model) }
    return zip(parts, models).map { restoredPart(String($0), String($1)) }.joined(separator: "-")
  }

  /// A form of a word with the letters of another where both are alike from the start: capitals and ё.
  ///
  ///     LetterShape.merged("о'нил", into: "О'Нила")  // "О'Нил"
  ///     LetterShape.merged("пётр", into: "Петра")    // "Пётр"
  static func merged(_ form: String, into model: String) -> String {
    // What stands in the wanted form already keeps its spelling.
    guard Folding.folded(form) != Folding.folded(model) else { return model }
    var letters = Array(form.unicodeScalars)
    let models = Array(model.unicodeScalars)
    for index in 0..<sharedLetters(letters, models) {
      // The dictionary's ё is put in, the text's is kept.
      let isAdded = yo.contains(letters[index]) && !models[index].properties.isUppercase
      if !isAdded { letters[index] = models[index] }
    }
    return String(String.UnicodeScalarView(letters))
  }

  private static let yo: Set<Unicode.Scalar> = ["\u{451}", "\u{401}"]

  /// How many letters two words share from the start, capitals and ё apart.
  static func sharedLetters(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let differing = zip(left, right).enumerated().first { _, pair in
      pair.0 != pair.1 && Folding.folded(String(pair.0)) != Folding.folded(String(pair.1))
    }
    return differing?.offset ?? min(left.count, right.count)
  }

  private static func restoredPart(_ plain: String, _ model: String) -> String {
    let word = withYo(plain, like: model)
    let letters = model.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard let first = letters.first, first.properties.isUppercase else { return word }
    if letters.count > 1, letters.allSatisfy({ $0.properties.isUppercase }) {
      return word.uppercased()
    }
    return capitalised(word)
  }

  /// The word with ё wherever the model has it in the letters that both start with.
  ///
  /// The dictionary may know a name only with е: «Белозёрова» is found as «Белозерова», and is «Белозёров».
  private static func withYo(_ word: String, like model: String) -> String {
    guard model.unicodeScalars.contains(where: yo.contains) else { return word }
    var letters = Array(word.unicodeScalars)
    let models = Array(model.unicodeScalars)
    for index in 0..<sharedLetters(letters, models) where yo.contains(models[index]) {
      letters[index] = "\u{451}"
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// The word with a capital in front.
  static func capitalised(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }

  /// What `lower`, `upper` and `title` give.
  static func recased(_ text: String, _ function: EmitFunction) -> String {
    switch function {
    case .lower: text.lowercased()
    case .upper: text.uppercased()
    default: capitalised(text)
    }
  }
}
