import RuleLanguage

@testable import TextEngine

/// What the reference of the rule language says of single tokens, for the plain matcher.
///
/// An answer of nil is that the test fails. An answer without readings is that it holds and the word has none, so that
/// it agrees with everything.
struct ReferencePredicates {
  let engine: Engine

  /// The readings that a predicate leaves.
  func readings(of token: Int, passing predicate: PredicateSyntax) -> [WordReading]? {
    let readings = engine.readings(of: token)
    if readings.isEmpty {
      return holds(predicate, token, nil, isGrouped: false) ? [] : nil
    }
    let left = readings.filter { holds(predicate, token, $0, isGrouped: false) }
    return left.isEmpty ? nil : left
  }

  /// All readings, where the folded spelling is this.
  func readings(of token: Int, withForm form: String) -> [WordReading]? {
    guard engine.folded(token) == Folding.folded(form) else { return nil }
    return engine.readings(of: token)
  }

  /// The readings with a lemma.
  func readings(of token: Int, withLemma lemma: String) -> [WordReading]? {
    let left = engine.readings(of: token).filter { hasLemma(lemma, token, $0) }
    return left.isEmpty ? nil : left
  }

  /// The entries of a list that start at a token, longer first.
  func entries(of list: String, at token: Int) -> [ListMatch] {
    engine.document.listMatches.filter {
      $0.start == token && engine.program.lists[$0.list].name == list
    }.sorted { ($1.end, $0.entry) < ($0.end, $1.entry) }
  }

  /// The annotations of a type that start at a token, longer first.
  func annotations(_ type: String, at token: Int) -> [Annotation] {
    engine.document.annotations.filter {
      $0.start == token && engine.program.annotationTypes[$0.type] == type
    }.sorted { $0.end > $1.end }
  }

  /// Whether a built-in name such as `bos` holds before a token.
  func holds(_ name: String, at token: Int) -> Bool {
    let tokens = engine.document.tokens
    let isEnd = token == tokens.count
    switch name {
    case "bos": return !isEnd && tokens.flags[token].contains(.sentenceStart)
    case "eos": return isEnd || tokens.flags[token].contains(.sentenceStart)
    case "bop": return !isEnd && tokens.flags[token].contains(.paragraphStart)
    case "eop": return isEnd || tokens.flags[token].contains(.paragraphStart)
    case "glue", "nosp": return !isEnd && !tokens.flags[token].contains(.spaceBefore)
    default: return false
    }
  }

  /// Whether a predicate holds of a token in one of its readings.
  ///
  /// Outside of parentheses `!x` says that no reading has x; inside, that this one has not.
  private func holds(
    _ predicate: PredicateSyntax,
    _ token: Int,
    _ reading: WordReading?,
    isGrouped: Bool
  ) -> Bool {
    switch predicate.kind {
    case .or(let parts):
      return parts.contains { holds($0, token, reading, isGrouped: isGrouped) }
    case .and(let parts):
      return parts.allSatisfy { holds($0, token, reading, isGrouped: isGrouped) }
    case .group(let part): return holds(part, token, reading, isGrouped: true)
    case .not(let part):
      return isGrouped
        ? !holds(part, token, reading, isGrouped: true)
        : readings(of: token, passing: part) == nil
    case .form(let form): return engine.folded(token) == Folding.folded(form)
    case .lemma(let lemma): return reading.map { hasLemma(lemma, token, $0) } ?? false
    case .length(let range): return range.contains(engine.text(of: token).unicodeScalars.count)
    case .integer(let range):
      let text = engine.text(of: token)
      return text.allSatisfy { "0"..."9" ~= $0 } && Int(text).map(range.contains) ?? false
    case .flag(let name): return hasFlag(name.text, token, reading)
    case .list, .exactForm, .regex: return false
    }
  }

  private func hasLemma(_ lemma: String, _ token: Int, _ reading: WordReading) -> Bool {
    Folding.folded(engine.lemma(of: token, reading.analysis)) == Folding.folded(lemma)
  }

  private func hasFlag(_ name: String, _ token: Int, _ reading: WordReading?) -> Bool {
    let grammemes = reading?.analysis.grammemes ?? []
    let text = engine.text(of: token)
    let letters = text.filter(\.isLetter)
    switch name {
    case "noun": return grammemes.contains(.noun)
    case "adj": return grammemes.contains(.adjective)
    case "verb": return grammemes.contains(.verb)
    case "prep": return grammemes.contains(.preposition)
    case "nom": return grammemes.contains(.nominative)
    case "gen":
      return !grammemes.isDisjoint(with: [.genitive, .genitive1, .partitive])
    case "sg": return grammemes.contains(.singular)
    case "pl": return grammemes.contains(.plural)
    case "masc": return grammemes.contains(.masculine)
    case "fem": return grammemes.contains(.feminine)
    case "cap":
      return text.first?.isUppercase == true
        && !(letters.count > 1 && letters == letters.uppercased())
    case "lower": return !letters.isEmpty && letters == letters.lowercased()
    case "upper": return letters.count > 1 && letters == letters.uppercased()
    case "digits": return text.allSatisfy { "0"..."9" ~= $0 }
    default: return false
    }
  }
}
