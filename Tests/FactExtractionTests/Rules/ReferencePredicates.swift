import Foundation
import RuleLanguage

@testable import TextEngine

/// What the reference of the rule language says of single tokens, for the plain matcher.
///
/// An answer of nil is that the test fails. An answer without readings is that it holds and the word has none, so that
/// it agrees with everything.
struct ReferencePredicates {
  let engine: Engine

  /// The readings that a predicate leaves.
  func readings(of token: Int, passing predicate: PredicateSyntax) -> [ReferenceReading]? {
    let readings = engine.readings(of: token)
    if readings.isEmpty {
      return holds(predicate, token, nil, isGrouped: false) ? [] : nil
    }
    let left = readings.filter { holds(predicate, token, $0, isGrouped: false) }
    return left.isEmpty ? nil : asReadings(left)
  }

  private func asReadings(_ readings: [WordReading]) -> [ReferenceReading] {
    readings.map {
      ReferenceReading(cells: $0.cells, persons: Persons(grammemes: $0.analysis.grammemes))
    }
  }

  /// What an entry or annotation agrees by: its cells, and the persons of its head's readings that fill them.
  func asReadings(_ cells: Cells, head: Int) -> [ReferenceReading] {
    let readings = engine.readings(of: head).filter { !$0.cells.isDisjoint(with: cells) }
    let persons = readings.reduce(into: Persons()) {
      $0.formUnion(Persons(grammemes: $1.analysis.grammemes))
    }
    return [ReferenceReading(cells: cells, persons: persons.isEmpty ? .all : persons)]
  }

  /// All readings, where the spelling is exactly this.
  func readings(of token: Int, spelt form: String) -> [ReferenceReading]? {
    engine.text(of: token).utf8.elementsEqual(form.utf8)
      ? asReadings(engine.readings(of: token)) : nil
  }

  /// Whether an annotation of a type covers some tokens.
  func isInside(_ type: String, _ tokens: Range<Int>) -> Bool {
    engine.document.annotations.contains {
      engine.program.annotationTypes[$0.type] == type && $0.start <= tokens.lowerBound
        && tokens.upperBound <= $0.end
    }
  }

  /// All readings, where the folded spelling is this.
  func readings(of token: Int, withForm form: String) -> [ReferenceReading]? {
    guard engine.folded(token) == Folding.folded(form) else { return nil }
    return asReadings(engine.readings(of: token))
  }

  /// The readings with a lemma.
  func readings(of token: Int, withLemma lemma: String) -> [ReferenceReading]? {
    let left = engine.readings(of: token).filter { hasLemma(lemma, token, $0) }
    return left.isEmpty ? nil : asReadings(left)
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
    }.enumerated().sorted { ($1.element.end, $0.offset) < ($0.element.end, $1.offset) }.map(
      \.element
    )
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
    case .exactForm(let form): return engine.text(of: token).utf8.elementsEqual(form.utf8)
    case .regex(let source):
      let text = engine.text(of: token)
      return text.range(of: "^(?:\(source))$", options: .regularExpression) != nil
    case .list(let name): return isMember(of: name.text, token, reading)
    }
  }

  /// Whether a word is an entry of one word: in its form, or in a reading by its lemma.
  private func isMember(of list: String, _ token: Int, _ reading: WordReading?) -> Bool {
    let program = engine.program
    let folded = engine.folded(token)
    let lemma = reading.map { Folding.folded(engine.lemma(of: token, $0.analysis)) }
    return program.gazetteer.entries.contains { entry in
      guard program.lists[entry.list].name == list, entry.length == 1 else { return false }
      let symbol = program.gazetteer.lemma(0, of: entry)
      if symbol == 0 { return words(of: entry)?.elementsEqual(folded) ?? false }
      return lemma.map { program.symbols.spelling(symbol).elementsEqual($0) } ?? false
    }
  }

  /// The folded spelling of an entry of one word that is met as it is written.
  private func words(of entry: Gazetteer.Entry) -> [UInt8]? {
    let node = engine.program.gazetteer.entries.firstIndex {
      $0.list == entry.list && $0.index == entry.index && $0.firstLemma == entry.firstLemma
    }
    guard let node else { return nil }
    let edge = engine.program.gazetteer.orderedEdges[
      Int(engine.program.gazetteer.entryNodes[node]) - 1
    ]
    return Array(engine.program.symbols.spelling(edge.code >> 1))
  }

  // MARK: Annotations

  /// Whether what stands after `&` holds of an annotation.
  func holds(_ predicate: PredicateSyntax?, of annotation: Annotation) -> Bool {
    guard let predicate else { return true }
    switch predicate.kind {
    case .or(let parts): return parts.contains { holds($0, of: annotation) }
    case .and(let parts):
      // Case, number and gender are asked of one cell.
      var cells = annotation.cells
      for part in parts {
        if let wanted = Self.cells(of: part) {
          cells.formIntersection(wanted)
        } else if !holds(part, of: annotation) {
          return false
        }
      }
      return !cells.isEmpty
    case .not(let part): return !holds(part, of: annotation)
    case .group(let part): return holds(part, of: annotation)
    case .length(let range): return range.contains(inner(annotation).count)
    default: break
    }
    if let wanted = Self.cells(of: predicate) { return !annotation.cells.isDisjoint(with: wanted) }
    let token: Int
    switch predicate.kind {
    case .lemma, .list: token = annotation.head
    case .flag(let name) where ["noun", "adj", "verb", "prep"].contains(name.text):
      token = annotation.head
    case .flag(let name) where ["bos", "bop"].contains(name.text): token = annotation.start
    default: token = inner(annotation).lowerBound
    }
    return token < engine.document.tokens.count && readings(of: token, passing: predicate) != nil
  }

  /// The tokens of an annotation, without the marks of a quotation or bracket.
  private func inner(_ annotation: Annotation) -> Range<Int> {
    let name = engine.program.annotationTypes[annotation.type]
    return name == "Quoted" || name == "Bracketed"
      ? annotation.start + 1..<annotation.end - 1 : annotation.start..<annotation.end
  }

  private static func cells(of predicate: PredicateSyntax) -> Cells? {
    guard case .flag(let name) = predicate.kind else { return nil }
    let cells: [String: Cells] = [
      "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative,
      "ins": .instrumental, "loc": .locative, "sg": .singular, "pl": .plural,
      "masc": .masculine, "fem": .feminine, "neut": .neuter,
    ]
    return cells[name.text]
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
    case "pron": return grammemes.contains(.pronoun)
    case "short": return !grammemes.isDisjoint(with: [.shortAdjective, .shortParticiple])
    case "past": return grammemes.contains(.past)
    case "p1": return grammemes.contains(.firstPerson)
    case "p3": return grammemes.contains(.thirdPerson)
    case "bos": return holds("bos", at: token)
    case "bop": return holds("bop", at: token)
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
