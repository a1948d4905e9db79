import TextEngine

/// What the rules say about the declension of names: the models, and what never changes.
///
/// Names of lists are looked up among the entries of the program, so that nothing is copied from them.
struct NameGrammar: Sendable {
  /// A case of a model that a word may be in.
  struct Candidate {
    /// The place of the model.
    var model: Int
    /// The case, by its place in `NameCase.all`.
    var place: Int
    /// The part of the name that the model is for.
    var part: NamePart
    /// The end of the ending.
    var tail: NameTail
    /// The number of its letters.
    var length: Int
    /// A bit for each letter that may stand before it.
    var before: UInt64

    /// The case at a place of a model.
    init(_ model: NameModel, at index: Int, in place: Int) {
      (self.model, self.place, part) = (index, place, model.part)
      tail = NameTail(of: model.folded[place])
      length = model.lengths[place]
      before = model.bitsBefore
    }

    /// Whether a word may be in this case of the model, by a look at its end.
    func mayBe(_ word: NameSpelling) -> Bool {
      guard word.tail.canEnd(in: tail) else { return false }
      return before == .max || before & (word.letter(before: length)?.bit ?? 0) != 0
    }
  }

  /// All models, in the order of the list.
  let models: [NameModel]
  /// The last letters of endings.
  private var letters: [NameLetter] = []
  /// For each of them the models and cases that a word with this last letter may be in, in the order of the list.
  private var candidates: [[Candidate]] = []
  /// Those of the empty endings, which words with all other letters may have.
  private var bare: [Candidate] = []
  private let lists: NameLists

  /// Reads the lists of a program.
  init(_ program: RuleProgram) {
    lists = NameLists(program)
    let models = program.entries(ofList: "name_declension").compactMap { entry in
      NameModel { program.text($0, of: entry) }
    }
    self.models = models
    for (index, model) in models.enumerated() {
      for (place, ending) in model.folded.enumerated() {
        add(Candidate(model, at: index, in: place), ending)
      }
    }
  }

  /// Adds a candidate to those of the last letter of its ending; one without an ending to all of them.
  private mutating func add(_ candidate: Candidate, _ ending: [UInt8]) {
    guard let letter = NameLetter(endOf: ending[...]) else {
      for list in candidates.indices { candidates[list].append(candidate) }
      return bare.append(candidate)
    }
    if let list = letters.firstIndex(of: letter) { return candidates[list].append(candidate) }
    letters.append(letter)
    candidates.append(bare + [candidate])
  }

  /// The models and cases that a word with this last letter may be in, in the order of the list.
  func candidates(_ last: NameLetter) -> [Candidate] {
    letters.firstIndex(of: last).map { candidates[$0] } ?? bare
  }

  /// What the lists of the rules say of a name in the nominative, folded.
  func name(_ name: [UInt8]) -> NameLists.Name { lists.name(name) }
}

extension RuleProgram {
  /// The sexes that the entries of `@name_suffix` leave, by entry.
  func suffixGenders() -> [Int: Cells] {
    guard let list = list("name_suffix") else { return [:] }
    var genders: [Int: Cells] = [:]
    for (place, entry) in gazetteer.entries.enumerated() where entry.list == list {
      genders[place] = NameCase.genders(text("sex", of: entry))
    }
    return genders
  }

  /// The entries of a list.
  func entries(ofList name: String) -> [Gazetteer.Entry] {
    guard let list = list(name) else { return [] }
    return gazetteer.entries.filter { $0.list == list }
  }

  /// A feature of an entry in words and figures; nil where the entry has none.
  func text(_ feature: String, of entry: Gazetteer.Entry) -> String? {
    switch self.feature(feature, of: entry) {
    case .none: return nil
    case .text(let text): return text
    case .decimal(let number): return number.description
    }
  }
}
