import TextEngine

/// The lists of given and family names that a program has, asked for one name at a time.
struct NameLists: Sendable {
  private let program: RuleProgram
  private let common: ListID?
  private let sex: Int?
  private let shared: Int?
  private let fixed: Int?
  private let womens: ListID?
  private let given: ListID?
  private let families: [ListID]

  /// Finds the lists of a program.
  init(_ program: RuleProgram) {
    self.program = program
    common = program.list("common_given_name")
    let features = common.map { program.lists[$0].features } ?? []
    sex = features.firstIndex(of: "sex")
    shared = features.firstIndex(of: "shared")
    fixed = features.firstIndex(of: "fixed")
    womens = program.list("womans_name")
    given = program.list("given_name")
    families = ["known_person", "common_family_name"].compactMap(program.list)
  }

  /// What the lists say of a name.
  struct Name {
    /// The sexes that bear it as a given name; nil where no list has it as one.
    var bearers: Cells?
    /// Whether a list says that one sex bears it and no other.
    var isOfOneSex = false
    /// Whether it is never declined as a given name, though other names that end so are.
    var isFixed = false
    /// Whether it is a family name.
    var isFamily = false
  }

  /// Looks up a name in the nominative, folded.
  func name(_ name: [UInt8]) -> Name {
    var found = Name()
    var latest = -1
    var (isWomans, isGiven) = (false, false)
    program.gazetteer.forEachEntry(ofOneWord: program.symbols.symbol(name.span)) { place in
      let entry = program.gazetteer.entries[place]
      if entry.list == common {
        let sex = text(sex, of: entry)
        if sex != nil, text(shared, of: entry) == nil { found.isOfOneSex = true }
        if text(fixed, of: entry) != nil { found.isFixed = true }
        // What is said last counts.
        if place > latest { (latest, found.bearers) = (place, NameCase.genders(sex)) }
      }
      if entry.list == womens { isWomans = true }
      if entry.list == given { isGiven = true }
      if families.contains(entry.list) { found.isFamily = true }
    }
    if found.bearers == nil { found.bearers = isWomans ? .feminine : isGiven ? .masculine : nil }
    return found
  }

  private func text(_ feature: Int?, of entry: Gazetteer.Entry) -> String? {
    feature.flatMap { program.gazetteer.feature($0, of: entry).text }
  }
}
