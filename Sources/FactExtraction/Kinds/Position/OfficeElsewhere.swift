import TextEngine

/// Says where an office is held at mentions that do not tell, where others of the same person and office do.
///
///     «Президент Грузии Олег Карин приехал. … Президент Карин сказал» → Грузия at the second
///
/// Where the document tells of several bodies or territories for the same office of a person, nothing is said.
enum OfficeElsewhere {
  /// Sets `resolved.organisation` and `resolved.place` of the positions of a document.
  ///
  /// - Complexity: O(*n*) in the number of facts.
  static func complete(_ document: inout ExtractedDocument, _ fields: FieldPlaces) {
    var told: [Office: Seat?] = [:]
    var open: [(fact: Int, office: Office)] = []
    for index in document.facts.indices {
      guard let office = office(at: index, in: document, fields) else { continue }
      let seat = Seat(document.facts[index], in: document, fields)
      if seat.isEmpty {
        open.append((index, office))
      } else if let known = told[office] {
        if known.map({ !$0.isSame(as: seat) }) ?? false { told[office] = .some(nil) }
      } else {
        told[office] = seat
      }
    }
    for (fact, office) in open {
      guard let seat = told[office] ?? nil else { continue }
      fields.set(.resolvedOrganisation, of: &document.facts[fact], to: seat.organisation)
      fields.set(.resolvedPlace, of: &document.facts[fact], to: seat.place)
    }
  }

  /// An office of somebody, in whatever words he is named.
  private struct Office: Hashable {
    var person: Int
    var name: String
  }

  /// The body and the territory that an office belongs to.
  private struct Seat {
    var organisation: FieldValue?
    var place: FieldValue?
    /// The organisation, in whatever words it is named.
    var entity: Int?

    init(_ fact: Fact, in document: ExtractedDocument, _ fields: FieldPlaces) {
      organisation = fields.value(.organisation, of: fact)
      place = fields.value(.place, of: fact)
      if case .reference(let target)? = organisation, document.facts.indices.contains(target) {
        entity = document.facts[target].entity
      }
    }

    var isEmpty: Bool { organisation == nil && place == nil }

    func isSame(as other: Seat) -> Bool {
      place == other.place
        && (entity != nil ? entity == other.entity : organisation == other.organisation)
    }
  }

  /// The office that a position tells, if it has a holder.
  private static func office(
    at index: Int,
    in document: ExtractedDocument,
    _ fields: FieldPlaces
  ) -> Office? {
    let fact = document.facts[index]
    guard fields.place(.resolvedPlace, in: fact.schema) != nil,
      case .reference(let target)? = fields.value(.person, of: fact),
      document.facts.indices.contains(target),
      let person = document.facts[target].entity,
      let name = fields.value(.name, of: fact)?.string
    else { return nil }
    return Office(person: person, name: name)
  }
}
