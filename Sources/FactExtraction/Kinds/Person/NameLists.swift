import TextEngine

/// The lists of given and family names that a program has, asked for one name at a time.
struct NameLists: Sendable {
  private let program: RuleProgram
  private let common: ListID?
  private let sex: Int?
  private let shared: Int?
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
    womens = program.list("womans_name")
    given = program.list("given_name")
    families = ["known_person", "common_family_name"].compactMap(program.list)
  }

  /// Whether a family name is in a list, in the nominative and folded.
  func isFamily(_ name: [UInt8]) -> Bool {
    var isThere = false
    forEachEntry(name) { _, entry in isThere = isThere || families.contains(entry.list) }
    return isThere
  }

  /// The sexes that bear a given name, in the nominative and folded; nil where no list has it.
  func bearers(of name: [UInt8]) -> Cells? {
    var common: (entry: Int, bearers: Cells)?
    var (isWomans, isGiven) = (false, false)
    forEachEntry(name) { place, entry in
      if entry.list == self.common {
        // What is said last counts.
        guard common.map({ $0.entry < place }) ?? true else { return }
        common = (place, NameCase.genders(text(sex, of: entry)))
      }
      if entry.list == womens { isWomans = true }
      if entry.list == given { isGiven = true }
    }
    return common?.bearers ?? (isWomans ? .feminine : isGiven ? .masculine : nil)
  }

  /// Whether a list says of a given name that one sex bears it and no other.
  func isOfOneSex(_ name: [UInt8]) -> Bool {
    var isOfOne = false
    forEachEntry(name) { _, entry in
      guard entry.list == common, text(sex, of: entry) != nil else { return }
      if text(shared, of: entry) == nil { isOfOne = true }
    }
    return isOfOne
  }

  private func forEachEntry(_ name: [UInt8], _ body: (Int, Gazetteer.Entry) -> Void) {
    program.gazetteer.forEachEntry(ofOneWord: program.symbols.symbol(name.span)) {
      body($0, program.gazetteer.entries[$0])
    }
  }

  private func text(_ feature: Int?, of entry: Gazetteer.Entry) -> String? {
    guard let feature, case .text(let text) = program.gazetteer.feature(feature, of: entry) else {
      return nil
    }
    return text
  }
}
