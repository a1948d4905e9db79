import Foundation
import StandardRules
import TextEngine

/// The lists of `Rules/shared/numerals.rules` with the standard lexicon, for tests below the rule language.
struct NumeralWordList {
  private struct Entry {
    var word: String
    var isForm: Bool
    var features: [String: String]
  }

  private var byLemma: [String: [NumeralWord]] = [:]
  private var byForm: [String: [NumeralWord]] = [:]
  private(set) var endings: [NumeralEnding] = []

  static let standard: NumeralWordList = {
    let path = #filePath.components(separatedBy: "/Tests/")[0] + "/Rules/shared/numerals.rules"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      preconditionFailure("no \(path)")
    }
    return NumeralWordList(text)
  }()

  init(_ rules: String) {
    var list = ""
    for line in rules.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.isEmpty || line.hasPrefix("#") || line == "}" { continue }
      if line.hasPrefix("list @") {
        list = String(line.dropFirst(6).prefix { $0 != " " })
        continue
      }
      let entry = Self.entry(line)
      let cells = entry.features["cells"].flatMap { Cells($0) }
      let kind = entry.features["class"] ?? ""
      if list == "numeral_ending" {
        guard let kind = NumeralEnding.Kind(rawValue: kind), let cells else {
          preconditionFailure("not an ending: \(line)")
        }
        endings.append(NumeralEnding(letters: entry.word, kind: kind, cells: cells))
        continue
      }
      guard let kind = NumeralWordKind(rawValue: kind) else { preconditionFailure(line) }
      let value = entry.features["value"].flatMap { ExactDecimal($0) } ?? .zero
      let word = NumeralWord(
        value: value,
        kind: kind,
        cells: cells ?? [],
        standsAlone: entry.features["alone"] != "no"
      )
      let key = entry.word.replacingOccurrences(of: "ё", with: "е")
      if entry.isForm {
        byForm[key, default: []].append(word)
      } else {
        byLemma[key, default: []].append(word)
      }
    }
  }

  private static func entry(_ line: String) -> Entry {
    let halves = line.split(separator: "|", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var features: [String: String] = [:]
    for feature in (halves.last ?? "").components(separatedBy: ", ") {
      let pair = feature.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
      }
      if pair.count == 2 { features[pair[0]] = pair[1] }
    }
    let isForm = line.hasPrefix("=")
    return Entry(
      word: isForm ? String(halves[0].dropFirst()) : halves[0],
      isForm: isForm,
      features: features
    )
  }

  /// The readings of a word as it stands in a text.
  func words(_ text: String) -> [NumeralWord] {
    let form = text.lowercased().replacingOccurrences(of: "ё", with: "е")
    let dictionary = StandardLexicon.dictionary
    var analyses: [Analysis] = []
    _ = dictionary.appendAnalyses(of: form.utf8.span, to: &analyses)
    var result: [NumeralWord] = []
    var byEntry: [String: [GrammemeSet]] = [:]
    for analysis in analyses {
      let lemma = String(
        decoding: dictionary.lemma(of: form.utf8.span, analysis),
        as: UTF8.self
      ).replacingOccurrences(of: "ё", with: "е")
      if byLemma[lemma] != nil { byEntry[lemma, default: []].append(analysis.grammemes) }
    }
    for (lemma, grammemes) in byEntry.sorted(by: { $0.key < $1.key }) {
      for var word in byLemma[lemma] ?? [] {
        word.cells = NumeralWord.cells(of: grammemes)
        result.append(word)
      }
    }
    for var word in byForm[form] ?? [] {
      if word.cells.isEmpty {
        word.cells =
          analyses.isEmpty ? .all : NumeralWord.cells(of: analyses.map(\.grammemes))
      }
      result.append(word)
    }
    return result
  }

  /// The numerals of a text.
  func numerals(_ text: String) -> (numerals: [Numeral], table: TokenTable) {
    var cache: [String: [NumeralWord]] = [:]
    return numerals(text, cache: &cache)
  }

  /// The numerals of one of many texts, whose words are looked up once.
  func numerals(
    _ text: String,
    cache: inout [String: [NumeralWord]]
  ) -> (numerals: [Numeral], table: TokenTable) {
    let table = PlainTokens.table(text)
    return (numerals(text, table, cache: &cache), table)
  }

  /// The numerals of a text with tokens of any origin.
  func numerals(
    _ text: String,
    _ table: TokenTable,
    cache: inout [String: [NumeralWord]]
  ) -> [Numeral] {
    let source = SourceText(text)
    var result: [Numeral] = []
    NumeralReader(endings: endings).read(
      table: table,
      text: source.bytes.span,
      words: { token in
        let word = source.string(in: table.span(token))
        if let known = cache[word] { return known }
        let found = words(word)
        cache[word] = found
        return found
      },
      into: &result
    )
    return result
  }
}

extension NumeralWord {
  /// The cells of a form with readings of these grammemes.
  fileprivate static func cells(of readings: [GrammemeSet]) -> Cells {
    var cells = FormCells()
    for grammemes in readings { cells.add(Cells(grammemes: grammemes), of: grammemes) }
    return cells.all
  }
}
