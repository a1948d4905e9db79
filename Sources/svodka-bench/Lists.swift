import FactExtraction
import RuleLanguage
import StandardRules
import TextEngine

/// Measures how long a long list takes to compile: `svodka-bench --lists [--entries N]`.
///
/// The list is made from the words of the lists that are shipped: one word, a word with an adjective before it, a word
/// with others behind it, an exact form, and a capitalised name that no dictionary has.
enum Lists {
  private static let rounds = 5

  /// Prints the time for one list of so many entries, bare and with two features each.
  static func run(entries: Int) throws {
    let table = table(entries: entries, words: words())
    let bare = table.split(separator: "\n")
      .map { $0.prefix { $0 != "\t" } + "\n" }.joined()
    try measure(bare, "without features", columns: "", emit: "text(x)", entries)
    try measure(
      table,
      "with two features",
      columns: "columns (code, people)",
      emit: "x.code",
      entries
    )
  }

  private static func measure(
    _ table: String,
    _ name: String,
    columns: String,
    emit: String,
    _ entries: Int
  ) throws {
    let tokens = StandardRules.sources.filter { $0.path.hasSuffix("tokens.rbbi") }
    let rules = """
      language ru
      cascade main
      fact found { a: text }
      list @long from "long.tsv" \(columns)
      phase main
      rule r -> found { match x:@long emit a = \(emit) }

      """
    let head = [RuleSource(path: "Rules/long.rules", text: rules)] + tokens
    var (without, with) = (Double.infinity, Double.infinity)
    var found = 0
    // A list without entries has no features, and a rule that reads one is faulty.
    let first = String(table.prefix { !$0.isNewline }) + "\n"
    for _ in 0..<rounds {
      without = min(
        without,
        try time(head + [RuleSource(path: "Rules/long.tsv", text: first)]).seconds
      )
      let measured = try time(head + [RuleSource(path: "Rules/long.tsv", text: table)])
      with = min(with, measured.seconds)
      found = measured.entries
    }
    print("\(entries) lines \(name), \(table.utf8.count) bytes, \(found) ways to match")
    print("compiled in \(Table.decimal((with - without) * 1_000, 1)) ms of processor time")
  }

  private static func time(_ sources: [RuleSource]) throws -> (seconds: Double, entries: Int) {
    let watch = Stopwatch()
    let compiled = try RuleCompiler.compile(sources, dictionary: StandardLexicon.dictionary)
    let seconds = watch.seconds
    guard !compiled.diagnostics.hasErrors else {
      throw DocumentFile.Fault(
        description: DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
      )
    }
    return (seconds, compiled.program.gazetteer.entries.count)
  }

  /// Small Cyrillic words of the shipped rules: adjectives, and nouns in the nominative.
  private static func words() -> (adjectives: [String], nouns: [String]) {
    var found: (adjectives: [String], nouns: [String]) = ([], [])
    var seen = Set<Substring>()
    for source in StandardRules.sources where !source.path.hasSuffix(".rbbi") {
      let text = String(decoding: source.bytes, as: UTF8.self)
      for word in text.split(whereSeparator: { !$0.isLetter || $0.isASCII }) {
        guard word == word.lowercased(), seen.insert(word).inserted else { continue }
        var analyses: [Analysis] = []
        let bytes = Array(word.utf8)
        _ = StandardLexicon.dictionary.appendAnalyses(of: bytes.span, to: &analyses)
        let first = analyses.first { $0.grammemes.contains(.nominative) }?.grammemes ?? []
        if first.contains([.adjective, .masculine]) { found.adjectives.append(String(word)) }
        if first.contains([.noun, .masculine, .singular]) { found.nouns.append(String(word)) }
      }
    }
    return found
  }

  private static func table(
    entries: Int,
    words: (adjectives: [String], nouns: [String])
  ) -> String {
    var state: UInt64 = 1
    func pick(_ words: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % max(words.count, 1)]
    }
    var text = ""
    var seen = Set<String>()
    while seen.count < entries {
      let (noun, other) = (pick(words.nouns), pick(words.nouns))
      let entry: String
      switch seen.count % 5 {
      // There are not so many words: most entries of one word are two joined by a hyphen, or names.
      case 0: entry = seen.count % 10 == 0 ? noun : "\(noun)-\(other)"
      case 1: entry = "\(pick(words.adjectives)) \(noun)"
      case 2: entry = "\(pick(words.adjectives)) \(noun) \(other)"
      case 3: entry = "=\(noun) \(other)"
      default: entry = noun.prefix(1).uppercased() + noun.dropFirst() + other + other.prefix(3)
      }
      let line = seen.insert(entry).inserted ? entry : "\(entry) \(pick(words.nouns)) \(seen.count)"
      if line != entry, !seen.insert(line).inserted { continue }
      text += "\(line)\t\(pick(["north", "south", "east", "west"]))\t\(seen.count % 977)\n"
    }
    return text
  }
}
