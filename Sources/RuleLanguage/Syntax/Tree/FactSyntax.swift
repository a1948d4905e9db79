/// The schema of a fact kind: `fact number { type: enum(cardinal, ordinal) required  unit.code: text }`.
public struct FactSyntax: Equatable, Sendable {
  /// The kind's name.
  public var name: NameSyntax
  /// Its fields, in order.
  public var fields: [FieldSyntax]
  /// Whether some field could not be read, so that one that seems to be missing may be there.
  public var isIncomplete: Bool

  /// Makes a schema.
  public init(name: NameSyntax, fields: [FieldSyntax], isIncomplete: Bool = false) {
    self.name = name
    self.fields = fields
    self.isIncomplete = isIncomplete
  }
}

/// One field of a fact's schema.
public struct FieldSyntax: Equatable, Sendable {
  /// A field's type.
  public enum FieldType: Equatable, Sendable {
    /// `text`
    case text
    /// `decimal`
    case decimal
    /// `date`
    case date
    /// `bool`
    case bool
    /// `span`
    case span
    /// `spans`
    case spans
    /// `enum(exact, about)`: one of these words.
    case enumeration([NameSyntax])
    /// `ref(person, organisation)`: the id of a fact of one of these kinds.
    case reference([NameSyntax])
  }

  /// A word after the type.
  public enum Modifier: String, CaseIterable, Sendable {
    /// Every fact has the field.
    case required
    /// Facts with equal values of all such fields are one entity.
    case key
    /// The value is another name of the fact's entity.
    case alias
  }

  /// The field's name; `unit.code` has two parts.
  public var path: [NameSyntax]
  /// The field's type.
  public var type: FieldType
  /// Where the type stands.
  public var typeRange: SourceRange
  /// The words after the type, each at most once.
  public var modifiers: [Modifier]
  /// The whole field.
  public var range: SourceRange

  /// Makes a field.
  public init(
    path: [NameSyntax],
    type: FieldType,
    typeRange: SourceRange,
    modifiers: [Modifier],
    range: SourceRange
  ) {
    self.path = path
    self.type = type
    self.typeRange = typeRange
    self.modifiers = modifiers
    self.range = range
  }
}
