import TextEngine

/// What the rules say about the declension of names: the models, and what never changes.
struct NameGrammar: Sendable {
  /// All models, in the order of the list.
  let models: [NameModel]
  /// The places of the models and cases that a word with a last letter may be in, in the order of the list.
  private let endings: [Unicode.Scalar: [(model: Int, place: Int)]]
  /// Those of the empty endings, which words with all other letters may have.
  private let bare: [(model: Int, place: Int)]
  /// The given names that the lists of the rules know, in folded spelling, with the sexes that bear them.
  private let givenNames: [[UInt8]: Cells]
  /// The given names of which a list says that one sex bears them and no other.
  private let oneSexNames: Set<[UInt8]>
  /// The family names that the rules know, in folded spelling.
  private let families: Set<[UInt8]>

  /// Reads the lists of a program.
  init(_ program: RuleProgram) {
    models = program.features(ofList: "name_declension").compactMap(NameModel.init)
    var endings: [Unicode.Scalar?: [(model: Int, place: Int)]] = [:]
    for (index, model) in models.enumerated() {
      for place in NameCase.all.indices {
        endings[model.folded[place].last, default: []].append((index, place))
      }
    }
    let bare = endings[nil] ?? []
    var whole: [Unicode.Scalar: [(model: Int, place: Int)]] = [:]
    for case (let letter?, let places) in endings {
      whole[letter] = (places + bare).sorted { ($0.model, $0.place) < ($1.model, $1.place) }
    }
    self.endings = whole
    self.bare = bare
    var names: [[UInt8]: Cells] = [:]
    var oneSexNames: Set<[UInt8]> = []
    for (spelling, features) in program.words(ofList: "common_given_name") {
      names[spelling] = NameCase.genders(features["sex"])
      if features["sex"] != nil, features["shared"] == nil { oneSexNames.insert(spelling) }
    }
    for (spelling, _) in program.words(ofList: "womans_name") where names[spelling] == nil {
      names[spelling] = .feminine
    }
    for (spelling, _) in program.words(ofList: "given_name") where names[spelling] == nil {
      names[spelling] = .masculine
    }
    givenNames = names
    self.oneSexNames = oneSexNames
    families = Set(
      ["known_person", "common_family_name"].flatMap { program.words(ofList: $0).map(\.spelling) }
    )
  }

  /// The models and cases that a word with this last letter may be in, in the order of the list.
  func candidates(_ last: Unicode.Scalar) -> [(model: Int, place: Int)] {
    endings[last] ?? bare
  }

  /// Whether the rules know a family name, in the nominative and folded.
  func isKnownFamily(_ name: [UInt8]) -> Bool { families.contains(name) }

  /// The sexes that bear a given name, in the nominative and folded; nil where the rules do not know it.
  func bearers(of name: [UInt8]) -> Cells? { givenNames[name] }

  /// Whether hardly anybody of another sex than that of `bearers(of:)` has the name, folded and in the nominative.
  func isOfOneSex(_ name: [UInt8]) -> Bool { oneSexNames.contains(name) }

  /// The sexes that bear a given name in the nominative; nil where the rules do not know it.
  func bearers(of name: String) -> Cells? { givenNames[Folding.folded(name)] }
}

extension RuleProgram {
  /// The sexes that the entries of `@name_suffix` leave, by entry.
  func suffixGenders() -> [Int: Cells] {
    guard let list = list("name_suffix") else { return [:] }
    var genders: [Int: Cells] = [:]
    for (place, entry) in gazetteer.entries.enumerated() where entry.list == list {
      genders[place] = NameCase.genders(texts(of: entry)["sex"])
    }
    return genders
  }

  /// The features of all entries of a list, by name.
  func features(ofList name: String) -> [[String: String]] {
    guard let list = lists.firstIndex(where: { $0.name == name }) else { return [] }
    return gazetteer.entries.filter { $0.list == list }.map { texts(of: $0) }
  }

  /// The entries of one word of a list: the folded spelling and the features.
  func words(ofList name: String) -> [(spelling: [UInt8], features: [String: String])] {
    guard let list = lists.firstIndex(where: { $0.name == name }) else { return [] }
    return gazetteer.singleWords(ofList: list).map { entry, symbol in
      (Array(symbols.spelling(symbol)), texts(of: gazetteer.entries[entry]))
    }
  }

  /// The features of an entry, by name, in words and figures.
  func texts(of entry: Gazetteer.Entry) -> [String: String] {
    guard lists.indices.contains(entry.list) else { return [:] }
    var texts: [String: String] = [:]
    for (name, value) in zip(lists[entry.list].features, gazetteer.features(of: entry)) {
      switch value {
      case .none: break
      case .text(let text): texts[name] = text
      case .decimal(let number): texts[name] = number.description
      }
    }
    return texts
  }
}
