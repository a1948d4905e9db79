import TextEngine

/// Reads what a word can be as a part of a name, from the dictionary and from the models of the rules.
final class NameWordReader {
  private struct Key: Hashable {
    var text: String
    var part: NamePart?
  }

  /// The most words that are kept.
  private static let maximumKept = 8_192
  /// The most halves before the last that may change: each of them multiplies the readings, and no name has more.
  private static let maximumHalves = 2

  private let engine: Engine
  private let grammar: NameGrammar
  // Names come again and again; what is kept changes no result.
  private var kept: [Key: NameWord] = [:]

  /// Makes a reader for one engine.
  init(engine: Engine, grammar: NameGrammar) {
    self.engine = engine
    self.grammar = grammar
  }

  /// Costs of what is less likely than a name of the dictionary in its own place.
  private enum Cost {
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

  /// What a token can be.
  func word(_ token: Int, _ part: NamePart?) -> NameWord {
    let key = Key(text: engine.text(of: token), part: part)
    if let word = kept[key] { return word }
    if kept.count >= Self.maximumKept { kept.removeAll(keepingCapacity: true) }
    let word = word(key.text, part)
    kept[key] = word
    return word
  }

  private func word(_ text: String, _ part: NamePart?) -> NameWord {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else {
      return NameWord(text: text, readings: readings(of: text, part))
    }
    var word = NameWord(text: last, readings: readings(of: last, part))
    let halves = parts.dropLast()
    for half in halves.suffix(Self.maximumHalves).reversed() { word = joined(half, word, part) }
    return unchanged(halves.dropLast(Self.maximumHalves), before: word)
  }

  /// Halves put before the rest that are the same in all cases.
  private func unchanged(_ halves: ArraySlice<String>, before rest: NameWord) -> NameWord {
    guard !halves.isEmpty else { return rest }
    let text = halves.joined(separator: "-") + "-"
    let sources = halves.map { _ in NameSource.unchanged }
    let readings = rest.readings.map { reading in
      var reading = reading
      reading.nominative = text + reading.nominative
      reading.source = .halves(sources + reading.source.parts)
      return reading
    }
    return NameWord(text: text + rest.text, readings: readings)
  }

  /// A half of a double name put before what comes after it.
  private func joined(_ half: String, _ rest: NameWord, _ part: NamePart?) -> NameWord {
    var joined: [NameWord.Reading] = []
    let isSmall = half.unicodeScalars.first?.properties.isLowercase ?? true
    // «Кара-Мурзы» is no «Кар-Мурза»: a half that only a model reads is doubtful.
    let own = (isSmall ? [] : readings(of: half, part)).map { reading in
      var reading = reading
      if reading.cost > Cost.rareName { reading.cost += Cost.model }
      return reading
    }
    let both: Cells = [.masculine, .feminine]
    let unchanged = NameWord.Reading(
      cells: both,
      nominative: half,
      cost: isSmall ? 0 : Cost.unchangedHalf,
      source: .unchanged
    )
    for reading in rest.readings {
      for first in own + [unchanged] {
        let cells = first.cells.intersection(reading.cells)
        guard !cells.isEmpty else { continue }
        joined.append(
          NameWord.Reading(
            cells: cells,
            nominative: first.nominative + "-" + reading.nominative,
            cost: first.cost + reading.cost,
            source: .halves(first.source.parts + reading.source.parts)
          )
        )
      }
    }
    return NameWord(text: half + "-" + rest.text, readings: joined)
  }

  private func readings(of text: String, _ part: NamePart?) -> [NameWord.Reading] {
    let analyses = engine.analyses(of: text)
    lazy var adjectives = analyses.filter { $0.grammemes.contains(.adjective) }
      .compactMap { engine.form(of: text, $0, [.nominative, .singular, .masculine]) }
      .map { Array($0.unicodeScalars) }
    var readings = dictionaryReadings(of: text, analyses, part)
    var known: [[UInt8]: Cells] = [:]
    for reading in readings where reading.cost <= Cost.rareName {
      known[Folding.folded(reading.nominative), default: []].formUnion(reading.cells)
    }
    let spelling = Folding.folded(text)
    let word = Array(String(decoding: spelling, as: UTF8.self).unicodeScalars)
    guard let last = word.last, word.count == text.unicodeScalars.count else { return readings }
    for (index, place) in grammar.candidates(last) {
      let isOther = part.map { $0 != grammar.models[index].part } ?? false
      // A patronymic may end a name as a family name does: «Санжар Төлегенұлы».
      guard !isOther || (grammar.models[index].part == .patronymic && part == .family),
        let name = grammar.models[index].nominative(of: text, folded: word, in: place)
      else { continue }
      let model = grammar.models[index]
      let isConfirmed =
        !model.confirming.isEmpty
        && adjectives.contains { $0.suffix(model.confirming.count) == model.confirming[...] }
      let key = Folding.folded(name)
      var cost = Cost.model + model.cost(in: place) + (isOther ? 1 : 0)
      if let cells = known[key],
        model.part != .given || !cells.isDisjoint(with: model.genders)
      {
        // The dictionary may have a family name for one sex only: «Данелия».
        cost = min(cost, Cost.rareName)
      } else if !known.isEmpty {
        cost += Cost.knownOtherwise
      }
      if model.part == .given, let bearers = grammar.bearers(of: key) {
        let isOtherSex = model.genders.isDisjoint(with: bearers)
        let isSpelled = key == spelling
        cost = isSpelled ? 0 : max(0, model.cost - Cost.model)
        if isOtherSex { cost += otherSexCost(key) }
      }
      if model.part == .family, grammar.isKnownFamily(key) { cost = Cost.knownFamily }
      if isConfirmed, known.isEmpty { cost = -1 }
      readings.append(
        NameWord.Reading(
          cells: NameCase.all[place].intersection(model.genders),
          nominative: name,
          cost: cost,
          source: .model(index)
        )
      )
    }
    setBackFixed(&readings, text)
    // Rare names are set back where one that the lists have fits too: «Анне» is Анна, seldom «Анне».
    let isListed = readings.contains {
      $0.cost <= Cost.model && grammar.bearers(of: $0.nominative) != nil
    }
    guard isListed, part != .family else { return readings }
    return readings.map { reading in
      var reading = reading
      if grammar.bearers(of: reading.nominative) == nil { reading.cost += Cost.unlisted }
      return reading
    }
  }

