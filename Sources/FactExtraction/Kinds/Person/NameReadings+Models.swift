import TextEngine

extension NameReadings {
  /// A nominative that some cases of one model have in common.
  private struct Nominative {
    var model: Int
    /// Where the ending begins in the folded word.
    var stem: Int
    var text: String
    /// The same, folded.
    var key: [UInt8]
    /// What the lists say of it.
    var listed: NameLists.Name
  }

  /// Appends what the models of the rules make of a word, in their order.
  func appendModelDrafts(
    of word: NameSpelling,
    _ last: NameLetter,
    _ part: NamePart?,
    _ known: Known,
    to drafts: inout [Draft]
  ) {
    var names: [Nominative] = []
    for candidate in grammar.candidates(last) where candidate.mayBe(word) {
      let isOther = part.map { $0 != candidate.part } ?? false
      // A patronymic may end a name as a family name does: «Санжар Төлегенұлы».
      guard !isOther || (candidate.part == .patronymic && part == .family),
        let stem = grammar.models[candidate.model].stem(of: word, in: candidate.place)
      else { continue }
      if !(names.last.map { $0.model == candidate.model && $0.stem == stem } ?? false) {
        names.append(nominative(of: word, candidate, stem))
      }
      drafts.append(draft(names[names.count - 1], candidate, word, isOther, known))
    }
  }

  private func nominative(
    of word: NameSpelling,
    _ candidate: NameGrammar.Candidate,
    _ stem: Int
  ) -> Nominative {
    let model = grammar.models[candidate.model]
    var key: [UInt8] = []
    key.reserveCapacity(stem + model.folded[0].count)
    key.append(contentsOf: word.folded[..<stem])
    key.append(contentsOf: model.folded[0])
    return Nominative(
      model: candidate.model,
      stem: stem,
      text: model.nominative(of: word, in: candidate.place),
      key: key,
      listed: grammar.name(key)
    )
  }

  private func draft(
    _ name: Nominative,
    _ candidate: NameGrammar.Candidate,
    _ word: NameSpelling,
    _ isOther: Bool,
    _ known: Known
  ) -> Draft {
    let model = grammar.models[candidate.model]
    var cost = NameCost.model + model.cost(in: candidate.place) + (isOther ? 1 : 0)
    if let cells = known.cells(of: name.key),
      model.part != .given || !cells.isDisjoint(with: model.genders)
    {
      // The dictionary may have a family name for one sex only: «Данелия».
      cost = min(cost, NameCost.rareName)
    } else if !known.names.isEmpty {
      cost += NameCost.knownOtherwise
    }
    let isDeclined = name.key != word.folded
    let bearers = isDeclined && name.listed.isFixed ? nil : name.listed.bearers
    if model.part == .given, let bearers {
      cost = isDeclined ? max(0, model.cost - NameCost.model) : 0
      if model.genders.isDisjoint(with: bearers) { cost += otherSexCost(name.listed) }
    }
    if model.part == .family, name.listed.isFamily { cost = NameCost.knownFamily }
    if known.names.isEmpty, isConfirmed(model, known) { cost = -1 }
    return Draft(
      reading: NameWord.Reading(
        cells: NameCase.all[candidate.place].intersection(model.genders),
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
