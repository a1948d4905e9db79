import TextEngine

extension RuleLinter {
  /// The lists that the engine reads by itself.
  private static let engineLists: Set<String> = [
    "numeral", "numeral_ending", "name_declension", "name_suffix", "preposition",
    "common_given_name", "common_family_name", "clause_tense", "ahead",
    "same_office", "same_body", "described_by", "somebody_else", "heads", "same_place", "referring",
    "verb_of_dative", "form_of_address", "role_of_sex",
  ]
  private static let engineFeatures: Set<String> = [
    "class", "cells", "value", "part", "sex", "before", "forms", "cost", "cases", "lemma", "tense",
    "office", "sole", "described", "any", "place", "else", "known",
  ]

  /// Checks for names that nothing uses.
  mutating func checkNames() {
    for item in items {
      switch item.kind {
      case .language(let code) where code.text != "ru":
        warn(.unknownLanguage(code.text), at: code.range)
      case .list(let list):
        guard !usage.lists.contains(list.name.text), !Self.engineLists.contains(list.name.text)
        else { continue }
        warn(.unused("list", "@" + list.name.text, "no pattern names it"), at: list.name.range)
      case .definition(let definition):
        let name = definition.name.text
        if !usage.definitions.contains(name) {
          warn(.unused("def", name, "no rule uses it"), at: definition.name.range)
        } else {
          checkLabels(of: definition.pattern, used: usage.labelsOfDefinition[name] ?? [])
        }
      case .fact(let fact):
        guard !usage.kinds.contains(fact.name.text) else { continue }
        warn(.unused("fact", fact.name.text, "no rule gives it"), at: fact.name.range)
      case .rule(let rule), .block(let rule):
        guard !rule.isOff else { continue }
        let used = usage.labelsOfRule[rule.name.range] ?? []
        if let pattern = rule.pattern { checkLabels(of: pattern, used: used) }
        for context in rule.contexts { checkContextLabels(context) }
      default: break
      }
    }
  }

  private mutating func checkLabels(of pattern: PatternSyntax, used: Set<String>) {
    var unused: [NameSyntax] = []
    pattern.forEachPart { part in
      guard case .element(let element) = part.kind, let label = element.label,
        !used.contains(label.text)
      else { return }
      if !unused.contains(where: { $0.text == label.text }) { unused.append(label) }
    }
    for label in unused {
      let near = NearestName.find(label.text, in: used.sorted())
      warn(.unusedLabel(label.text, nearest: near), at: label.range)
    }
  }

  private mutating func checkContextLabels(_ pattern: PatternSyntax) {
    var found: [NameSyntax] = []
    pattern.forEachPart { part in
      if case .element(let element) = part.kind, let label = element.label { found.append(label) }
    }
    for label in found { warn(.labelInContext(label.text), at: label.range) }
  }

  // MARK: Lists

  /// Checks the features and the words of lists.
  mutating func checkLists() {
    for item in items {
      guard case .list(let list) = item.kind, let number = compiler.state.lists[list.name.text]
      else { continue }
      let entries = compiler.state.entries[number]
      if !Self.engineLists.contains(list.name.text) { checkFeatures(number, entries) }
      for entry in entries where !entry.isExact {
        checkWords(of: entry)
        guard entry.words.dropLast().contains(where: { $0.text.hasSuffix(",") }),
          let first = entry.words.first, let last = entry.words.last
        else { continue }
        let text = entry.words.map(\.text).joined(separator: " ")
        warn(.entryWithComma(text), at: first.range.through(last.range))
      }
    }
  }

  /// A feature of one entry that nothing reads and that is spelt almost like another one is a slip.
  private mutating func checkFeatures(_ list: Int, _ entries: ListEntries) {
    let features = compiler.state.features.features(ofList: list)
    let rare = features.filter { name, summary in
      summary.count == 1 && entries.count > 1 && !usage.members.contains(name)
        && !Self.engineFeatures.contains(name)
    }
    guard !rare.isEmpty else { return }
    let known = features.keys.filter { rare[$0] == nil }.sorted()
    for entry in entries {
      for feature in entry.features where rare[feature.name.text] != nil {
        guard let near = NearestName.find(feature.name.text, in: known) else { continue }
        warn(.oddFeature(feature.name.text, nearest: near), at: feature.name.range)
      }
    }
  }

  /// The words of an entry that are met in any form must be in the dictionary, or be guessed well.
  private mutating func checkWords(of entry: ListEntrySyntax) {
    for word in entry.words {
      let bytes = Array(word.text.utf8)
      guard Self.isSmallCyrillic(word.text), WordReader.isPlain(bytes.span) else { return }
      let wanted = WordReader.Word(bytes)
      let readings = compiler.state.words.readings(of: wanted)
      if readings.analyses.isEmpty {
        // Many words are guessed well: «горбольница» is a «больница». Forms of the others would not be found.
        let guesses = compiler.state.words.guessedLemmas(of: wanted)
        let isGuessed = guesses.contains {
          WordReader.folded(Array($0.utf8)) == wanted.folded
        }
        if !isGuessed {
          warn(.notInDictionary(word.text, guess: guesses.first), at: word.range)
        }
        return
      }
      // What follows the head is met as it is written.
      if readings.analyses.contains(where: { $0.grammemes.contains([.noun, .nominative]) }) {
        return
      }
    }
  }

  /// Whether a word has small Cyrillic letters only; names have a capital, and are met in forms that are guessed.
  private static func isSmallCyrillic(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x2D, 0x430...0x45F: true
      default: false
      }
    }
  }
}
