import TextEngine

/// The members of a fact's record, in the order in which they are written.
struct FactLayout: Sendable {
  /// A member whose value is one field, or an object of several.
  struct Member: Sendable {
    /// The name as it is written, with the comma before it, once also where fields of the same object stand apart in the schema.
    var key: [UInt8]
    /// The field, if the member is one value.
    var field: Int?
    /// The fields of the object with their names in it, with the commas.
    var inner: [(key: [UInt8], field: Int)] = []
  }

  /// The kind.
  let kind: String
  /// The kind as the inside of a string.
  let writtenKind: [UInt8]
  /// What stands between the id and the span of a fact.
  let beforeSpan: [UInt8]
  /// What stands between the id and the name of an entity.
  let beforeName: [UInt8]
  let members: [Member]
  /// The field whose value stands beside an entity's name, if facts of the kind have it.
  let form: Int?

  /// Lays out the facts of a schema.
  init(_ schema: FactSchema) {
    kind = schema.name
    writtenKind = JSONWriter.inside(of: schema.name)
    let member = Array(",\"kind\":\"".utf8) + writtenKind
    beforeSpan = member + Array("\",\"span\":".utf8)
    beforeName = member + Array("\",\"name\":".utf8)
    form = schema.field(named: "form")
    var members: [Member] = []
    var names: Set<String> = []
    for (place, field) in schema.fields.enumerated() {
      guard let head = field.path.first, names.insert(head).inserted else { continue }
      var member = Member(key: Self.key(head), field: field.path.count == 1 ? place : nil)
      if member.field == nil { member.inner = Self.inner(of: head, schema) }
      members.append(member)
    }
    self.members = members
  }

  private static func inner(of head: String, _ schema: FactSchema) -> [(key: [UInt8], field: Int)] {
    schema.fields.indices.compactMap { place in
      let path = schema.fields[place].path
      guard path.first == head, path.count > 1 else { return nil }
      return (key(path.dropFirst().joined(separator: ".")), place)
    }
  }

  /// A name with the comma before it, its quotation marks and colon.
  private static func key(_ name: String) -> [UInt8] {
    var json = JSONWriter()
    json.key(name)
    return [UInt8(ascii: ",")] + json.bytes
  }
}
