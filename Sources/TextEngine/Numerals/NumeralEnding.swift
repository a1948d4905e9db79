/// An ending that is joined to digits by a hyphen: «-й» of «3-й», «-ти» of «5-ти».
public struct NumeralEnding: Hashable, Sendable {
  /// What digits with this ending are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An ordinal: «24-го».
    case ordinal
    /// A cardinal: «5-ти».
    case cardinal
    /// A cardinal after 2, 3 and 4, an ordinal after other digits: «2-х», but «90-х».
    case either
  }

  /// The letters after the hyphen, in lower case.
  public let letters: [UInt8]
  /// What the digits become.
  public let kind: Kind
  /// The cells of the word with this ending.
  public let cells: Cells

  /// Makes an ending.
  public init(letters: String, kind: Kind, cells: Cells) {
    self.letters = Array(letters.utf8)
    self.kind = kind
    self.cells = cells
  }
}
