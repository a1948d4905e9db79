import TextEngine

/// What the rules say about the declension of names: the models, and what never changes.
///
/// Names of lists are looked up among the entries of the program, so that nothing is copied from them.
struct NameGrammar: Sendable {
  /// An ending of a model that a word may have.
  struct Candidate {
    /// The place of the model.
    var model: Int
    /// The first case with this ending, by its place in `NameCase.all`.
    var place: Int
    /// The first model whose nominative ends as that of this one.
    var nominative: Int
    /// All cases with this ending, with the genders of the model.
    var cells: Cells
    /// The end of the ending.
    var tail: NameTail
    /// The number of its letters.
    var length: Int
    /// A bit for each letter that may stand before it.
    var before: UInt64
    /// Whether the model is for another part of a name than the one that was asked for.
    var isOther: Bool

    /// The ending of the case at a place of a model.
    init(_ models: [NameModel], at index: Int, in place: Int, isOther: Bool) {
      (self.model, self.place, self.isOther) = (index, place, isOther)
      let model = models[index]
      nominative = models.firstIndex { $0.endings[0] == model.endings[0] } ?? index
      cells = model.cells(like: place)
      tail = NameTail(of: model.folded[place])
      length = model.lengths[place]
      before = model.bitsBefore
    }

    /// Whether a word may have this ending, by a look at its end.
    func mayBe(_ word: NameSpelling) -> Bool {
      guard word.tail.canEnd(in: tail) else { return false }
      return before == .max || before & (word.letter(before: length)?.bit ?? 0) != 0
    }
  }

  /// All models, in the order of the list.
  let models: [NameModel]
  /// The endings for each part of a name, and for words of any part.
  private let endings: (given: NameEndings, family: NameEndings, patronymic: NameEndings)
  private let allEndings: NameEndings
  private let lists: NameLists

  /// Reads the lists of a program.
  init(_ program: RuleProgram) {
    lists = NameLists(program)
    let models = program.entries(ofList: "name_declension").compactMap { entry in
      NameModel { program.text($0, of: entry) }
    }
    self.models = models
    endings = (
      NameEndings(models, .given), NameEndings(models, .family), NameEndings(models, .patronymic)
    )
    allEndings = NameEndings(models, nil)
  }

  /// The endings that a word with this last letter may have as a part of a name, in the order of the list.
  func candidates(_ last: NameLetter, _ part: NamePart?) -> [Candidate] {
    switch part {
    case .given: endings.given.candidates(last)
    case .family: endings.family.candidates(last)
    case .patronymic: endings.patronymic.candidates(last)
    case nil: allEndings.candidates(last)
    }
  }

  /// What the lists of the rules say of a name in the nominative, folded.
  func name(_ name: [UInt8]) -> NameLists.Name { lists.name(name) }
}

extension RuleProgram {
  /// The sexes that the entries of some lists leave, by entry.
  func bearerGenders(_ names: String...) -> [Int: Cells] {
    let lists = names.compactMap(list)
    var genders: [Int: Cells] = [:]
    for (place, entry) in gazetteer.entries.enumerated() where lists.contains(entry.list) {
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
