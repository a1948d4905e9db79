import TextEngine

extension NameReadings {
  /// A nominative that the endings of some models make of a word.
  private struct Nominative {
    /// Where the ending begins in the folded word.
    var stem: Int
    /// The ending that stands there then; see `NameGrammar.Candidate`.
    var ending: Int
    var text: String
    /// Whether it is another word than what stands in the text.
    var isDeclined: Bool
    /// What the lists say of it.
    var listed: NameLists.Name
    /// What the dictionary has of the word as this name.
    var known: Known.Name?
  }

  /// Appends what the models of the rules make of a word, in their order.
  func appendModelDrafts(
    of word: NameSpelling,
    _ last: NameLetter,
    _ part: NamePart?,
    _ known: Known,
    to drafts: inout Drafts
  ) {
    var names: [Nominative] = []
    names.reserveCapacity(8)
    let candidates = grammar.candidates(last, part)
    for place in candidates.indices where candidates[place].mayBe(word) {
      let candidate = candidates[place]
      guard let stem = grammar.models[candidate.model].stem(of: word, in: candidate.place) else {
        continue
      }
      let name =
        names.firstIndex { $0.stem == stem && $0.ending == candidate.nominative } ?? names.count
      if name == names.count { names.append(nominative(of: word, candidate, stem, known)) }
      append(names[name], candidate, known, to: &drafts)
    }
  }

  private func nominative(
    of word: NameSpelling,
    _ candidate: NameGrammar.Candidate,
    _ stem: Int,
    _ known: Known
  ) -> Nominative {
    let model = grammar.models[candidate.model]
    var key: [UInt8] = []
    key.reserveCapacity(stem + model.folded[0].count)
    key.append(contentsOf: word.folded[..<stem])
    key.append(contentsOf: model.folded[0])
    return Nominative(
      stem: stem,
      ending: candidate.nominative,
      text: model.nominative(of: word, in: candidate.place),
      isDeclined: key != word.folded,
      listed: grammar.name(key),
      known: known.name(key)
    )
  }

  private func append(
    _ name: Nominative,
    _ candidate: NameGrammar.Candidate,
    _ known: Known,
    to drafts: inout Drafts
  ) {
    let model = grammar.models[candidate.model]
    let plain = NameCost.model + model.cost(in: candidate.place) + (candidate.isOther ? 1 : 0)
    guard let dictionary = name.known,
      model.part != .given || !dictionary.cells.isDisjoint(with: model.genders)
    else {
      let cost = known.names.isEmpty ? plain : plain + NameCost.knownOtherwise
      append(name, candidate, candidate.cells, cost, known, to: &drafts)
      return
    }
    // The dictionary may have a family name for one sex only: «Данелия». Where it has another form for the other («Петров»,
    // «Петрова»), a model of that sex speaks of somebody from abroad, and so does one that leaves «Петрова» as it is.
    var strange = candidate.cells.intersection(dictionary.otherSexes)
    if model.part == .family, !dictionary.otherSexes.isEmpty {
      strange.formUnion(candidate.cells.subtracting(dictionary.cells))
    }
    let usual = candidate.cells.subtracting(strange)
    if !usual.isEmpty {
      append(name, candidate, usual, min(plain, NameCost.rareName), known, to: &drafts)
    }
    if !strange.isEmpty {
      append(name, candidate, strange, plain + NameCost.knownOtherwise, known, to: &drafts)
    }
  }

  private func append(
    _ name: Nominative,
    _ candidate: NameGrammar.Candidate,
    _ cells: Cells,
    _ plain: Int,
    _ known: Known,
    to drafts: inout Drafts
  ) {
    let model = grammar.models[candidate.model]
    var cost = plain
    let bearers = name.isDeclined && name.listed.isFixed ? nil : name.listed.bearers
    if model.part == .given, let bearers {
      cost = name.isDeclined ? max(0, model.cost - NameCost.model) : 0
      if model.genders.isDisjoint(with: bearers) { cost += otherSexCost(name.listed) }
    }
    if model.part == .family, name.listed.isFamily { cost = NameCost.knownFamily }
    if known.names.isEmpty, isConfirmed(model, known) { cost = -1 }
    drafts.append(
      NameWord.Reading(
        cells: cells,
        nominative: name.text,
        cost: cost,
        source: .model(candidate.model)
      ),
      isListed: bearers != nil
    )
  }

  private func isConfirmed(_ model: NameModel, _ known: Known) -> Bool {
    !model.confirming.isEmpty
      && known.adjectives.contains { $0.suffix(model.confirming.count) == model.confirming[...] }
  }
}
