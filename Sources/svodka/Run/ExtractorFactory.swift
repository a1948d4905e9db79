import FactExtraction
import Glibc
import RuleLanguage
import TextEngine

/// Puts rules, lexicon and options together into extractors.
struct ExtractorFactory: Sendable {
  /// What stands for the rules and the dictionary: others have another.
  let fingerprint: UInt64
  /// Makes an extractor; each worker has its own.
  let makeExtractor: @Sendable () -> DocumentWorker.Extract

  /// Compiles the rules.
  ///
  /// - Throws: `CommandFailure` with status 2 where the rules or the options are faulty.
  static func make(
    rules: RuleOptions,
    kinds: String?,
    offsets: OffsetUnit
  ) throws(CommandFailure) -> ExtractorFactory {
    let loaded = try RunnableRules.load(rules)
    let known = loaded.program.schemas.map(\.name)
    let wanted = kinds.map { Set($0.split(separator: ",").map(String.init)) }
    if let wrong = wanted?.sorted().first(where: { !known.contains($0) }) {
      throw .usage("there is no kind `\(wrong)`; there are \(known.joined(separator: ", "))")
    }
    let writer = FactWriter(program: loaded.program, unit: offsets, kinds: wanted)
    return ExtractorFactory(fingerprint: loaded.fingerprint) {
      let extractor: Extractor
      do throws(CommandFailure) {
        extractor = try loaded.makeExtractor()
      } catch {
        // Compiling the rules has shown that ICU takes their break rules, so memory has run out. An extractor
        // that finds nothing would be worse than none.
        Console.error(error.message ?? "")
        exit(error.status.rawValue)
      }
      // A process that ends gives back its memory at once. To take the tables of an extractor and its rules apart piece
      // by piece before that would take longer than a short document.
      _ = Unmanaged.passRetained(extractor)
      return { document, json in writer.write(extractor.extract(document), of: document, to: &json)
      }
    }
  }
}
