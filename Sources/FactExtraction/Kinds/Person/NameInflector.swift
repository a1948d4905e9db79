import TextEngine

/// Puts the words of names into any case, each by what it was read from.
///
///     «Пётр» in the genitive → «Петра»; «Мельник» of a man in the dative → «Мельнику»
struct NameInflector {
  let engine: Engine
  let grammar: NameGrammar

  /// A word in another case.
  ///
  /// - Parameters:
  ///   - text: The word as it stands.
  ///   - row: The case, by its place in `NameCase.all`.
  ///   - gender: The sex of the bearer, masculine or feminine.
  func form(_ reading: NameWord.Reading, of text: String, row: Int, gender: Cells) -> String {
    guard case .halves(let sources) = reading.source else {
      return form(reading.source, text, reading.nominative, row, gender)
    }
    let texts = text.split(separator: "-").map(String.init)
    let nominatives = reading.nominative.split(separator: "-").map(String.init)
    guard texts.count == sources.count, nominatives.count == sources.count else { return text }
    return sources.indices.map { place in
      // Of a man's double given name only the end changes: «Жан-Поля», but «Салтыкова-Щедрина», «Анны-Марии».
      let isLast = place + 1 == sources.count
      if !isLast, gender == .masculine, isGiven(sources[place]) { return nominatives[place] }
      return form(sources[place], texts[place], nominatives[place], row, gender)
    }.joined(separator: "-")
  }

  private func isGiven(_ source: NameSource) -> Bool {
    switch source {
    case .model(let place): grammar.models[place].part == .given
    case .analysis(let analysis): analysis.grammemes.contains(.givenName)
    case .unchanged, .halves: false
    }
  }

  private func form(
    _ source: NameSource,
    _ text: String,
    _ nominative: String,
    _ row: Int,
    _ gender: Cells
  ) -> String {
    guard row > 0, NameCase.grammemes.indices.contains(row) else { return nominative }
    switch source {
    case .unchanged, .halves: return nominative
    case .model(let place):
      let model = grammar.models[place]
      var form = Array(nominative.utf8)
      form.removeLast(form.count - NameLetter.dropLast(model.nominativeLength, of: form).count)
      form.append(contentsOf: model.endings[row])
      return String(decoding: form, as: UTF8.self)
    case .analysis(let analysis):
      let isMan = gender == .masculine
      let sex: GrammemeSet = isMan ? .masculine : .feminine
      var wanted: GrammemeSet = [.singular, .animate, sex]
      let grammemes = analysis.grammemes
      // A bridge is no being, but whom it names is: «видели Петра Моста».
      let isThing = grammemes.contains(.inanimate) && grammemes.contains(.masculine)
      wanted.formUnion(row == 3 && isThing ? .genitive : NameCase.grammemes[row])
      guard let form = engine.form(of: text, analysis, wanted),
        let plain = engine.form(of: text, analysis, [.nominative, .singular, sex])
      else { return nominative }
      return spelled(form, like: nominative, plain: plain)
    }
  }

  /// A form with the capitals of the nominative, and with its ё where only the text has one.
  ///
  /// - Parameter plain: The dictionary's nominative: «пётр» has an ё of its own, and «петра» has none.
  private func spelled(_ form: String, like nominative: String, plain: String) -> String {
    var letters = Array(form.unicodeScalars)
    let models = Array(nominative.unicodeScalars)
    let plains = Array(plain.unicodeScalars)
    for place in 0..<min(LetterShape.sharedLetters(letters, plains), models.count) {
      letters[place] =
        letters[place] == plains[place] ? models[place] : recased(letters[place], models[place])
    }
    return String(String.UnicodeScalarView(letters))
  }

  private func recased(_ letter: Unicode.Scalar, _ model: Unicode.Scalar) -> Unicode.Scalar {
    guard model.properties.isUppercase else { return letter }
    return letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
  }
}
