import CICU

extension Tokenizer {
  /// A break iterator, with the rules that it runs on where they are not its own.
  struct OpenedBreaks {
    var breaks: UnsafeMutableRawPointer
    var compiled = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  }

  /// Which ICU can run a compiled grammar.
  static var grammarVersion: UInt64 { UInt64(icu_version()) }

  /// Opens break rules that ICU compiled before; nil where there are none, or ICU does not take them.
  static func open(_ compiled: [UInt8]) -> OpenedBreaks? {
    guard !compiled.isEmpty else { return nil }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: compiled.count)
    _ = copy.initialize(from: compiled)
    var status: Int32 = 0
    let opened = icu_openCompiledRules(copy.baseAddress, Int32(copy.count), &status)
    guard let opened, status <= 0 else {
      if let opened { icu_closeBreaks(opened) }
      copy.deallocate()
      return nil
    }
    return OpenedBreaks(breaks: opened, compiled: copy)
  }

  /// Has ICU compile the break rules of a grammar.
  static func open(_ grammar: TokenGrammar) throws(TokenizerError) -> OpenedBreaks {
    var status: Int32 = 0
    var place = icu_place()
    let opened = grammar.breakRules.withUnsafeBufferPointer {
      icu_openRules($0.baseAddress, Int32(truncatingIfNeeded: $0.count), &place, &status)
    }
    guard let opened, status <= 0 else {
      if let opened { icu_closeBreaks(opened) }
      let name = icu_errorName(status).map { String(cString: $0) } ?? "ICU error"
      throw TokenizerError(message: name, line: Int(place.line), column: Int(place.offset))
    }
    return OpenedBreaks(breaks: opened)
  }

  /// The break rules as this ICU compiled them; empty where it does not give them.
  var compiledGrammar: [UInt8] {
    var status: Int32 = 0
    let count = icu_compiledRules(breaks, nil, 0, &status)
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    status = 0
    let written = bytes.withUnsafeMutableBufferPointer {
      icu_compiledRules(breaks, $0.baseAddress, Int32($0.count), &status)
    }
    return status <= 0 && written == count ? bytes : []
  }
}
