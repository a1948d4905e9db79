import Synchronization
import Testing

@testable import TextEngine

/// One tokenizer for all tests: compiling its rules takes longer than most of them.
enum SharedTokenizer {
  private static let tokenizer = Mutex<Tokenizer?>(nil)

  /// The table of a text.
  static func tokenize(_ text: SourceText) throws -> TokenTable {
    try tokenizer.withLock { shared in
      let ready = try shared ?? MarkedText.tokenizer()
      shared = ready
      var table = TokenTable()
      ready.tokenize(text, into: &table)
      return table
    }
  }
}
