/// A program as bytes, from which it is had again many times faster than by compiling the rules.
extension RuleProgram {
  /// Counts up with each change of the layout or of what the compiler makes of a rule.
  ///
  /// On a machine that begins numbers with their high byte it is another, as arrays are stored as they lie in memory.
  private static let version = UInt64(26).littleEndian

  /// The program as bytes, with `key` before them: what it was made from.
  ///
  /// The same program gives the same bytes.
  public func stored(key: UInt64) -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.version)
    writer.write(key)
    writer.write(bytes: tokenRules)
    writer.write(BreakIterator.version)
    writer.write(bytes: (try? Tokenizer(rules: tokenRules.span).compiledGrammar) ?? [])
    writer.write(words)
    writer.write(symbols)
    writer.write(gazetteer)
    writer.write(lists)
    writer.write(deferredTests)
    writer.write(deferredPhraseTests)
    writer.write(annotationTypes)
    writer.write(schemas)
    writer.write(rules)
    writer.write(phases)
    writer.write(numeralList)
    writer.write(numeralEndings)
    // What was stored without the instructions of its rules has its tables.
    (tables.code == nil ? EngineTables(self) : tables).store(in: &writer)
    return writer.bytes
  }

  /// Reads a program that was stored under `key`; nil for bytes of another version, of another key, or of no program.
  ///
  /// - Parameter isEmbedded: Whether the bytes are part of the program's own file. Of such, what is large is not copied,
  ///   and what it names is trusted to be there.
  public init?(stored bytes: UnsafeRawBufferPointer, key: UInt64, isEmbedded: Bool = false) {
    var reader = BinaryReader(bytes, isEmbedded: isEmbedded)
    do throws(BinaryFault) {
      guard try reader.number() == Self.version, try reader.number() == key else { return nil }
      self.init()
      try read(from: &reader)
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }

  /// The break rules that a stored program has, as ICU compiled them; nil if they are others than `rules`, or another ICU
  /// compiled them.
  public static func grammar(of rules: [UInt8], stored bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var reader = BinaryReader(bytes)
    do throws(BinaryFault) {
      guard try reader.number() == Self.version else { return nil }
      _ = try reader.number()
      guard try reader.byteRun().elementsEqual(rules),
        try reader.number() == BreakIterator.version
      else { return nil }
      return Array(try reader.byteRun())
    } catch {
      return nil
    }
  }

  private mutating func read(from reader: inout BinaryReader) throws(BinaryFault) {
    tokenRules = Array(try reader.byteRun())
    let grammarVersion = try reader.number()
    let grammar = try reader.byteRun()
    // What another ICU compiled is not this one's to run.
    if grammarVersion == BreakIterator.version { compiledTokenRules = Array(grammar) }
    words = try reader.read()
    symbols = try reader.read()
    gazetteer = try reader.read()
    lists = try reader.read()
    deferredTests = try reader.read()
    deferredPhraseTests = try reader.read()
    annotationTypes = try reader.read()
    schemas = try reader.read()
    rules = try reader.read()
    phases = try reader.read()
    numeralList = try reader.read()
    numeralEndings = try reader.read()
    // The last, as a program that changes loses them.
    tables = try EngineTables(from: &reader, of: self)
  }
}

extension RuleList: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(features)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(name: try reader.read(), features: try reader.read())
  }
}

extension CompiledPhase: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(window == .paragraph)
    writer.write(rules.lowerBound)
    writer.write(rules.upperBound)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let name: String = try reader.read()
    let window: Window = try reader.read(Bool.self) ? .paragraph : .sentence
    let (lower, upper) = (try reader.read(Int.self), try reader.read(Int.self))
    guard lower <= upper else { throw BinaryFault() }
    self.init(name: name, window: window, rules: lower..<upper)
  }
}
