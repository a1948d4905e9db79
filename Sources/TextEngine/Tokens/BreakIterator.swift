import CICU

/// ICU's break iterator over the rules of a token grammar, which ICU compiles.
///
/// It cuts texts itself only where a `BreakMachine` cannot run what it compiled.
final class BreakIterator {
  private let iterator: UnsafeMutableRawPointer
  /// The compiled rules that the iterator runs on, where ICU did not make them itself.
  private let compiled: UnsafeMutableBufferPointer<UInt8>
  private var buffer = UTF16Buffer()

  /// Which ICU can run compiled rules.
  static var version: UInt64 { UInt64(icu_version()) }

  private init(
    _ iterator: UnsafeMutableRawPointer,
    compiled: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.iterator = iterator
    self.compiled = compiled
  }

  deinit {
    icu_closeBreaks(iterator)
    compiled.deallocate()
  }

  /// Opens break rules that ICU compiled before; nil where there are none, or ICU does not take them.
  convenience init?(compiled: [UInt8]) {
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
    self.init(opened, compiled: copy)
  }

  /// Has ICU compile the break rules of a grammar.
  ///
  /// - Throws: `TokenizerError` with ICU's error, its line and column.
  convenience init(_ grammar: TokenGrammar) throws(TokenizerError) {
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
    self.init(opened, compiled: UnsafeMutableBufferPointer(start: nil, count: 0))
  }

  /// The break rules as this ICU compiled them; empty where it does not give them.
  var compiledRules: [UInt8] {
    var status: Int32 = 0
    let count = icu_compiledRules(iterator, nil, 0, &status)
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    status = 0
    let written = bytes.withUnsafeMutableBufferPointer {
      icu_compiledRules(iterator, $0.baseAddress, Int32($0.count), &status)
    }
    return status <= 0 && written == count ? bytes : []
  }

  /// Calls a function with status, start and end of each piece of some bytes of a text, in text order.
  func forEachPiece(
    _ bytes: Span<UInt8>,
    in range: Range<Int>,
    _ take: (Int32, Int, Int) -> Void
  ) {
    buffer.fill(bytes.extracting(range))
    let count = buffer.count
    let offsets = UnsafeBufferPointer(buffer.offsets)
    var status: Int32 = 0
    icu_setText(iterator, buffer.units.baseAddress, Int32(truncatingIfNeeded: count), &status)
    guard status <= 0 else { return }
    var unit = 0
    var start = range.lowerBound
    while true {
      let next = Int(icu_nextBreak(iterator))
      guard next > unit, next <= count else { break }
      unit = next
      let end = range.lowerBound + Int(offsets[next])
      take(icu_breakStatus(iterator), start, end)
      start = end
    }
  }
}
