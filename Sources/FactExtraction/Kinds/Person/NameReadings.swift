import TextEngine

/// Reads what one word without a hyphen can be as a part of a name.
struct NameReadings {
  let engine: Engine
  let grammar: NameGrammar

  /// Readings that are still to be weighed against each other.
  struct Drafts {
    var readings: [NameWord.Reading] = []
    /// Whether each is a given name of the lists.
    var isListed: [Bool] = []

    init() {
      readings.reserveCapacity(16)
      isListed.reserveCapacity(16)
    }

    mutating func append(_ reading: NameWord.Reading, isListed: Bool) {
      readings.append(reading)
      self.isListed.append(isListed)
    }
  }

  /// What the dictionary has for a word.
  struct Known {
    /// A nominative of names, folded.
    struct Name {
      let key: [UInt8]
      /// All the cells in which the word stands then.
      var cells: Cells
      /// The sexes for which the name has another nominative: women for «Петров».
      var otherSexes: Cells
    }

    /// The nominatives of names.
    private(set) var names: [Name] = []
    /// What the dictionary's adjectives are in the nominative, where it has no names.
    var adjectives: [[UInt8]] = []

    /// What is known of a nominative; nil where the word is no such name.
    func name(_ key: [UInt8]) -> Name? { names.first { $0.key == key } }

    mutating func insert(_ name: Name) {
      if let place = names.firstIndex(where: { $0.key == name.key }) {
        names[place].cells.formUnion(name.cells)
        names[place].otherSexes.formIntersection(name.otherSexes)
      } else {
        names.append(name)
      }
    }
  }

  /// All readings of a word: those of the dictionary first, then those of the models in their order.
  func readings(of text: String, _ part: NamePart?) -> [NameWord.Reading] {
    let word = NameSpelling(text)
    let analyses = engine.analyses(ofKey: word.key)
    var known = Known()
    var drafts = Drafts()
    appendDictionaryDrafts(of: word, analyses, part, &known, to: &drafts)
    guard let last = word.letters.last, word.isAligned else { return drafts.readings }
    if known.names.isEmpty {
      known.adjectives = analyses.filter { $0.grammemes.contains(.adjective) }
        .compactMap { engine.form(ofKey: word.key, $0, [.nominative, .singular, .masculine]) }
    }
    appendModelDrafts(of: word, last, part, known, to: &drafts)
    setBackFixed(&drafts.readings, text)
    // Rare names are set back where one that the lists have fits too: «Анне» is Анна, seldom «Анне».
    let isListed = drafts.readings.indices.contains {
      drafts.isListed[$0] && drafts.readings[$0].cost <= NameCost.model
    }
    guard isListed, part != .family else { return drafts.readings }
    for place in drafts.readings.indices where !drafts.isListed[place] {
      drafts.readings[place].cost += NameCost.unlisted
    }
    return drafts.readings
  }

  /// What a given name costs that the other sex bears.
  func otherSexCost(_ name: NameLists.Name) -> Int {
    name.isOfOneSex ? NameCost.impossibleSex : NameCost.otherSex
  }

  /// Sets back readings of the dictionary without declension where the likeliest model has one: «Назара Савчука».
  private func setBackFixed(_ readings: inout [NameWord.Reading], _ text: String) {
    for place in readings.indices {
      guard case .analysis(let analysis) = readings[place].source,
        analysis.grammemes.contains(.indeclinable)
      else { continue }
      let cells = readings[place].cells.intersection(.nominative)
      var likeliest: Int?
      for other in readings.indices where !readings[other].cells.isDisjoint(with: cells) {
        guard case .model(let index) = readings[other].source, readings[other].nominative == text
        else { continue }
        let isLikelier = likeliest.map { grammar.models[index].cost < grammar.models[$0].cost }
        if isLikelier ?? true { likeliest = index }
      }
      if let likeliest, grammar.models[likeliest].isSurelyDeclined {
        readings[place].cost += NameCost.fixed
      }
    }
  }
}
