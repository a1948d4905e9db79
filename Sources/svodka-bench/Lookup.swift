import FactExtraction
import StandardRules
import TextEngine

/// Measures how long it takes to look up a word: `svodka-bench --lookup PATH …`.
///
/// The paths are those of `svodka-bench PATH …`. Their distinct words are looked up in the dictionary, and those that
/// it lacks are guessed; then an engine takes them up for the first time, with all that it keeps of a form, and once more, when
/// it finds the form and compares its spelling: each distinct word once, which no cache of the processor helps, and every token
/// of the texts in their order, as a batch asks. Of each the least processor time of several rounds counts.
enum Lookup {
  private static let rounds = 9

  /// A word as the dictionary is asked for it.
  private struct Word {
    var folded: [UInt8]
    var isCapitalised: Bool
  }

  /// Prints the times for the words of some documents.
  static func run(_ documents: [Document]) throws {
    let extractor = try Extractor.standard()
    let tokenRules = extractor.program.tokenRules
    let tokenizer = try Tokenizer(rules: tokenRules.span)
    let spellings = distinctWords(documents, tokenizer)
    let words = spellings.map { spelling in
      Word(folded: folded(spelling), isCapitalised: isCapitalised(spelling))
    }
    let dictionary = StandardLexicon.dictionary
    var (known, unknown): ([Word], [Word]) = ([], [])
    var analyses: [Analysis] = []
    for word in words {
      analyses.removeAll(keepingCapacity: true)
      if dictionary.appendAnalyses(of: word.folded.span, to: &analyses) > 0 {
        known.append(word)
      } else {
        unknown.append(word)
      }
    }
    print("\(spellings.count) distinct words, \(unknown.count) of them not in the dictionary")
    let all = least { time(words, dictionary) }
    let found = least { time(known, dictionary) }
    let guessed = least { time(unknown, dictionary) }
    row("dictionary, readings of all", all, words.count)
    row("dictionary, of the known ones", found, known.count)
    row("dictionary, of the guessed ones", guessed, unknown.count)

    let text = try SourceText(validating: Array(spellings.joined(separator: [0x0A])))
    var tokens = TokenTable()
    tokenizer.tokenize(text, into: &tokens)
    var running = TokenTable()
    let texts = documents.map(\.text.bytes).joined(separator: [0x0A])
    let documentsText = try SourceText(validating: Array(texts))
    tokenizer.tokenize(documentsText, into: &running)
    var (first, again, inText) = (Double.infinity, Double.infinity, Double.infinity)
    for _ in 0..<rounds {
      let engine = try Extractor.standard().engine
      var watch = Stopwatch()
      engine.lookUp(tokens, in: text)
      first = min(first, watch.seconds)
      watch = Stopwatch()
      engine.lookUp(tokens, in: text)
      again = min(again, watch.seconds)
      engine.lookUp(running, in: documentsText)
      watch = Stopwatch()
      engine.lookUp(running, in: documentsText)
      inText = min(inText, watch.seconds)
    }
    row("engine, a form for the first time", first, tokens.count)
    row("engine, a form that it has", again, tokens.count)
    row("engine, tokens of running text", inText, running.count)
  }

  private static func time(_ words: [Word], _ dictionary: MorphDictionary) -> Double {
    var analyses: [Analysis] = []
    let watch = Stopwatch()
    for word in words {
      analyses.removeAll(keepingCapacity: true)
      if dictionary.appendAnalyses(of: word.folded.span, to: &analyses) == 0 {
        _ = dictionary.appendGuesses(
          of: word.folded.span,
          capitalised: word.isCapitalised,
          to: &analyses
        )
      }
    }
    return watch.seconds
  }

  private static func least(_ measure: () -> Double) -> Double {
    (0..<rounds).reduce(Double.infinity) { least, _ in min(least, measure()) }
  }

  /// The spellings of Cyrillic words, in the order in which they come first.
  private static func distinctWords(_ documents: [Document], _ tokenizer: Tokenizer) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    var words: [[UInt8]] = []
    var tokens = TokenTable()
    for document in documents {
      tokenizer.tokenize(document.text, into: &tokens)
      for token in 0..<tokens.count where tokens.kinds[token] == .word {
        let span = tokens.span(token)
        let word = Array(document.text.bytes[span.start..<span.end])
        if word[0] & 0xFC == 0xD0, seen.insert(word).inserted { words.append(word) }
      }
    }
    return words
  }

  private static func folded(_ word: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.appendFolded(word.span, keepingYo: true, to: &folded)
    return folded
  }

  private static func isCapitalised(_ word: [UInt8]) -> Bool {
    String(decoding: word, as: UTF8.self).first?.isUppercase == true
  }

  private static func row(_ title: String, _ seconds: Double, _ count: Int) {
    let nanoseconds = seconds / Double(max(count, 1)) * 1e9
    Table.row(title, ["\(count)", Table.decimal(nanoseconds, 1)], note: ["ns each"])
  }
}
