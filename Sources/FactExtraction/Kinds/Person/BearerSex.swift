import TextEngine

/// Says the sex of a person at every mention where some mentions tell.
///
///     «Анна Ким приехала. … Ким сказала» → feminine at both
///
/// A family name alone is often read as either, so that where mentions disagree, those with a given name decide, and the
/// more of them.
enum BearerSex {
  /// Completes the field `sex` of all mentions of each entity, and puts right those that the others speak against.
  ///
  /// Where as many mentions say the one as the other, they stay as they are.
  ///
  /// - Parameter nameFields: For each schema, the fields of a name, if its facts are names.
  static func complete(_ document: inout ExtractedDocument, _ nameFields: [NameFields?]) {
    for entity in document.entities {
      guard let fields = nameFields[entity.schema], let place = fields.sex else { continue }
      let told = entity.facts.filter { document.facts[$0].fields[place] != nil }
      let full = told.filter { fact in
        fields.field(of: .given).map { document.facts[fact].fields[$0] != nil } ?? false
      }
      let deciding = (full.isEmpty ? told : full).compactMap { document.facts[$0].fields[place] }
      guard let sex = mostFrequent(deciding) else { continue }
      for fact in entity.facts { document.facts[fact].fields[place] = sex }
    }
  }

  /// The value that is there more often than all others together.
  private static func mostFrequent<Value: Equatable>(_ values: [Value]) -> Value? {
    // Each value is set off against another one; only one that is in the majority can be left.
    var (left, count) = (values.first, 0)
    for value in values {
      if count == 0 { left = value }
      count += value == left ? 1 : -1
    }
    return 2 * values.count { $0 == left } > values.count ? left : nil
  }
}
