/// An ending of names with the paradigm that its example has.
struct ResolvedExample {
  var ending: [UInt8]
  var paradigm: Int

  /// Looks up the examples; indeclinable names get a paradigm of their own where the dictionary has none.
  ///
  /// - Parameter whole: A dictionary with the same paradigms that has all examples.
  /// - Throws: `DumpError` with the line of an example that is no such word of the dictionary.
  static func resolve(
    _ examples: NameExamples,
    in dump: inout Dump,
    whole: Dump
  ) throws -> [ResolvedExample] {
    var lexemes = whole.lexemeCounts
    return try examples.examples.map { example in
      let paradigm: Int
      if let lemma = example.lemma {
        guard let found = whole.paradigm(ofLemma: lemma, Set(example.tags), lexemes) else {
          throw DumpError(line: example.line, message: "the dictionary has no such example")
        }
        paradigm = found
      } else {
        let wanted = Set(example.tags + ["Fixd", "sing"])
        let found = dump.indeclinable(wanted, without: ["Abbr", "Orgn", "Geox"], lexemes)
        if let found {
          paradigm = found
        } else {
          paradigm = try dump.addIndeclinable(
            ["NOUN", "anim"] + example.tags + ["Sgtm", "Fixd"]
          )
          lexemes.append(0)
        }
      }
      return ResolvedExample(ending: example.ending, paradigm: paradigm)
    }
  }
}
