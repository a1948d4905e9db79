/// The tokens of one document as a structure of arrays, reused from document to document.
///
/// Tokens come in text order and do not overlap; a gap between two holds white space only. Sentences and paragraphs
/// are ranges of tokens that tile the whole table.
public struct TokenTable: Sendable {
  /// The byte offset at which each token starts.
  public var starts: [UInt32] = []
  /// The byte offset after each token.
  public var ends: [UInt32] = []
  /// What each token is.
  public var kinds: [TokenKind] = []
  /// What stands around each token.
  public var flags: [TokenFlags] = []
  /// The index of the first token of each sentence.
  public var sentenceStarts: [UInt32] = []
  /// The index of the first token of each paragraph; each is also the start of a sentence.
  public var paragraphStarts: [UInt32] = []

  /// Makes an empty table.
  public init() {}

  /// The number of tokens.
  @inlinable public var count: Int { starts.count }

  /// The bytes of a token.
  @inlinable
  public func span(_ token: Int) -> TextSpan {
    TextSpan(start: Int(starts[token]), end: Int(ends[token]))
  }

  /// Adds a token after all others.
  mutating func append(start: Int, end: Int, kind: TokenKind, flags: TokenFlags) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    kinds.append(kind)
    self.flags.append(flags)
  }

  /// Takes the last token away, if there is one.
  mutating func removeLast() {
    _ = starts.popLast()
    _ = ends.popLast()
    _ = kinds.popLast()
    _ = flags.popLast()
  }

  /// Starts a paragraph with the first token at or behind an offset, if one does not start there.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  mutating func startParagraph(at offset: Int) {
    guard let first = starts.firstIndex(where: { $0 >= offset }), first > 0 else { return }
    let token = UInt32(truncatingIfNeeded: first)
    if !flags[first].contains(.sentenceStart) { Self.insert(token, into: &sentenceStarts) }
    if !flags[first].contains(.paragraphStart) { Self.insert(token, into: &paragraphStarts) }
    flags[first].formUnion([.sentenceStart, .paragraphStart])
  }

  private static func insert(_ token: UInt32, into starts: inout [UInt32]) {
    starts.insert(token, at: starts.firstIndex { $0 > token } ?? starts.endIndex)
  }

  /// Empties the table and keeps its storage.
  public mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
    paragraphStarts.removeAll(keepingCapacity: true)
  }
}

/// What stands around a token.
public struct TokenFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8
  /// Makes flags of their bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// White space stands before the token, or the text starts with it.
  public static let spaceBefore = TokenFlags(rawValue: 1)
  /// A line break stands before the token, or the text starts with it.
  public static let lineBefore = TokenFlags(rawValue: 2)
  /// The token is the first of its sentence.
  public static let sentenceStart = TokenFlags(rawValue: 4)
  /// The token is the first of its paragraph.
  public static let paragraphStart = TokenFlags(rawValue: 8)

  /// An abbreviation after which the sentence may go on with a name, as in `в 2019 г. Актау рос`.
  static let weakStop = TokenFlags(rawValue: 16)
}
