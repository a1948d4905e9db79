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
      let given = fields.field(of: .given)
      var (told, full): ([FieldValue], [FieldValue]) = ([], [])
      for fact in entity.facts {
        guard let value = document.facts[fact].fields[place] else { continue }
        told.append(value)
        if let given, document.facts[fact].fields[given] != nil { full.append(value) }
      }
      guard let sex = mostFrequent(full.isEmpty ? told : full) else { continue }
      for fact in entity.facts where document.facts[fact].fields[place] != sex {
        document.facts[fact].fields[place] = sex
      }
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
