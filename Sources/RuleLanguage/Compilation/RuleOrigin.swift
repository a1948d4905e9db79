/// Where a compiled rule and its parts stand in the rule files, for what explains rules to people.
///
/// The compiled rule itself holds no places: they are not needed to run it, and are not stored with it.
public struct RuleOrigin: Sendable {
  /// The rule's name.
  public var name: SourceRange
  /// The rule's pattern.
  public var pattern: PatternOrigin
  /// The patterns of its contexts, in the order of the compiled rule's.
  public var contexts: [PatternOrigin] = []
  /// The conditions, in the order of the compiled rule's.
  public var conditions: [SourceRange] = []
  /// The types of annotation that must not cover a match, in the order of the compiled rule's.
  public var notInside: [SourceRange] = []

  /// Makes the origin of a rule.
  public init(name: SourceRange, pattern: PatternOrigin) {
    self.name = name
    self.pattern = pattern
  }
}
