import CStandardRules
public import FactExtraction
public import RuleLanguage
public import TextEngine

/// The rules that come with the library, embedded in the binary as they stand in `Rules/`.
public enum StandardRules {
  /// The files, with paths that start with `Rules/`.
  public static var sources: [RuleSource] {
    guard let files = svodka_rule_files() else { return [] }
    return (0..<svodka_rule_file_count()).compactMap { index in
      let file = files[index]
      guard let path = file.path, let bytes = file.bytes else { return nil }
      return RuleSource(
        path: "Rules/" + String(cString: path),
        bytes: Array(UnsafeBufferPointer(start: bytes, count: file.count))
      )
    }
  }

  /// Compiles the rules.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public static func compile(
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> RuleCompiler.Result {
    try RuleCompiler.compile(sources, dictionary: dictionary)
  }
}

extension Extractor {
  /// An extractor with the embedded rules and lexicon; it needs no file beside the binary.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public static func standard() throws(TokenizerError) -> Extractor {
    let dictionary = StandardLexicon.dictionary
    let compiled = try StandardRules.compile(dictionary: dictionary)
    return try Extractor(program: compiled.program, dictionary: dictionary)
  }
}
