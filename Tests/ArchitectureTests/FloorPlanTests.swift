import Testing

/// The order in which the parts of the package stand on each other; the README draws it.
struct FloorPlanTests {
  /// What each target may import besides the standard library and the C library.
  private static let imports: [String: Set<String>] = [
    "TextEngine": ["CICU"],
    "RuleLanguage": ["TextEngine"],
    "FactExtraction": ["RuleLanguage", "TextEngine"],
    "StandardRules": [
      "FactExtraction", "RuleLanguage", "TextEngine", "CLexicon", "CStandardRules",
    ],
    "FactTesting": ["FactExtraction", "RuleLanguage", "TextEngine", "Foundation"],
    "svodka": [
      "StandardRules", "FactTesting", "FactExtraction", "RuleLanguage", "TextEngine",
      "CDecompression", "ArgumentParser", "Foundation",
    ],
    "svodka-lexicon": ["TextEngine", "Foundation"],
    "svodka-fuzz": ["StandardRules", "FactExtraction", "RuleLanguage", "TextEngine", "svodka"],
    "svodka-bench": [
      "StandardRules", "FactTesting", "FactExtraction", "RuleLanguage", "TextEngine", "CICU",
      "Foundation",
    ],
  ]

  /// Modules that every target may import.
  private static let everywhere: Set<String> = [
    "Swift", "Glibc", "Musl", "Darwin", "Synchronization",
  ]

  /// Folders that may import more than their target.
  private static let exceptions: [String: Set<String>] = [
    "Sources/FactExtraction/Output/": ["Foundation"]
  ]

  /// The floors inside a target, lowest first.
  private static let floors: [String: [[String]]] = [
    "TextEngine": [
      ["Text"], ["Tokens"], ["Morphology"], ["Numerals"], ["Gazetteer"], ["Forms"], ["Matching"],
    ],
    // A diagnostic points into a file, and the parser makes diagnostics: these two are one floor.
    // What checks values needs the names that compiling has declared, and compiling asks it: one floor again.
    "RuleLanguage": [["Diagnostics", "Syntax"], ["Checking", "Compilation"], ["Linting"]],
  ]

  /// The kinds of facts, earlier ones first; those on one line know nothing of each other.
  private static let kinds: [[String]] = [
    ["Number", "Date"], ["Organisation", "Person"], ["Position"], ["Quotation"],
  ]

  @Test func `a target imports only what stands below it`() throws {
    for target in Repository.folders(in: "Sources") where !target.hasPrefix("C") {
      let allowed = try #require(
        Self.imports[target],
        "the target \(target) has no place in the floor plan"
      )
      for source in try Repository.sources(of: target) {
        let extra = Self.exceptions.filter { source.path.hasPrefix($0.key) }.values.joined()
        let upward = source.imports.subtracting(allowed).subtracting(Self.everywhere)
          .subtracting(extra)
        #expect(upward.isEmpty, "\(source.path) imports \(upward.sorted())")
      }
    }
  }

  @Test(arguments: ["TextEngine", "RuleLanguage"])
  func `a floor names no type of a higher floor`(target: String) throws {
    let floors = try #require(Self.floors[target])
    let folders = Repository.folders(in: "Sources/\(target)")
    #expect(
      Set(folders).subtracting(floors.joined()).isEmpty,
      "a folder of \(target) has no floor: \(folders)"
    )
    try expectOrder(floors.map { floor in floor.map { "\(target)/\($0)" } })
  }

  @Test func `a kind names no type of a later kind`() throws {
    let folders = Repository.folders(in: "Sources/FactExtraction/Kinds")
    #expect(
      Set(folders).subtracting(Self.kinds.joined()).isEmpty,
      "a kind has no place: \(folders)"
    )
    try expectOrder(
      Self.kinds.map { group in group.map { "FactExtraction/Kinds/\($0)" } }
    )
  }

  /// Expects that no group of folders names a type that a later group declares.
  private func expectOrder(
    _ groups: [[String]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sources = try groups.map { try $0.flatMap { try Repository.sources(of: $0) } }
    for (index, group) in sources.enumerated() {
      let own = group.reduce(into: Set<String>()) { $0.formUnion($1.declaredTypes) }
      let higher = sources[(index + 1)...].joined()
        .reduce(into: Set<String>()) { $0.formUnion($1.declaredTypes) }
        .subtracting(own)
      for source in group {
        let upward = source.names.intersection(higher)
        #expect(
          upward.isEmpty,
          "\(source.path) names \(upward.sorted()) of a higher floor",
          sourceLocation: sourceLocation
        )
      }
    }
  }
}
