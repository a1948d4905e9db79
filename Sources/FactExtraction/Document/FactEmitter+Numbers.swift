import TextEngine

extension FactEmitter {
  /// The number of a token of digits with a decimal part: «1,2».
  func writtenNumber(_ range: Range<Int>) -> Value? {
    guard range.count == 1, engine.has(.number, range.lowerBound) else { return nil }
    let digits = bytes(of: range.lowerBound).map {
      $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0
    }
    return ExactDecimal(String(decoding: digits, as: UTF8.self)).map { .field(.decimal($0)) }
  }

  /// The first digits of a token, with the fraction of a word: 1.5 of «1,5-годовалый», 12 of «12.05.2024».
  func leadingNumber(_ range: Range<Int>) -> Value {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let token = bytes(of: range.lowerBound).drop { !isDigit($0) }
    var digits = Array(token.prefix(while: isDigit))
    // «1,5-годовалый» has a fraction, «12.05.2024» and «7,8,9-го» have not.
    let rest = token.dropFirst(digits.count)
    if let mark = rest.first, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      let behind = rest.dropFirst(1 + fraction.count)
      if !fraction.isEmpty, let next = behind.first, "-%".utf8.contains(next) || next >= 0x80,
        !behind.contains(where: isDigit)
      {
        digits += [UInt8(ascii: ".")] + fraction
      }
    }
    guard !digits.isEmpty, let number = ExactDecimal(String(decoding: digits, as: UTF8.self))
    else { return .none }
    return .field(.decimal(number))
  }

  private func bytes(of token: Int) -> ArraySlice<UInt8> {
    let span = engine.span(of: token..<(token + 1))
    return engine.text.bytes[span.start..<span.end]
  }
}
