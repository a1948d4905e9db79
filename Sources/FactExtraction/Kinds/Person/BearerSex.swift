import TextEngine

/// Says the sex of a person at every mention where one mention tells.
///
///     «Анна Ким приехала. … Ким сказала» → feminine at both
enum BearerSex {
  /// Completes the field `sex` of all mentions whose entity has one sex in the document.
  static func complete(_ document: inout ExtractedDocument, program: RuleProgram) {
    let fields = program.schemas.map { $0.field(named: "sex") }
    for entity in document.entities {
      guard let field = fields[entity.schema] else { continue }
      let told = entity.facts.compactMap { document.facts[$0].fields[field] }
      guard told.count < entity.facts.count, let sex = told.first,
        told.allSatisfy({ $0 == sex })
      else { continue }
      for fact in entity.facts { document.facts[fact].fields[field] = sex }
    }
  }
}
