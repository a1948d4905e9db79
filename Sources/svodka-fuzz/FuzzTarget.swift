import FactExtraction
import RuleLanguage
import StandardRules
import TextEngine

/// What is fed with bytes that nobody has looked at; each must take any bytes and give an answer or an error.
///
/// A promise that does not hold ends the process, as an unchecked index would, so that the fuzzer keeps the bytes.
enum FuzzTarget: String, CaseIterable {
  /// One line of JSON Lines.
  case record
  /// A file of rules.
  case rules
  /// A text cut into tokens and sentences.
  case tokens
  /// A text from bytes to facts as JSON.
  case extraction
  /// A file of any format and encoding, compressed or not.
  case input

  /// Makes what the target's runs share, and gives one run.
  func prepared() throws -> ([UInt8]) -> Void {
    switch self {
    case .record: return Self.readRecord
    case .rules: return Self.rules()
    case .tokens: return try Self.tokens()
    case .extraction: return try Self.extraction()
    case .input:
      let target = InputTarget()
      return { target.run($0) }
    }
  }

  private static func readRecord(_ bytes: [UInt8]) {
    var reader = RecordReader()
    var json = JSONWriter()
    do throws(RejectedRecord) {
      let document = try reader.read(bytes.span)
      // A record that was read has a text, which is UTF-8.
      precondition(UTF8Validation.firstFault(in: document.text.bytes.span) == nil)
    } catch {
      json.errorRecord(id: error.id, file: nil, line: 1, fault: error.fault)
      checkLine(json.bytes)
    }
  }

  private static func rules() -> ([UInt8]) -> Void {
    let tokens = StandardRules.sources.filter { $0.path.hasSuffix("tokens.rbbi") }
    return { bytes in
      let sources = [RuleSource(path: "Rules/fuzz.rules", bytes: bytes)] + tokens
      guard
        let compiled = try? RuleCompiler.check(sources, dictionary: StandardLexicon.dictionary)
      else {
        precondition(false, "the shipped break rules are fine")
        return
      }
      let shown = DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
      precondition(compiled.diagnostics.isEmpty == shown.isEmpty)
      guard !compiled.diagnostics.hasErrors else { return }
      let extractor = try? Extractor(
        program: compiled.program,
        dictionary: StandardLexicon.dictionary
      )
      // Any text will do; that of the rules has all kinds of tokens.
      _ = extractor?.extract(Document(text: SourceText(validUTF8: bytes)))
    }
  }

  private static func tokens() throws -> ([UInt8]) -> Void {
    let program = try Extractor.standard().program
    let tokenizer = try Tokenizer(rules: program.tokenRules.span)
    return { bytes in
      guard let text = try? SourceText(validating: bytes) else { return }
      var table = TokenTable()
      tokenizer.tokenize(text, into: &table)
      var end = 0
      for token in 0..<table.count {
        let span = table.span(token)
        precondition(span.start >= end && span.end > span.start && span.end <= bytes.count)
        end = span.end
      }
    }
  }

  private static func extraction() throws -> ([UInt8]) -> Void {
    let extractor = try Extractor.standard()
    let writer = FactWriter(program: extractor.program)
    return { bytes in
      guard let text = try? SourceText(validating: bytes) else { return }
      let document = Document(text: text)
      var lines: [[UInt8]] = []
      for _ in 0..<2 {
        var json = JSONWriter()
        let found = extractor.extract(document)
        for fact in found.facts {
          precondition(fact.span.start < fact.span.end && fact.span.end <= bytes.count)
        }
        writer.write(found, of: document, to: &json)
        checkLine(json.bytes)
        lines.append(json.bytes)
      }
      // What is known of a text from before changes nothing.
      precondition(lines.first == lines.last)
    }
  }

  /// Whether bytes are one line of UTF-8.
  private static func checkLine(_ bytes: [UInt8]) {
    precondition(bytes.last == 0x0A && lineCount(bytes) == 1)
  }

  /// How many lines bytes are, which must be UTF-8.
  static func lineCount(_ bytes: [UInt8]) -> Int {
    precondition(UTF8Validation.firstFault(in: bytes.span) == nil)
    return bytes.count { $0 == 0x0A }
  }
}
