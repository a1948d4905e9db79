import TextEngine

/// Finds the date that the text has named last: «5 мая … на следующий день».
///
/// It is the nearest date before some words in their paragraph. Lengths, repeated times and times of the day are passed
/// over; a date of which it is not known which one it is leaves it open, as does one that is coarser than asked for:
///
///     «5 мая 2024 года … на следующий день»  → 2024-05-05
///     «в мае 2024 года … на следующий день»  → nothing
struct LastNamedDate {
  let engine: Engine
  let facts: [Fact]

  enum Finding {
    /// No date stands before in the paragraph.
    case nothing
    /// One does, but it says too little.
    case open
    /// The first day of the date.
    case day(CalendarDate)
  }

  /// The most facts that are looked at.
  private static let reach = 32

  /// What the date named last before a token says.
  func find(before token: Int, grain: DateGrain) -> Finding {
    let flags = engine.document.tokens.flags
    for fact in facts.suffix(Self.reach).reversed() where fact.tokens.upperBound <= token {
      let schema = engine.program.schemas[fact.schema]
      guard let place = schema.field(named: "iso"), schema.fields[place].type == .date else {
        continue
      }
      let between = fact.tokens.upperBound..<token
      guard !between.contains(where: { flags[$0].contains(.paragraphStart) }) else {
        return .nothing
      }
      guard let iso = fact.fields[place]?.string else {
        // A set, or a length, of no known size names no date.
        if engine.program.value("type", of: fact) == .text("date") { return .open }
        continue
      }
      switch DateValue(iso: iso) {
      case .point(let point):
        guard let first = point.days?.first else { continue }
        return point.grain < grain ? .open : .day(first)
      case .interval: return .open
      case .duration, nil: continue
      }
    }
    return .nothing
  }
}
