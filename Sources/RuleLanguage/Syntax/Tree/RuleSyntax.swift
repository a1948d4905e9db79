/// A named pattern that rules share: `def year = y:[int 1000..2100] ('год' | "г" "."?)?`.
public struct DefinitionSyntax: Equatable, Sendable {
  /// The name.
  public var name: NameSyntax
  /// What the name stands for.
  public var pattern: PatternSyntax

  /// Makes a definition.
  public init(name: NameSyntax, pattern: PatternSyntax) {
    self.name = name
    self.pattern = pattern
  }
}

/// A phase: the rules after it, up to the next, run together.
public struct PhaseSyntax: Equatable, Sendable {
  /// The stretch of text in which a phase's rules look for matches.
  public enum Window: String, CaseIterable, Sendable {
    /// One sentence, which is the default.
    case sentence
    /// One paragraph.
    case paragraph
  }

  /// The name.
  public var name: NameSyntax
  /// The window, or nil where none is written.
  public var window: Window?
  /// Where the window's name stands.
  public var windowRange: SourceRange?

  /// Makes a phase.
  public init(name: NameSyntax, window: Window?, windowRange: SourceRange?) {
    self.name = name
    self.window = window
    self.windowRange = windowRange
  }
}

/// A rule, or a block or narrowing, which have no fact.
public struct RuleSyntax: Equatable, Sendable {
  /// The name.
  public var name: NameSyntax
  /// Whether it narrows the readings of what it takes: it is a `narrow`.
  public var narrows: Bool
  /// The fact kind that it emits; nil for a block, and for a rule whose kind is missing (a fault).
  public var fact: NameSyntax?
  /// The phase it stands under; nil where it stands under none (a fault).
  public var phase: NameSyntax?
  /// Its clauses, in order; those that could not be read are missing.
  public var clauses: [ClauseSyntax]
  /// Whether some part of it could not be read, so that what it seems to lack may be there.
  public var isIncomplete: Bool

  /// Makes a rule.
  public init(
    name: NameSyntax,
    narrows: Bool = false,
    fact: NameSyntax?,
    phase: NameSyntax?,
    clauses: [ClauseSyntax],
    isIncomplete: Bool = false
  ) {
    self.name = name
    self.narrows = narrows
    self.fact = fact
    self.phase = phase
    self.clauses = clauses
    self.isIncomplete = isIncomplete
  }
}
