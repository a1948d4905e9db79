public import TextEngine

/// A rule file's text with the path that messages name.
public struct RuleSource: Hashable, Sendable {
  /// The path as messages show it: `Rules/date/dates.rules`.
  public var path: String
  /// The bytes as they came, valid UTF-8 or not.
  public var bytes: [UInt8]
  /// Whether the source comes from the library that the rule set uses, and not from the set itself.
  ///
  /// Its examples are not the set's to run, and its lints not the set's to mend.
  public var isBuiltIn: Bool
  /// Break rules as this ICU compiled them before, where that is known; empty otherwise.
  public var compiledGrammar: [UInt8] = []

  /// Makes a source of bytes.
  public init(path: String, bytes: [UInt8], isBuiltIn: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isBuiltIn = isBuiltIn
  }

  /// Makes a source of the UTF-8 of a string.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a span, clamped to the source; what is not UTF-8 comes as U+FFFD.
  public func string(in span: TextSpan) -> String {
    let start = max(0, min(span.start, bytes.count))
    let end = max(start, min(span.end, bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// The sources of one rule set; a `SourceRange` names one of them by its index.
public struct RuleSourceSet: Sendable {
  /// The sources.
  public private(set) var sources: [RuleSource]

  /// Makes a set of sources, in this order.
  public init(_ sources: [RuleSource] = []) {
    self.sources = sources
  }

  /// Adds a source and returns its index.
  public mutating func add(_ source: RuleSource) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  /// The source of this index, if there is one.
  public subscript(index: Int) -> RuleSource? {
    sources.indices.contains(index) ? sources[index] : nil
  }

  /// The text of a range.
  public func string(in range: SourceRange) -> String {
    self[range.file]?.string(in: range.span) ?? ""
  }
}
