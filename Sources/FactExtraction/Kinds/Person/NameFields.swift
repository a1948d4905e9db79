import TextEngine

/// Where the facts of a kind hold the parts of a person's name and the bearer's sex.
struct NameFields: Sendable {
  /// The places of the parts among the fields of the kind.
  private let parts: [(part: NamePart, field: Int)]
  /// The place of the sex, if the kind has a field that can hold it.
  let sex: Int?

  /// Looks for the fields of a kind; nil where its facts are no names of people, which have a family name.
  init?(_ schema: FactSchema) {
    parts = NamePart.allCases.compactMap { part in
      schema.field(named: part.rawValue).map { (part, $0) }
    }
    guard parts.contains(where: { $0.part == .family }) else { return nil }
    sex = schema.field(named: "sex").flatMap { Self.holdsSex(schema.fields[$0].type) ? $0 : nil }
  }

  /// The place of a part.
  func field(of part: NamePart) -> Int? { parts.first { $0.part == part }?.field }

  /// The part of the name that a field holds; nil for other fields.
  func part(inField field: Int) -> NamePart? { parts.first { $0.field == field }?.part }

  /// What the field for the sex holds.
  static func value(ofSex gender: Cells) -> FieldValue {
    .text(gender == .masculine ? "masc" : "fem")
  }

  private static func holdsSex(_ type: FieldType) -> Bool {
    switch type {
    case .text: true
    case .choice(let names): names.contains("masc") && names.contains("fem")
    default: false
    }
  }
}
