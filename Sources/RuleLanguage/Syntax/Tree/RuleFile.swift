/// What one rule file says: its items, in order.
public struct RuleFile: Equatable, Sendable {
  /// The items, in the order of the file.
  public var items: [ItemSyntax]

  /// Makes a file of items.
  public init(items: [ItemSyntax]) {
    self.items = items
  }
}

/// One item of a rule file.
public struct ItemSyntax: Equatable, Sendable {
  /// What the item declares.
  public enum Kind: Equatable, Sendable {
    /// `language ru`
    case language(NameSyntax)
    /// `cascade number > date > organisation`: the phases, first to last.
    case cascade([NameSyntax])
    /// `use "months.rules"`
    case use(LiteralSyntax)
    /// `fact number { … }`
    case fact(FactSyntax)
    /// `list @currency { … }`
    case list(ListSyntax)
    /// `lexicon { акимат like комитет }`: words that the dictionary lacks; the list has no name of its own.
    case lexicon(ListSyntax)
    /// `def year = …`
    case definition(DefinitionSyntax)
    /// `phase quotation window paragraph`
    case phase(PhaseSyntax)
    /// `rule money -> number { … }`
    case rule(RuleSyntax)
    /// `block street { … }`: a rule that takes words and emits nothing; or `narrow phrase { … }`, which leaves them only
    /// the readings that agree.
    case block(RuleSyntax)
  }

  /// What the item declares.
  public var kind: Kind
  /// The whole item, from its keyword to its end.
  public var range: SourceRange

  /// Makes an item.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
