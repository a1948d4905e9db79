/// Faults in lists, in rule files and in files of tab-separated values.
extension DiagnosticMessage {
  /// An entry without words.
  static var emptyEntry: DiagnosticMessage {
    .init(.error, "R130", "an entry without words", label: "nothing to find in a text")
  }

  /// Something after the features of an entry.
  static func afterFeatures(found: String) -> DiagnosticMessage {
    .init(
      .error,
      "R131",
      "unexpected \(found) in the features of an entry",
      label: "expected `,` or the end of the line",
      help: ["a value is a number, a name or a text in quotation marks: `code = \"km/h\"`"]
    )
  }

  /// A line with more values than columns.
  static func tooManyValues(columns: Int) -> DiagnosticMessage {
    let columnText =
      columns == 0 ? "no `columns`" : "\(columns) column\(columns == 1 ? "" : "s") after the entry"
    return .init(
      .error,
      "R132",
      "a value without a column",
      label: "the list declares \(columnText)"
    )
  }

  /// A file of values that is not valid UTF-8.
  static var listNotUTF8: DiagnosticMessage {
    .init(
      .error,
      "R133",
      "the list is not valid UTF-8",
      label: "this byte belongs to no character",
      help: ["save the file as UTF-8"]
    )
  }

  // MARK: Words of a lexicon

  /// An entry that is no word with an example.
  static var noExample: DiagnosticMessage {
    .init(
      .error,
      "R093",
      "a word without an example",
      label: "expected one word, `like` and another word",
      help: ["an example is a word of the dictionary that is inflected in the same way"]
    )
  }

  /// Something else than `as` behind a word and its example.
  static func lexiconFeature(_ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R094",
      "unknown feature `\(name)` of a word",
      label: "expected `as`",
      help: ["`as = \"surn masc\"` tells which of its readings the example stands for"]
    )
  }

  /// An example that the dictionary lacks.
  static func unknownExample(_ word: String) -> DiagnosticMessage {
    .init(
      .error,
      "R095",
      "the dictionary does not have the example `\(word)`",
      label: "it cannot tell how the word is inflected"
    )
  }

  /// An example that is a form of another word.
  static func exampleIsForm(_ word: String, lemmas: [String]) -> DiagnosticMessage {
    .init(
      .error,
      "R096",
      "the example `\(word)` is not a lemma",
      label: "this is a form of \(lemmas.map { "`\($0)`" }.joined(separator: ", "))",
      help: ["give the first form of both words: the nominative, the infinitive"]
    )
  }

  /// An example with several readings, or with none that is wanted.
  static func openExample(_ word: String, _ choices: [String], isNone: Bool) -> DiagnosticMessage {
    .init(
      .error,
      "R097",
      isNone
        ? "the example `\(word)` has no such reading"
        : "the example `\(word)` has several readings",
      label: choices.map { "`\($0)`" }.joined(separator: ", "),
      help: ["say which one is meant, `as = \"surn masc\"`, or take another example"]
    )
  }

  /// A word that cannot be inflected like its example.
  static func endsOtherwise(_ word: String, like example: String) -> DiagnosticMessage {
    .init(
      .error,
      "R098",
      "`\(word)` does not end like `\(example)`",
      label: "it cannot be inflected in the same way",
      help: ["take an example with the same last letters"]
    )
  }

  /// A word that is inflected so already.
  static func knownWord(_ word: String, like example: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L22",
      "the dictionary has `\(word)` already",
      label: "it is inflected like `\(example)` without this line"
    )
  }
}
