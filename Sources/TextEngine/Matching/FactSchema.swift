/// A kind of fact as `fact NAME { … }` declares it: its fields in the order in which they are printed.
public struct FactSchema: Sendable {
  /// A field.
  public struct Field: Sendable {
    /// The name; a name of several parts is a member of a nested object.
    public var path: [String]
    /// What values it holds.
    public var type: FieldType
    /// Whether every fact has it.
    public var isRequired: Bool
    /// Whether facts with the same value here are one entity.
    public var isKey: Bool
    /// Whether the value is another name of the entity.
    public var isAlias: Bool

    /// Makes a field.
    public init(
      path: [String],
      type: FieldType,
      isRequired: Bool,
      isKey: Bool,
      isAlias: Bool
    ) {
      self.path = path
      self.type = type
      self.isRequired = isRequired
      self.isKey = isKey
      self.isAlias = isAlias
    }

    /// The name with dots, as rules write it.
    public var name: String { path.joined(separator: ".") }

    /// Whether that is the name of the field.
    func isNamed(_ name: String) -> Bool {
      path.count == 1 ? path[0] == name : self.name == name
    }
  }

  /// The kind.
  public var name: String
  /// The fields.
  public var fields: [Field]

  /// Makes a schema.
  public init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// The place of a field by its name with dots.
  public func field(named name: String) -> Int? {
    fields.firstIndex { $0.isNamed(name) }
  }
}

/// What values a field holds.
public enum FieldType: Hashable, Sendable {
  /// A string.
  case text
  /// An exact number.
  case decimal
  /// A date in ISO 8601-2, or null where it is not resolved.
  case date
  /// True or false.
  case bool
  /// A span.
  case span
  /// Several spans.
  case spans
  /// One of the names.
  case choice([String])
  /// The id of another fact.
  case reference([String])
}
