/// One reading of a word form: its grammemes and its place in a paradigm.
///
/// A form may have several: «министерства» is the genitive singular and the nominative and accusative plural of
/// «министерство». What remains ambiguous stays so: a dictionary may put frequent readings first, but the first one
/// is a guess.
public struct Analysis: Hashable, Sendable, BitwiseCopyable {
  /// The paradigm, a table of suffixes with their grammemes.
  public var paradigm: UInt16
  /// The row of the paradigm that gives this form.
  public var row: UInt16
  /// The grammemes of this reading.
  public var grammemes: GrammemeSet
  /// Whether the form is not in the dictionary and this reading was guessed.
  public var isGuessed: Bool

  /// Makes a reading.
  public init(paradigm: UInt16, row: UInt16, grammemes: GrammemeSet, isGuessed: Bool = false) {
    self.paradigm = paradigm
    self.row = row
    self.grammemes = grammemes
    self.isGuessed = isGuessed
  }
}
