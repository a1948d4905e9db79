import FactExtraction
import StandardRules
import TextEngine

/// A rule program that has no faults, with its dictionary.
struct RunnableRules: Sendable {
  let program: RuleProgram
  let dictionary: MorphDictionary
  /// What stands for the rules and the dictionary: others have another.
  let fingerprint: UInt64

  /// Takes what is built in as it was stored, or compiles what the options name.
  ///
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read or a rule is faulty.
  static func load(_ options: RuleOptions) throws(CommandFailure) -> RunnableRules {
    try load(rules: options.rules, lexicon: options.lexicon)
  }

  /// Takes what is built in as it was stored, or compiles the rules of a folder.
  ///
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read or a rule is faulty.
  static func load(rules: String?, lexicon: String?) throws(CommandFailure) -> RunnableRules {
    if rules == nil, lexicon == nil, let program = StandardRules.storedProgram {
      return RunnableRules(
        program: program,
        dictionary: StandardLexicon.dictionary,
        fingerprint: StandardRules.sourceKey
      )
    }
    return try LoadedRules.load(rules: rules, lexicon: lexicon).runnable
  }

  /// An extractor of its own for a worker.
  ///
  /// - Throws: `CommandFailure` with status 2 where ICU refuses the break rules.
  func makeExtractor() throws(CommandFailure) -> Extractor {
    do throws(TokenizerError) {
      return try Extractor(program: program, dictionary: dictionary)
    } catch {
      throw .usage("\(error)")
    }
  }
}
