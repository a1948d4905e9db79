import RuleLanguage

@testable import TextEngine

/// The conditions of `where` as the reference tells them, for the plain matcher.
struct ReferenceConditions {
  let engine: Engine

  /// Whether a condition holds; it does where one of its labels is not set.
  func holds(_ condition: (name: String, labels: [String]), _ trail: ReferenceTrail) -> Bool {
    let captures = trail.captures
    guard let one = captures[condition.labels[0]]?.first,
      let other = captures[condition.labels[1]]?.first
    else { return true }
    switch condition.name {
    case "sameform": return words(one) == words(other)
    case "differ": return words(one) != words(other)
    case "near":
      let between =
        one.upperBound <= other.lowerBound
        ? one.upperBound..<other.lowerBound
        : other.upperBound <= one.lowerBound ? other.upperBound..<one.lowerBound : 0..<0
      return between.count <= 8
    case "counted": return isCounted(condition.labels[1], by: condition.labels[0], trail, other)
    case "subject":
      return isSubject(condition.labels[0], one, ofVerbIn: other, trail)
    default: return false
    }
  }

  private func words(_ tokens: Range<Int>) -> [[UInt8]] { tokens.map { engine.folded($0) } }

  /// The cells of what a label holds: of the group inside, the group around, the entry or annotation, the first word.
  private func cells(of label: String, _ range: Range<Int>, _ trail: ReferenceTrail) -> Cells {
    let inside = trail.events(of: label)
    for event in inside {
      if case .groupEnd(let cells) = event.kind { return cells }
    }
    var open: [Int] = []
    for event in trail.events {
      switch event.kind {
      case .groupStart: open.append(event.place)
      case .groupEnd(let cells):
        let start = open.removeLast()
        if start <= range.lowerBound, range.upperBound <= event.place { return cells }
      default: break
      }
    }
    for event in inside {
      switch event.kind {
      case .list(let cells): return cells
      case .annotation(let annotation): return annotation.cells
      default: break
      }
    }
    let readings = engine.readings(of: range.lowerBound)
    return readings.isEmpty ? .all : readings.reduce(into: []) { $0.formUnion($1.cells) }
  }

  private func isCounted(
    _ noun: String,
    by numeral: String,
    _ trail: ReferenceTrail,
    _ range: Range<Int>
  ) -> Bool {
    for event in trail.events(of: numeral) {
      guard case .annotation(let annotation) = event.kind else { continue }
      guard engine.program.annotationTypes[annotation.type] == "Num" else { return true }
      let found = engine.document.numerals[annotation.payload]
      let cells = cells(of: noun, range, trail)
      // Figures fill every cell; after them the genitive plural always passes.
      let isGenitivePlural = !cells.isDisjoint(with: Cells.genitive.intersection(.plural))
      return (found.cells == .all && isGenitivePlural)
        || found.government.admits(cells, numeral: found.cells)
    }
    return true
  }

  private func isSubject(
    _ subject: String,
    _ range: Range<Int>,
    ofVerbIn verb: Range<Int>,
    _ trail: ReferenceTrail
  ) -> Bool {
    let nominative = cells(of: subject, range, trail).intersection(.nominative)
    let persons = persons(ofSubject: range)
    let readings = verb.flatMap { engine.readings(of: $0) }.map(\.analysis.grammemes)
    return readings.contains { grammemes in
      guard !grammemes.isDisjoint(with: [.verb, .shortParticiple]),
        !persons.isDisjoint(with: Persons(grammemes: grammemes))
      else { return false }
      // A past tense or a short form has a number and, in the singular, a gender; other forms have a number.
      var cells = nominative
      let parts: [(GrammemeSet, Cells)] = [
        (.singular, .singular), (.plural, .plural), (.masculine, .masculine),
        (.feminine, .feminine), (.neuter, .neuter),
      ]
      for (grammeme, part) in parts where grammemes.contains(grammeme) {
        cells.formIntersection(part)
      }
      return !cells.isEmpty
    }
  }

  /// The persons of the first word that is a pronoun in the nominative in one of its readings; other subjects have all.
  private func persons(ofSubject range: Range<Int>) -> Persons {
    for token in range {
      let readings = engine.readings(of: token).filter { !$0.cells.isDisjoint(with: .nominative) }
      guard readings.contains(where: { $0.analysis.grammemes.contains(.pronoun) }) else { continue }
      return readings.reduce(into: []) {
        let grammemes = $1.analysis.grammemes
        $0.formUnion(grammemes.contains(.pronoun) ? Persons(grammemes: grammemes) : .all)
      }
    }
    return .all
  }
}
