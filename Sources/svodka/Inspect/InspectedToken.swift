import FactExtraction
import TextEngine

/// A token as the rules see it, for showing.
struct InspectedToken {
  /// One reading of a word.
  struct Reading {
    /// The dictionary form.
    let lemma: String
    /// The grammemes by OpenCorpora's names.
    let grammemes: [String]
    /// Whether the word is not in the dictionary.
    let isGuessed: Bool
  }

  /// The text of the token.
  let text: String
  /// The bytes of the token.
  let span: TextSpan
  /// The name of its kind, such as `word` or `number`.
  let kind: String
  /// The numbers of its paragraph and its sentence, from 1.
  let (paragraph, sentence): (Int, Int)
  /// The readings, the more frequent ones first.
  let readings: [Reading]
  /// The lists with an entry that starts here.
  let lists: [String]
}

extension InspectedToken {
  /// The tokens of the document that the extractor took up last.
  static func tokens(of engine: Engine) -> [InspectedToken] {
    let table = engine.document.tokens
    var (paragraph, sentence) = (0, 0)
    return (0..<table.count).map { token in
      if table.flags[token].contains(.paragraphStart) { paragraph += 1 }
      if table.flags[token].contains(.sentenceStart) { sentence += 1 }
      let lists = engine.listMatches(at: token).map { match in
        engine.program.lists[Int(engine.document.listMatches[match].list)].name
      }
      return InspectedToken(
        text: engine.text(of: token),
        span: table.span(token),
        kind: "\(table.kinds[token])",
        paragraph: paragraph,
        sentence: sentence,
        readings: readings(of: token, engine),
        lists: Array(Set(lists)).sorted()
      )
    }
  }

  private static func readings(of token: Int, _ engine: Engine) -> [Reading] {
    engine.readings(of: token).map { reading in
      let names = GrammemeSet.names.enumerated().filter { bit, _ in
        reading.analysis.grammemes.contains(.bit(bit))
      }
      return Reading(
        lemma: engine.lemma(of: token, reading.analysis),
        grammemes: names.map(\.element),
        isGuessed: reading.analysis.isGuessed
      )
    }
  }
}
