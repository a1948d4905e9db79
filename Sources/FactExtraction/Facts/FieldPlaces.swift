import TextEngine

/// Where facts of each kind have the fields that code fills in or asks for, looked up once for a program.
struct FieldPlaces: Sendable {
  /// The kind of quotations, if there is one.
  let quotation: Int?
  /// The kind of people, if there is one.
  let person: Int?
  /// The kind of dates, if there is one.
  let date: Int?
  /// For each schema the field that names the entity, if it has one.
  let keys: [Int?]
  /// For each schema the fields that hold other names of the entity.
  let aliases: [[Int]]
  /// For each schema the fields of both sorts.
  let names: [[Int]]
  /// For each schema the fields that refer to other facts.
  private let references: [[Int]]
  private let schemas: [FactSchema]
  /// For each field its places in all schemas, or -1.
  private let places: [[Int]]

  /// Looks up the fields of all schemas.
  init(_ schemas: [FactSchema]) {
    self.schemas = schemas
    quotation = schemas.firstIndex { $0.name == "quotation" }
    person = schemas.firstIndex { $0.name == "person" }
    date = schemas.firstIndex { $0.name == "date" }
    keys = schemas.map { $0.fields.firstIndex(where: \.isKey) }
    aliases = schemas.map { schema in schema.fields.indices.filter { schema.fields[$0].isAlias } }
    names = schemas.map { schema in
      schema.fields.indices.filter { schema.fields[$0].isKey || schema.fields[$0].isAlias }
    }
    references = schemas.map { schema in
      schema.fields.indices.filter {
        if case .reference = schema.fields[$0].type { true } else { false }
      }
    }
    places = FieldName.allCases.map { name in
      schemas.map { $0.field(named: name.name) ?? -1 }
    }
  }

  /// The place of a field in facts of a schema; nil where they have no such field.
  func place(_ name: FieldName, in schema: Int) -> Int? {
    let place = places[name.rawValue][schema]
    return place < 0 ? nil : place
  }

  /// The fields of facts of a schema that refer to other facts.
  func references(in schema: Int) -> [Int] { references[schema] }

  /// The value of a field of a fact.
  func value(_ name: FieldName, of fact: Fact) -> FieldValue? {
    place(name, in: fact.schema).flatMap { fact.fields[$0] }
  }

  /// The name of the entity that a fact mentions.
  func key(of fact: Fact) -> String? { keys[fact.schema].flatMap { fact.fields[$0]?.string } }

  /// Sets a field of a fact, where the schema has it and it can hold the value.
  func set(_ name: FieldName, of fact: inout Fact, to value: FieldValue?) {
    guard let place = place(name, in: fact.schema),
      value.map({ FieldCoercion.isKind($0, of: schemas[fact.schema].fields[place].type) }) ?? true
    else { return }
    fact.fields[place] = value
  }

  /// Leads the references of facts to where the facts have gone, by their old places; what is gone is referred to no more.
  func redirect(_ facts: inout [Fact], to places: [Int?]) {
    for index in facts.indices {
      for field in references[facts[index].schema] {
        guard case .reference(let target)? = facts[index].fields[field] else { continue }
        let place = places.indices.contains(target) ? places[target] : nil
        if place != target { facts[index].fields[field] = place.map { .reference($0) } }
      }
    }
  }

  /// Whether a field of facts of a schema holds dates.
  func isDate(_ place: Int, in schema: Int) -> Bool {
    schemas[schema].fields[place].type == .date
  }
}
