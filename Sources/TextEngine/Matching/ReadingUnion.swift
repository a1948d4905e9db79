/// What some readings of a token have together, for questions that no single reading answers.
///
///     «стекла»: the genitive of «стекло» and the past of «стечь»
///     // some of them is a noun, some is a verb, none is an adverb
public struct ReadingUnion: Sendable, BitwiseCopyable {
  /// How many readings there are.
  public private(set) var count = 0
  /// The grammemes that at least one of them has.
  public private(set) var some: GrammemeSet = []
  /// The grammemes that each of them has; none where there are no readings.
  public private(set) var common: GrammemeSet = []
  /// The cells in which at least one of them can stand.
  public private(set) var cells: Cells = []

  /// Whether there are no readings.
  public var isEmpty: Bool { count == 0 }

  /// Takes in a reading.
  mutating func add(_ grammemes: GrammemeSet, _ cells: Cells) {
    common = count == 0 ? grammemes : common.intersection(grammemes)
    some.formUnion(grammemes)
    self.cells.formUnion(cells)
    count += 1
  }
}

extension Engine {
  /// What the readings of a token have together: all of them, or those that have one of some grammemes.
  ///
  /// Unlike `readings(of:)` it makes no array.
  public func union(ofReadings token: Int, with wanted: GrammemeSet? = nil) -> ReadingUnion {
    var union = ReadingUnion()
    for index in forms.readingRange(document.forms[token]) {
      let grammemes = forms.readings.grammemes(index)
      if let wanted, grammemes.isDisjoint(with: wanted) { continue }
      union.add(grammemes, forms.readings.cells(index))
    }
    return union
  }
}
