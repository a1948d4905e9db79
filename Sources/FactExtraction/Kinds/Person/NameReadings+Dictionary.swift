import TextEngine

extension NameReadings {
  /// What a reading of the dictionary is in the nominative.
  private struct Inflected {
    var analysis: Analysis
    /// The sex of the bearer.
    var gender: Cells
    var text: String
    /// The same, folded.
    var key: [UInt8]
    /// What the lists say of it.
    var listed: NameLists.Name
  }

  /// Appends what the dictionary makes of a word; notes in `known` which names it has.
  func appendDictionaryDrafts(
    of word: NameSpelling,
    _ analyses: [Analysis],
    _ part: NamePart?,
    _ known: inout Known,
    to drafts: inout Drafts
  ) {
    var previous: Inflected?
    for analysis in analyses {
      guard let cost = cost(of: analysis.grammemes, part) else { continue }
      let cells = cells(of: analysis.grammemes, part)
      for gender in [Cells.masculine, .feminine] where !cells.isDisjoint(with: gender) {
        if let known = previous, known.gender == gender, !word.hasIe,
          engine.haveOneLexeme(known.analysis, analysis)
        {
          // The other cases of a word have the same nominative.
        } else {
          previous = nominative(of: word, analysis, gender)
        }
        guard let name = previous else { continue }
        // As a given name «Нельсон» is a man's, though a woman may have it as her family name.
        let isGiven =
          analysis.grammemes.contains(.givenName) || part == .given && name.listed.isOfOneSex
        let reading = NameWord.Reading(
          cells: cells.intersection(gender),
          nominative: name.text,
          cost: cost + (isGiven ? rarity(of: name.listed, gender) : 0),
          source: .analysis(analysis)
        )
        if reading.cost <= NameCost.rareName {
          known.insert(
            Known.Name(key: name.key, cells: reading.cells, otherSexes: otherSexes(name, of: word))
          )
        }
        drafts.append(reading, isListed: name.listed.bearers != nil)
      }
    }
  }

  /// The other sex, where a family name has a form of its own for it: «Петров», «Петрова».
  private func otherSexes(_ name: Inflected, of word: NameSpelling) -> Cells {
    guard name.analysis.grammemes.contains(.surname) else { return [] }
    let other: Cells = name.gender == .masculine ? .feminine : .masculine
    let form = form(of: word, name.analysis, other)
    return form.map { NameSpelling.folded($0) != name.key } ?? false ? other : []
  }

  private func form(of word: NameSpelling, _ analysis: Analysis, _ gender: Cells) -> [UInt8]? {
    let sex: GrammemeSet = gender == .masculine ? .masculine : .feminine
    return engine.form(ofKey: word.key, analysis, sex.union([.nominative, .singular]))
  }

  private func nominative(
    of word: NameSpelling,
    _ analysis: Analysis,
    _ gender: Cells
  ) -> Inflected? {
    guard let form = form(of: word, analysis, gender) else { return nil }
    let key = NameSpelling.folded(form)
    return Inflected(
      analysis: analysis,
      gender: gender,
      text: word.spelling(of: form, key),
      key: key,
      listed: grammar.name(key)
    )
  }

  /// What a given name costs for not being in the lists, or being there for the other sex.
  private func rarity(of name: NameLists.Name, _ gender: Cells) -> Int {
    guard let bearers = name.bearers else { return NameCost.rareName }
    return bearers.isDisjoint(with: gender) ? otherSexCost(name) : 0
  }

  private func cost(of grammemes: GrammemeSet, _ part: NamePart?) -> Int? {
    guard grammemes.contains(.singular), grammemes.isDisjoint(with: [.abbreviation, .initial]),
      !grammemes.isDisjoint(with: [.noun, .adjective])
    else { return nil }
    let tags: [(GrammemeSet, NamePart)] = [
      (.givenName, .given), (.surname, .family), (.patronymic, .patronymic),
    ]
    if let tag = tags.first(where: { grammemes.contains($0.0) }) {
      return part == nil || part == tag.1 ? 0 : NameCost.otherPart
    }
    guard part != .patronymic else { return nil }
    let isThing = grammemes.contains(.inanimate) ? 1 : 0
    return NameCost.commonWord + isThing + (part == .given ? 1 : 0)
  }

  /// The cells of a reading as the name of somebody: «видели Петра Моста», though a bridge is no being.
  private func cells(of grammemes: GrammemeSet, _ part: NamePart?) -> Cells {
    var cells = Cells(grammemes: grammemes)
    let isName = !grammemes.isDisjoint(with: [.givenName, .surname, .patronymic])
    guard !isName, grammemes.contains(.noun) else { return cells }
    if grammemes.contains(.masculine) {
      cells.subtract(.accusative)
      if grammemes.contains(.genitive) { cells.formUnion(.animateAccusative) }
      return cells.intersection(.masculine)
    }
    // A man may be called by a feminine noun: «Богдан Ступка».
    if grammemes.contains(.feminine), part != .given {
      cells.formUnion(Cells(rawValue: (cells.intersection(.feminine).rawValue) >> 1))
      if grammemes.contains(.accusative) {
        cells.formUnion(.animateAccusative.intersection([.masculine, .feminine]))
      }
    }
    return cells.intersection([.masculine, .feminine])
  }
}
