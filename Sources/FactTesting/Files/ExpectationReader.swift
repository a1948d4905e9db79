/// Reads a line below `--` piece by piece: `1 number value=5 unit.lemma="рубль"`.
struct ExpectationReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ line: String) {
    scalars = Array(line.unicodeScalars)
    skipBlanks()
  }

  /// The column of what comes next, from 1.
  var column: Int { index + 1 }
  /// Whether nothing is left.
  var isAtEnd: Bool { index >= scalars.count }

  /// Reads what stands up to the next blank as a number.
  mutating func number() -> Int? { Int(word()) }

  /// Reads what stands up to the next blank.
  mutating func word() -> String {
    let start = index
    while !isAtEnd, !Self.isBlank(scalars[index]) { index += 1 }
    defer { skipBlanks() }
    return string(start..<index)
  }

  /// Reads `name=value` or `name="value"`; a bare `null` is nil.
  mutating func field() -> (name: String, value: String?)? {
    let start = index
    while !isAtEnd, scalars[index] != "=", !Self.isBlank(scalars[index]) { index += 1 }
    guard !isAtEnd, scalars[index] == "=", index > start else { return nil }
    let name = string(start..<index)
    index += 1
    guard !isAtEnd else { return nil }
    guard scalars[index] == "\"" else {
      let value = word()
      guard !value.isEmpty, !value.unicodeScalars.contains("\"") else { return nil }
      return (name, value == "null" ? nil : value)
    }
    index += 1
    var value = String.UnicodeScalarView()
    while !isAtEnd, scalars[index] != "\"" {
      let isEscape = scalars[index] == "\\" && index + 1 < scalars.count
      if isEscape { index += 1 }
      value.append(scalars[index])
      index += 1
    }
    guard !isAtEnd else { return nil }
    index += 1
    guard isAtEnd || Self.isBlank(scalars[index]) else { return nil }
    skipBlanks()
    return (name, String(value))
  }

  private mutating func skipBlanks() {
    while !isAtEnd, Self.isBlank(scalars[index]) { index += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
