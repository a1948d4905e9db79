import FactExtraction

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
    return {
      return { document, writer in
        writer.beginRecord(id: document.id, date: document.date, offsets: offsets)
        writer.key("facts")
        writer.beginArray()
        writer.endArray()
        writer.key("entities")
        writer.beginArray()
        writer.endArray()
        writer.diagnostics(document.diagnostics)
        writer.endObject()
        writer.endLine()
      }
    }
  }
}