  /// Sets back readings of the dictionary without declension where the likeliest model has one: «Назара Савчука».
  private func setBackFixed(_ readings: inout [NameWord.Reading], _ text: String) {
    for (place, reading) in readings.enumerated() {
      guard case .analysis(let analysis) = reading.source,
        analysis.grammemes.contains(.indeclinable)
      else { continue }
      var likeliest: NameModel?
      for other in readings
      where other.nominative == text && !other.cells.isDisjoint(with: .nominative)
        && !other.cells.isDisjoint(with: reading.cells)
      {
        guard case .model(let index) = other.source else { continue }
        let model = grammar.models[index]
        if likeliest.map({ model.cost < $0.cost }) ?? true { likeliest = model }
      }
      if likeliest?.isSurelyDeclined ?? false { readings[place].cost += Cost.fixed }
    }
  }

  // MARK: The dictionary

  private func dictionaryReadings(
    of text: String,
    _ analyses: [Analysis],
    _ part: NamePart?
  ) -> [NameWord.Reading] {
    var readings: [NameWord.Reading] = []
    for analysis in analyses {
      guard let cost = cost(of: analysis.grammemes, part) else { continue }
      let cells = cells(of: analysis.grammemes, part)
      for gender in [Cells.masculine, .feminine] where !cells.isDisjoint(with: gender) {
        let wanted: GrammemeSet = [
          .nominative, .singular, gender == .masculine ? .masculine : .feminine,
        ]
        guard let form = engine.form(of: text, analysis, wanted) else { continue }
        let isGiven = analysis.grammemes.contains(.givenName)
        readings.append(
          NameWord.Reading(
            cells: cells.intersection(gender),
            nominative: LetterShape.merged(form, into: text),
            cost: cost + (isGiven ? rarity(of: form, gender) : 0),
            source: .analysis(analysis)
          )
        )
      }
    }
    return readings
  }

  /// What a given name costs for not being in the lists, or being there for the other sex.
  private func rarity(of name: String, _ gender: Cells) -> Int {
    let key = Folding.folded(name)
    guard let bearers = grammar.bearers(of: key) else { return Cost.rareName }
    return bearers.isDisjoint(with: gender) ? otherSexCost(key) : 0
  }

  private func otherSexCost(_ name: [UInt8]) -> Int {
    grammar.isOfOneSex(name) ? Cost.impossibleSex : Cost.otherSex
  }

  private func cost(of grammemes: GrammemeSet, _ part: NamePart?) -> Int? {
    guard grammemes.contains(.singular), grammemes.isDisjoint(with: [.abbreviation, .initial]),
      !grammemes.isDisjoint(with: [.noun, .adjective])
    else { return nil }
    let tags: [(GrammemeSet, NamePart)] = [
      (.givenName, .given), (.surname, .family), (.patronymic, .patronymic),
    ]
    if let tag = tags.first(where: { grammemes.contains($0.0) }) {
      return part == nil || part == tag.1 ? 0 : Cost.otherPart
    }
    guard part != .patronymic else { return nil }
    let isThing = grammemes.contains(.inanimate) ? 1 : 0
    return Cost.commonWord + isThing + (part == .given ? 1 : 0)
  }

  /// The cells of a reading as the name of somebody: «видели Петра Моста», though a bridge is no being.
  private func cells(of grammemes: GrammemeSet, _ part: NamePart?) -> Cells {
    var cells = Cells(grammemes: grammemes)
    let isName = !grammemes.isDisjoint(with: [.givenName, .surname, .patronymic])
    guard !isName, grammemes.contains(.noun) else { return cells }
    if grammemes.contains(.masculine) {
      cells.subtract(.accusative)
      if grammemes.contains(.genitive) { cells.formUnion(.animateAccusative) }
      return cells.intersection(.masculine)
    }
    // A man may be called by a feminine noun: «Богдан Ступка».
    if grammemes.contains(.feminine), part != .given {
      cells.formUnion(Cells(rawValue: (cells.intersection(.feminine).rawValue) >> 1))
      if grammemes.contains(.accusative) {
        cells.formUnion(.animateAccusative.intersection([.masculine, .feminine]))
      }
    }
    return cells.intersection([.masculine, .feminine])
  }
}
