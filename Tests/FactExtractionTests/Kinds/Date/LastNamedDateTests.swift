import Testing

/// `last_named(x, grain, n)`: a date counted from the one that the paragraph has named last.
struct LastNamedDateTests {
  private static let rules = """
    cascade dates > next
    fact date { iso: date }
    fact next { iso: date }
    phase dates
    rule day -> date { match d:[date] emit iso = written_date(d) }
    rule year -> date { match y:[int 1990..2030] emit iso = ymd(value(y)) }
    phase next
    rule next -> next { match x:"назавтра" emit iso = last_named(x, "day", 1) ?? ymd(1900) }
    """

  private func next(_ text: String) throws -> [String?] {
    try InlineRules(Self.rules).values("iso", of: "next", in: text)
  }

  @Test(arguments: [
    ("Был 2024-05-05 снег, назавтра дождь.", "2024-05-06"),
    ("Был 2024-05-05 снег, а 2024-12-31 дождь. И назавтра дождь.", "2025-01-01"),
    // Too coarse: it stays open, and nothing else is tried.
    ("Был 2024 снег, назавтра дождь.", nil),
    // None in the paragraph: what stands behind `??` is tried.
    ("Был снег, назавтра дождь.", "1900"), ("Был 2024-05-05 снег.\nИ назавтра дождь.", "1900"),
  ])
  func `the nearest date before it in the paragraph is meant`(text: String, day: String?) throws {
    #expect(try next(text) == [day])
  }
}
