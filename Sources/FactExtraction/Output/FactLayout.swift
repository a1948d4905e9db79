import TextEngine

/// The members of a fact's record, in the order in which they are written.
struct FactLayout: Sendable {
  /// A member whose value is one field, or an object of several.
  struct Member: Sendable {
    /// The name, which is written once also where fields of the same object stand apart in the schema.
    var name: String
    /// The field, if the member is one value.
    var field: Int?
    /// The fields of the object with their names in it.
    var inner: [(name: String, field: Int)] = []
  }

  /// The kind.
  let kind: String
  let members: [Member]
  /// The field whose value stands beside an entity's name, if facts of the kind have it.
  let form: Int?

  /// Lays out the facts of a schema.
  init(_ schema: FactSchema) {
    kind = schema.name
    form = schema.field(named: "form")
    var members: [Member] = []
    for (place, field) in schema.fields.enumerated() {
      guard let head = field.path.first, !members.contains(where: { $0.name == head }) else {
        continue
      }
      var member = Member(name: head, field: field.path.count == 1 ? place : nil)
      if member.field == nil { member.inner = Self.inner(of: head, schema) }
      members.append(member)
    }
    self.members = members
  }

  private static func inner(of head: String, _ schema: FactSchema) -> [(name: String, field: Int)] {
    schema.fields.indices.compactMap { place in
      let path = schema.fields[place].path
      guard path.first == head, path.count > 1 else { return nil }
      return (path.dropFirst().joined(separator: "."), place)
    }
  }
}
