import TextEngine

/// Reads what one word without a hyphen can be as a part of a name.
struct NameReadings {
  let engine: Engine
  let grammar: NameGrammar

  /// A reading that is still to be weighed against the others.
  struct Draft {
    var reading: NameWord.Reading
    /// Whether it is a given name of the lists.
    var isListed: Bool
  }

  /// What the dictionary has for a word.
  struct Known {
    /// The nominatives of names, folded, each with all the cells in which the word stands then.
    private(set) var names: [(key: [UInt8], cells: Cells)] = []
    /// What the dictionary's adjectives are in the nominative, where it has no names.
    var adjectives: [[UInt8]] = []

    /// The cells in which the word is a name.
    func cells(of key: [UInt8]) -> Cells? { names.first { $0.key == key }?.cells }

    mutating func insert(_ key: [UInt8], _ cells: Cells) {
      if let place = names.firstIndex(where: { $0.key == key }) {
        names[place].cells.formUnion(cells)
      } else {
        names.append((key, cells))
      }
    }
  }

  /// All readings of a word: those of the dictionary first, then those of the models in their order.
  func readings(of text: String, _ part: NamePart?) -> [NameWord.Reading] {
    let analyses = engine.analyses(of: text)
    var known = Known()
    var drafts = dictionaryDrafts(of: text, analyses, part, &known)
    let word = NameSpelling(text)
    guard let last = word.letters.last, word.isAligned else {
      return drafts.map(\.reading)
    }
    if known.names.isEmpty {
      known.adjectives = analyses.filter { $0.grammemes.contains(.adjective) }
        .compactMap { engine.form(of: text, $0, [.nominative, .singular, .masculine]) }
        .map { Array($0.utf8) }
    }
    appendModelDrafts(of: word, last, part, known, to: &drafts)
    setBackFixed(&drafts, text)
    // Rare names are set back where one that the lists have fits too: «Анне» is Анна, seldom «Анне».
    let isListed = drafts.contains { $0.isListed && $0.reading.cost <= NameCost.model }
    guard isListed, part != .family else { return drafts.map(\.reading) }
    return drafts.map { draft in
      var reading = draft.reading
      if !draft.isListed { reading.cost += NameCost.unlisted }
      return reading
    }
  }

  /// What a given name costs that the other sex bears.
  func otherSexCost(_ name: NameLists.Name) -> Int {
    name.isOfOneSex ? NameCost.impossibleSex : NameCost.otherSex
  }

  /// Sets back readings of the dictionary without declension where the likeliest model has one: «Назара Савчука».
  private func setBackFixed(_ drafts: inout [Draft], _ text: String) {
    for place in drafts.indices {
      let cells = drafts[place].reading.cells
      guard case .analysis(let analysis) = drafts[place].reading.source,
        analysis.grammemes.contains(.indeclinable)
      else { continue }
      var likeliest: Int?
      for other in drafts {
        guard case .model(let index) = other.reading.source,
          !other.reading.cells.isDisjoint(with: .nominative),
          !other.reading.cells.isDisjoint(with: cells), other.reading.nominative == text
        else { continue }
        let isLikelier = likeliest.map { grammar.models[index].cost < grammar.models[$0].cost }
        if isLikelier ?? true { likeliest = index }
      }
      if let likeliest, grammar.models[likeliest].isSurelyDeclined {
        drafts[place].reading.cost += NameCost.fixed
      }
    }
  }
}
