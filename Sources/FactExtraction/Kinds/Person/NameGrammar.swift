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
    let lists = NameLists(program)
    for (spelling, features) in lists.words("common_given_name", features: ["sex", "shared"]) {
      names[spelling] = NameCase.genders(features[0])
      if features[0] != nil, features[1] == nil { oneSexNames.insert(spelling) }
    }
    for (spelling, _) in lists.words("womans_name") where names[spelling] == nil {
      names[spelling] = .feminine
    }
    for (spelling, _) in lists.words("given_name") where names[spelling] == nil {
      names[spelling] = .masculine
    }
    givenNames = names
    self.oneSexNames = oneSexNames
    families = Set(
      ["known_person", "common_family_name"].flatMap { lists.words($0).map(\.spelling) }
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

/// The one-word entries of a program's lists, read in one pass over all entries.
private struct NameLists {
  private let program: RuleProgram
  private var words: [ListID: [(entry: Int, word: SymbolID)]] = [:]

  init(_ program: RuleProgram) {
    self.program = program
    for word in program.gazetteer.singleWords {
      words[program.gazetteer.entries[word.entry].list, default: []].append(word)
    }
  }

  /// The entries of a list: the folded spelling, and the values of some features in their order.
  func words(
    _ name: String,
    features wanted: [String] = []
  ) -> [(spelling: [UInt8], features: [String?])] {
    guard let list = program.list(name) else { return [] }
    let places = wanted.map { program.lists[list].features.firstIndex(of: $0) }
    let gazetteer = program.gazetteer
    return (words[list] ?? []).map { place, symbol in
      let entry = gazetteer.entries[place]
      let values = places.map { feature -> String? in
        guard let feature, case .text(let text) = gazetteer.feature(feature, of: entry) else {
          return nil
        }
        return text
      }
      return (Array(program.symbols.spelling(symbol)), values)
    }
  }
}
