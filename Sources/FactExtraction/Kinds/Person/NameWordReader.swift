import TextEngine

/// Reads what a word can be as a part of a name, from the dictionary and from the models of the rules.
final class NameWordReader {
  private struct Key: Hashable {
    var form: FormID
    var part: NamePart?
  }

  /// The most words that are kept.
  private static let maximumKept = 2_048
  /// The most halves before the last that may change: each of them multiplies the readings, and no name has more.
  private static let maximumHalves = 2

  private let engine: Engine
  private let readings: NameReadings
  // Names come again and again; what is kept changes no result.
  private var kept: [Key: NameWord] = [:]
  /// The age of the forms for which they are kept.
  private var age = 0

  /// Makes a reader for one engine.
  init(engine: Engine, grammar: NameGrammar) {
    self.engine = engine
    readings = NameReadings(engine: engine, grammar: grammar)
  }

  /// What a token can be.
  func word(_ token: Int, _ part: NamePart?) -> NameWord {
    if age != engine.formsAge || kept.count >= Self.maximumKept {
      kept.removeAll(keepingCapacity: true)
      age = engine.formsAge
    }
    let key = Key(form: engine.formID(of: token), part: part)
    if let word = kept[key] { return word }
    let text = text(of: token)
    let word = NameWord(text: text, readings: readings(of: text, part))
    kept[key] = word
    return word
  }

  /// A token as names are written: «КАРА-МУРЗА» is «Кара-Мурза».
  private func text(of token: Int) -> String {
    let text = engine.text(of: token)
    guard engine.has(.upper, token) else { return text }
    return LetterShape.parts(of: text.lowercased()).map(LetterShape.capitalised)
      .joined(separator: "-")
  }

  private func readings(of text: String, _ part: NamePart?) -> [NameWord.Reading] {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return readings.readings(of: text, part) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else {
      return readings.readings(of: text, part)
    }
    var rest = readings.readings(of: last, part)
    let halves = parts.dropLast()
    for half in halves.suffix(Self.maximumHalves).reversed() { rest = joined(half, rest, part) }
    return unchanged(halves.dropLast(Self.maximumHalves), before: rest)
  }

  /// Halves put before the rest that are the same in all cases.
  private func unchanged(
    _ halves: ArraySlice<String>,
    before rest: [NameWord.Reading]
  ) -> [NameWord.Reading] {
    guard !halves.isEmpty else { return rest }
    let text = halves.joined(separator: "-") + "-"
    let sources = halves.map { _ in NameSource.unchanged }
    return rest.map { reading in
      var reading = reading
      reading.nominative = text + reading.nominative
      reading.source = .halves(sources + reading.source.parts)
      return reading
    }
  }

  /// A half of a double name put before what comes after it.
  private func joined(
    _ half: String,
    _ rest: [NameWord.Reading],
    _ part: NamePart?
  ) -> [NameWord.Reading] {
    var joined: [NameWord.Reading] = []
    let isSmall = half.unicodeScalars.first?.properties.isLowercase ?? true
    // «Кара-Мурзы» is no «Кар-Мурза»: a half that only a model reads is doubtful.
    let own = (isSmall ? [] : readings.readings(of: half, part)).map { reading in
      var reading = reading
      if reading.cost > NameCost.rareName { reading.cost += NameCost.model }
      return reading
    }
    let both: Cells = [.masculine, .feminine]
    let unchanged = NameWord.Reading(
      cells: both,
      nominative: half,
      cost: isSmall ? 0 : NameCost.unchangedHalf,
      source: .unchanged
    )
    for reading in rest {
      for first in own + [unchanged] {
        let cells = first.cells.intersection(reading.cells)
        guard !cells.isEmpty else { continue }
        joined.append(
          NameWord.Reading(
            cells: cells,
            nominative: first.nominative + "-" + reading.nominative,
            cost: first.cost + reading.cost,
            source: .halves(first.source.parts + reading.source.parts)
          )
        )
      }
    }
    return joined
  }
}
