/// What a form must have to pass a test, as far as a few bits can say it: most forms fail most tests by them alone.
struct TestNeeds: BitwiseCopyable {
  /// Two sets of shapes of each of which the form has one; 0 asks for nothing.
  private var shapes: (UInt64, UInt64) = (0, 0)
  /// Shapes that the form has not.
  private var forbidden: UInt64 = 0
  /// Two sets of grammemes of each of which its readings have one; 0 asks for nothing.
  private var grammemes: (UInt128, UInt128) = (0, 0)

  /// Finds what a test needs.
  init(_ test: TokenTest) {
    switch test {
    case .shape(let shape): shapes.0 = shape.rawValue
    case .integer: shapes.0 = WordShape.digits.rawValue
    case .grammemes(let wanted): grammemes.0 = wanted.rawValue
    case .not(.shape(let shape)): forbidden = shape.rawValue
    case .all(let parts):
      for part in parts { add(TestNeeds(part)) }
    case .any(let parts):
      let all = parts.map { TestNeeds($0) }
      shapes.0 = Self.union(all.map(\.shapes.0))
      grammemes.0 = Self.union(all.map(\.grammemes.0))
      forbidden = all.dropFirst().reduce(all.first?.forbidden ?? 0) { $0 & $1.forbidden }
    default: break
    }
  }

  /// Whether a form that has these can pass.
  @inline(__always)
  func allow(_ shape: WordShape, _ found: GrammemeSet) -> Bool {
    let (shape, found) = (shape.rawValue, found.rawValue)
    return forbidden & shape == 0
      && (shapes.0 == 0 || shapes.0 & shape != 0)
      && (grammemes.0 == 0 || grammemes.0 & found != 0)
      && (grammemes.1 == 0 || grammemes.1 & found != 0)
      && (shapes.1 == 0 || shapes.1 & shape != 0)
  }

  /// Adds what another part of a test needs; of more than two sets those that fewest forms have are kept.
  private mutating func add(_ other: TestNeeds) {
    forbidden |= other.forbidden
    shapes = Self.rarest([shapes.0, shapes.1, other.shapes.0, other.shapes.1])
    grammemes = Self.rarest([
      grammemes.0, grammemes.1, other.grammemes.0, other.grammemes.1,
    ])
  }

  private static func rarest<Bits: FixedWidthInteger>(_ sets: [Bits]) -> (Bits, Bits) {
    var known: [Bits] = []
    for set in sets where set != 0 && !known.contains(set) { known.append(set) }
    known.sort { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    return (known.first ?? 0, known.dropFirst().first ?? 0)
  }

  /// What one of some sets asks for; nothing where one of them asks for nothing.
  private static func union<Bits: FixedWidthInteger>(_ sets: [Bits]) -> Bits {
    sets.contains(0) ? 0 : sets.reduce(0, |)
  }
}
