/// Faults in the structure of a rule file.
extension DiagnosticMessage {
  /// Something else than what must stand here.
  static func expected(_ expectation: SyntaxExpectation, found: String) -> DiagnosticMessage {
    .init(
      .error,
      "R110",
      "expected \(expectation.rawValue), found \(found)",
      label: "expected \(expectation.rawValue)",
      help: expectation.help(found: found)
    )
  }

  /// A word that starts no item.
  static func unknownItem(_ found: String, nearest: String?) -> DiagnosticMessage {
    .init(
      .error,
      "R111",
      "\(found) starts no item",
      label: suggestion(nearest, "no such item"),
      help: nearest == nil ? ["items are " + quoted(ItemKeyword.words)] : []
    )
  }

  /// A word that starts no clause of a rule.
  static func unknownClause(_ found: String, nearest: String?) -> DiagnosticMessage {
    .init(
      .error,
      "R112",
      "\(found) starts no clause",
      label: suggestion(nearest, "no such clause"),
      help: nearest == nil ? ["clauses are " + quoted(ClauseKeyword.words)] : []
    )
  }

  /// A bracket without its other half.
  static func unclosed(_ opening: String, closing: String, found: String) -> DiagnosticMessage {
    .init(
      .error,
      "R113",
      "`\(opening)` has no `\(closing)`",
      label: "expected `\(closing)`, found \(found)",
      help: closing == "]" && ["`and`", "`or`", "`not`"].contains(found)
        ? ["conditions are joined with `&` for and, `|` for or, and `!` is not"] : []
    )
  }

  /// What stands at the opening of an unclosed bracket.
  static func openedHere(_ opening: String) -> String { "`\(opening)` is opened here" }

  /// A group, a form or a lemma with nothing in it.
  static var emptyPattern: DiagnosticMessage {
    .init(
      .error,
      "R114",
      "an empty pattern",
      label: "nothing stands here",
      help: ["a part that may be absent is written with `?`"]
    )
  }

  /// A quantifier or a head mark with nothing before it, or in the wrong order.
  static func misplacedMark(_ mark: String) -> DiagnosticMessage {
    .init(
      .error,
      "R115",
      "misplaced `\(mark)`",
      label: "nothing that it could belong to",
      help: [
        "an element is written `label:atom^{1,3}?`: the head mark after the atom, one quantifier last"
      ]
    )
  }

  /// Bounds of a repetition that cannot be.
  static func impossibleRepetition(limit: Int) -> DiagnosticMessage {
    .init(
      .error,
      "R116",
      "an impossible number of repetitions",
      label: "write `{m,n}` with m ≤ n and n from 1 to \(limit)"
    )
  }

  /// A range whose end is before its start.
  static func emptyRange(_ start: Int, _ end: Int) -> DiagnosticMessage {
    .init(
      .error,
      "R117",
      "the range `\(start)..\(end)` is empty",
      label: "the end is below the start"
    )
  }

  /// A number that does not fit.
  static var numberTooLarge: DiagnosticMessage {
    .init(
      .error,
      "R118",
      "the number is too large",
      label: "the largest is \(Int.max)"
    )
  }

  /// A word that is none of the few that may stand here.
  static func unknownWord(
    _ found: String,
    what: String,
    nearest: String?,
    allowed: [String]
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R119",
      "\(found) is not \(what)",
      label: suggestion(nearest, "not \(what)"),
      help: nearest == nil ? ["there are " + quoted(allowed)] : []
    )
  }

  /// A word that stands twice where it may stand once.
  static func repeated(_ what: String, _ name: String) -> DiagnosticMessage {
    .init(.error, "R120", "\(what) `\(name)` is given twice", label: "given before")
  }

  /// Brackets nested deeper than the parser goes.
  static func tooDeep(limit: Int) -> DiagnosticMessage {
    .init(
      .error,
      "R121",
      "nested too deeply",
      label: "the limit is \(limit) levels",
      help: ["give parts a name of their own with `def`"]
    )
  }

  /// A rule or block before the first phase of its file.
  static func outsidePhase(_ keyword: String, _ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R122",
      "\(keyword) `\(name)` stands under no phase",
      label: "no `phase` before it in this file"
    )
  }

  /// A rule without a pattern.
  static func noMatch(_ keyword: String, _ name: String) -> DiagnosticMessage {
    .init(.error, "R123", "\(keyword) `\(name)` has no `match`", label: "it can never match")
  }

  /// A definition whose name the language uses itself.
  static func reservedName(_ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R124",
      "`\(name)` is a word of the rule language",
      label: "a definition needs another name"
    )
  }

  /// A lemma of several words.
  static func lemmaOfSeveralWords(_ words: [String]) -> DiagnosticMessage {
    .init(
      .error,
      "R125",
      "a lemma is one word",
      label: "this is \(words.count) words",
      help: ["write " + words.map { "'\($0)'" }.joined(separator: " ")]
    )
  }

  /// Two assignments without a comma between.
  static var missingComma: DiagnosticMessage {
    .init(.error, "R126", "a comma is missing", label: "expected `,` before this")
  }

  /// The last diagnostic of a file with too many.
  static func tooManyFaults(limit: Int) -> DiagnosticMessage {
    .init(
      .note,
      "R199",
      "more faults in this file are not shown",
      label: "the first \(limit) are shown"
    )
  }

  /// What a label says where a name is unknown: the nearest name, if there is one.
  static func suggestion(_ nearest: String?, _ text: String) -> String {
    guard let nearest else { return text }
    return "\(text); did you mean `\(nearest)`?"
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
