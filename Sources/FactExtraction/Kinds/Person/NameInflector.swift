import TextEngine

/// Puts the words of names into any case, each by what it was read from.
///
///     «Пётр» in the genitive → «Петра»; «Мельник» of a man in the dative → «Мельнику»
struct NameInflector {
  let engine: Engine
  let grammar: NameGrammar

  /// A half of a double name, or a plain word.
  private struct Half {
    var source: NameSource
    /// It as it stands.
    var text: String
    var nominative: String
  }

  /// A word in a case.
  ///
  /// - Parameters:
  ///   - text: The word as it stands.
  ///   - row: The case, by its place in `NameCase.all`.
  ///   - gender: The sex of the bearer, masculine or feminine.
  func form(_ reading: NameWord.Reading, of text: String, row: Int, gender: Cells) -> String {
    guard let halves = halves(of: reading, text) else { return text }
    return form(halves, row, gender)
  }

  /// A word in all cases, in the order of `NameCase`.
  func forms(_ reading: NameWord.Reading, of text: String, gender: Cells) -> [String] {
    guard let halves = halves(of: reading, text) else { return NameCase.all.map { _ in text } }
    return NameCase.all.indices.map { form(halves, $0, gender) }
  }

  /// The halves of a double name, or a plain word; nil where the word cannot be cut as it was read.
  private func halves(of reading: NameWord.Reading, _ text: String) -> [Half]? {
    guard case .halves(let sources) = reading.source else {
      return [Half(source: reading.source, text: text, nominative: reading.nominative)]
    }
    let texts = text.split(separator: "-").map(String.init)
    let nominatives = reading.nominative.split(separator: "-").map(String.init)
    guard texts.count == sources.count, nominatives.count == sources.count else { return nil }
    return sources.indices.map { place in
      Half(source: sources[place], text: texts[place], nominative: nominatives[place])
    }
  }

  private func form(_ halves: [Half], _ row: Int, _ gender: Cells) -> String {
    guard halves.count > 1 else { return halves.first.map { form($0, row, gender) } ?? "" }
    return halves.indices.map { place in
      // Of a man's double given name only the end changes: «Жан-Поля», but «Салтыкова-Щедрина», «Анны-Марии».
      let isLast = place + 1 == halves.count
      if !isLast, gender == .masculine, isGiven(halves[place].source) {
        return halves[place].nominative
      }
      return form(halves[place], row, gender)
    }.joined(separator: "-")
  }

  private func isGiven(_ source: NameSource) -> Bool {
    switch source {
    case .model(let place): grammar.models[place].part == .given
    case .analysis(let analysis): analysis.grammemes.contains(.givenName)
    case .unchanged, .halves: false
    }
  }

  private func form(_ half: Half, _ row: Int, _ gender: Cells) -> String {
    let nominative = half.nominative
    guard row > 0, NameCase.grammemes.indices.contains(row) else { return nominative }
    switch half.source {
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
      guard let form = engine.form(of: half.text, analysis, wanted),
        let plain = engine.form(of: half.text, analysis, [.nominative, .singular, sex])
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
