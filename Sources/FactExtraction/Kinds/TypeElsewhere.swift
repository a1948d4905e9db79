import TextEngine

/// Says what an entity is at mentions that leave it open, where another mention tells.
///
///     «компания Nordwind … сообщила Nordwind» → a company at both
///
/// Open is the type `other`, in kinds whose schema has that choice.
enum TypeElsewhere {
  /// The choice that leaves the type open.
  private static let open = FieldValue.text("other")

  /// Sets the open types of the facts of a document to that which the first mention of the same entity tells.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  static func complete(_ document: inout ExtractedDocument, _ fields: FieldPlaces) {
    for entity in document.entities where entity.facts.count > 1 {
      guard let place = fields.place(.type, in: entity.schema),
        let telling = entity.facts.first(where: { document.facts[$0].fields[place] != open }),
        let type = document.facts[telling].fields[place]
      else { continue }
      for fact in entity.facts where document.facts[fact].fields[place] == open {
        document.facts[fact].fields[place] = type
      }
    }
  }
}
