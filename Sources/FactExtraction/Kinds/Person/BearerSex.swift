import TextEngine

/// Says the sex of a person at every mention where one mention tells.
///
///     «Анна Ким приехала. … Ким сказала» → feminine at both
enum BearerSex {
  /// Completes the field `sex` of all mentions whose entity has one sex in the document.
  static func complete(_ document: inout ExtractedDocument, program: RuleProgram) {
    for entity in document.entities {
      guard program.schemas[entity.schema].field(named: "sex") != nil else { continue }
      let told = Set(entity.facts.compactMap { program.value("sex", of: document.facts[$0]) })
      guard told.count == 1, let sex = told.first else { continue }
      for fact in entity.facts where program.value("sex", of: document.facts[fact]) == nil {
        program.set("sex", of: &document.facts[fact], to: sex)
      }
    }
  }
}
