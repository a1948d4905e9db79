/// The endings of all models that fit one part of a name, by their last letters.
struct NameEndings: Sendable {
  private var letters: [NameLetter] = []
  /// For each letter the endings that a word with this last letter may have, in the order of the models.
  private var candidates: [[NameGrammar.Candidate]] = []
  /// The empty endings, which words with all other letters may have.
  private var bare: [NameGrammar.Candidate] = []

  /// Sorts the endings of the models by which a word may be declined as a part of a name, or as any.
  init(_ models: [NameModel], _ part: NamePart?) {
    for (index, model) in models.enumerated() {
      let isOther = part.map { $0 != model.part } ?? false
      // A patronymic may end a name as a family name does: «Санжар Төлегенұлы».
      guard !isOther || (model.part == .patronymic && part == .family) else { continue }
      for (place, ending) in model.folded.enumerated()
      where model.folded.firstIndex(of: ending) == place {
        add(NameGrammar.Candidate(models, at: index, in: place, isOther: isOther), ending)
      }
    }
  }

  /// Adds an ending to those of its last letter; an empty one to all of them.
  private mutating func add(_ candidate: NameGrammar.Candidate, _ ending: [UInt8]) {
    guard let letter = NameLetter(endOf: ending[...]) else {
      for list in candidates.indices { candidates[list].append(candidate) }
      return bare.append(candidate)
    }
    if let list = letters.firstIndex(of: letter) { return candidates[list].append(candidate) }
    letters.append(letter)
    candidates.append(bare + [candidate])
  }

  /// The endings that a word with this last letter may have, in the order of the models.
  func candidates(_ last: NameLetter) -> [NameGrammar.Candidate] {
    letters.firstIndex(of: last).map { candidates[$0] } ?? bare
  }
}
