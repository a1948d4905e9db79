/// Looks for predicates that can never hold, and for `!` that is likely not what was meant.
struct PredicateLinter {
  private(set) var diagnostics: [Diagnostic] = []
  private let reader: WordReader

  init(reader: WordReader) {
    self.reader = reader
  }

  /// Flags of which one reading, or one spelling, has one at most.
  static let exclusive: [[String]] = [
    ["nom", "gen", "dat", "acc", "ins", "loc"],
    ["sg", "pl"],
    ["masc", "fem", "neut"],
    [
      "noun", "adj", "partcp", "verb", "inf", "ger", "short", "comp", "adv", "prep", "conj",
      "pron", "numr", "particle", "pred", "interj",
    ],
    ["past", "pres", "fut"],
    ["p1", "p2", "p3"],
    ["perf", "impf"],
    ["cap", "upper", "lower", "mixed", "digits", "punct"],
    ["known", "guessed"],
    ["digits", "cyr"], ["digits", "latin"],
    ["capital", "lower"],
  ]

  /// The flags that change from form to form of a word.
  static let inflectional: Set<String> = [
    "nom", "gen", "dat", "acc", "ins", "loc", "sg", "pl", "masc", "fem", "neut", "past", "pres",
    "fut",
    "p1", "p2", "p3", "imper", "short", "comp",
  ]

  /// The flags of parts of speech that have such forms.
  static let inflected: Set<String> = ["noun", "adj", "partcp", "verb", "numr", "pron", "apro"]

  /// Checks a predicate over tokens.
  mutating func check(_ predicate: PredicateSyntax) {
    contradictions(predicate)
    negations(predicate)
    severalTokens(predicate)
  }

  /// Checks a predicate over annotations, where `!` has one meaning.
  mutating func checkAnnotation(_ predicate: PredicateSyntax) {
    contradictions(predicate)
    severalTokens(predicate)
  }

  // MARK: What can never hold

  /// The conditions that must hold together, with those inside nested `&` and parentheses.
  private func joined(_ predicate: PredicateSyntax) -> [PredicateSyntax] {
    switch predicate.kind {
    case .and(let parts): parts.flatMap { joined($0) }
    case .group(let part): joined(part)
    default: [predicate]
    }
  }

  private mutating func contradictions(_ predicate: PredicateSyntax) {
    let parts = joined(predicate)
    for (index, part) in parts.enumerated() {
      if case .length(let range) = part.kind, range.upperBound < 1 {
        diagnostics.append(
          Diagnostic(.neverHolds("a token has one character at least"), at: part.range)
        )
        return
      }
      for other in parts[..<index] {
        guard let reason = contradiction(other, part) else { continue }
        diagnostics.append(
          Diagnostic(
            .neverHolds(reason),
            at: part.range,
            labels: [Diagnostic.Label(range: other.range, text: "and this")]
          )
        )
        return
      }
    }
    for part in parts {
      switch part.kind {
      case .or(let branches): for branch in branches { contradictions(branch) }
      case .not(let inner): contradictions(inner)
      default: break
      }
    }
  }

  /// Why two conditions cannot hold together; nil where they can.
  private func contradiction(_ left: PredicateSyntax, _ right: PredicateSyntax) -> String? {
    switch (left.kind, right.kind) {
    case (.flag(let first), .flag(let second)):
      guard first.text != second.text,
        Self.exclusive.contains(where: { $0.contains(first.text) && $0.contains(second.text) })
      else { return nil }
      return Self.isSpelling(first.text)
        ? "no token is `\(first.text)` and `\(second.text)`"
        : "no reading is `\(first.text)` and `\(second.text)`"
    case (.integer(let first), .integer(let second)):
      return first.overlaps(second) ? nil : "no number lies in both ranges"
    case (.length(let first), .length(let second)):
      return first.overlaps(second) ? nil : "no length lies in both ranges"
    case (.integer, .flag(let flag)), (.flag(let flag), .integer):
      return ["lower", "upper", "cap", "capital", "mixed", "cyr", "latin", "roman", "initial"]
        .contains(flag.text) ? "digits are not `\(flag.text)`" : nil
    case (.lemma(let first), .lemma(let second)):
      return Self.isSame(first, second) ? nil : "a reading has one lemma"
    case (.form(let first), .form(let second)):
      return Self.isSame(first, second) ? nil : "a token has one spelling"
    case (.exactForm(let first), .exactForm(let second)):
      return first == second ? nil : "a token has one spelling"
    case (.not(let inner), _):
      return isSame(inner, right) ? "one is the opposite of the other" : nil
    case (_, .not(let inner)): return isSame(inner, left) ? "one is the opposite of the other" : nil
    default: return nil
    }
  }

  private func isSame(_ left: PredicateSyntax, _ right: PredicateSyntax) -> Bool {
    switch (left.kind, right.kind) {
    case (.flag(let first), .flag(let second)): first.text == second.text
    case (.list(let first), .list(let second)): first.text == second.text
    case (.form(let first), .form(let second)): Self.isSame(first, second)
    case (.lemma(let first), .lemma(let second)): Self.isSame(first, second)
    default: false
    }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    WordReader.Word(Array(left.utf8)).folded == WordReader.Word(Array(right.utf8)).folded
  }

  private static func isSpelling(_ flag: String) -> Bool {
    if case .shape? = FlagTable.meanings[flag] { return true }
    return false
  }

  // MARK: What is likely not meant

  /// `[adj & !short]` at the top is about all readings of the word.
  private mutating func negations(_ predicate: PredicateSyntax) {
    switch predicate.kind {
    case .or(let parts): for part in parts { negations(part) }
    case .and(let parts):
      let part = parts.lazy.compactMap(Self.partOfSpeech).first
      guard let part else { return }
      for negated in parts {
        guard case .not(let inner) = negated.kind, case .flag(let flag) = inner.kind,
          Self.inflectional.contains(flag.text)
        else { continue }
        diagnostics.append(Diagnostic(.doubtfulNegation(part, flag.text), at: negated.range))
      }
    default: break
    }
  }

  private static func partOfSpeech(_ predicate: PredicateSyntax) -> String? {
    switch predicate.kind {
    case .flag(let flag): inflected.contains(flag.text) ? flag.text : nil
    case .or(let parts): parts.lazy.compactMap(partOfSpeech).first
    case .group(let part): partOfSpeech(part)
    default: nil
    }
  }

  // MARK: What is more than one token

  private mutating func severalTokens(_ predicate: PredicateSyntax) {
    switch predicate.kind {
    case .or(let parts), .and(let parts): for part in parts { severalTokens(part) }
    case .not(let part), .group(let part): severalTokens(part)
    case .form(let text), .exactForm(let text), .lemma(let text):
      let tokens = reader.words(of: text)
      guard tokens.count > 1 else { return }
      diagnostics.append(
        Diagnostic(.severalTokens(text, tokens.map(\.text)), at: predicate.range)
      )
    default: break
    }
  }
}
