/// Where the instructions of a compiled pattern come from.
public struct PatternOrigin: Sendable {
  /// One of several alternatives, `A` or `B` of `A | B`.
  public struct Alternative: Sendable {
    /// The place of its first instruction.
    public var start: Int
    /// Where it is written; an alternative of a definition is written once and compiled at every use.
    public var range: SourceRange
    /// Whether it is no more than quoted words: `"года"` or `'год'`.
    public var isWord: Bool
  }

  /// A definition's name that stands in the pattern, with the instructions that it was made into.
  public struct Use: Sendable {
    /// The definition.
    public var name: String
    /// Its instructions here.
    public var places: Range<Int>
  }

  /// The part of the pattern that each instruction was made from.
  public var instructions: [SourceRange] = []
  /// All alternatives, outer ones before those inside them.
  public var alternatives: [Alternative] = []

  /// The uses of definitions, inner ones before those around them.
  public var uses: [Use] = []

  /// Makes the origin of no instructions.
  public init() {}
}
