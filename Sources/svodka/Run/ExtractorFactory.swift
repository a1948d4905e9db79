import FactExtraction
import RuleLanguage
import TextEngine

/// Puts rules, lexicon and options together into extractors.
enum ExtractorFactory {
  /// Compiles the rules and gives what makes an extractor for each worker.
  ///
  /// - Throws: `CommandFailure` with status 2 where the rules or the options are faulty.
  static func make(
    rules: RuleOptions,
    kinds: String?,
    offsets: OffsetUnit
  ) throws(CommandFailure) -> @Sendable () -> DocumentWorker.Extract {
    let loaded = try LoadedRules.load(rules)
    let known = loaded.compiled.program.schemas.map(\.name)
    let wanted = kinds.map { Set($0.split(separator: ",").map(String.init)) }
    if let wrong = wanted?.sorted().first(where: { !known.contains($0) }) {
      throw .usage("there is no kind `\(wrong)`; there are \(known.joined(separator: ", "))")
    }
    // The break rules are compiled once more for each worker; here they are known to be right.
    _ = try extractor(loaded)
    let writer = FactWriter(program: loaded.compiled.program, unit: offsets, kinds: wanted)
    return {
      let extractor = try? extractor(loaded)
      return { document, json in
        let found = extractor?.extract(document) ?? ExtractedDocument()
        writer.write(found, of: document, to: &json)
      }
    }
  }

  private static func extractor(_ loaded: LoadedRules) throws(CommandFailure) -> Extractor {
    do throws(TokenizerError) {
      return try Extractor(program: loaded.compiled.program, dictionary: loaded.dictionary)
    } catch {
      throw .usage("\(error)")
    }
  }
}
