import TextEngine

/// Fills what follows from a date's `iso`: the days `from` and `to`, and the `grain`.
enum DateFinisher {
  /// Fills the fields of a fact whose schema has a date `iso` and such fields.
  static func finish(_ fact: inout Fact, _ fields: FieldPlaces) {
    guard let place = fields.place(.iso, in: fact.schema), fields.isDate(place, in: fact.schema)
    else { return }
    // `iso` is always there, and null where it is not known.
    guard let iso = fact.fields[place]?.string else {
      fact.fields[place] = .unknown
      return
    }
    guard let coverage = DateCoverage(iso: iso) else { return }
    if let from = coverage.from { fields.set(.from, of: &fact, to: .text(from.description)) }
    if let to = coverage.to { fields.set(.to, of: &fact, to: .text(to.description)) }
    fields.set(.grain, of: &fact, to: .text(coverage.grain.rawValue))
  }
}
