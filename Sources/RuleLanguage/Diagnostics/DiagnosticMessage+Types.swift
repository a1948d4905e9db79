/// Faults in the values of `emit`.
extension DiagnosticMessage {
  /// A value of the wrong type.
  static func wrongType(
    _ field: String,
    wanted: String,
    got: String,
    help: [String]
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R057",
      "`\(field)` holds \(wanted), not \(got)",
      label: "this is \(got)",
      help: help
    )
  }

  /// A value that an operator or function cannot take.
  static func wrongOperand(wanted: String, got: String, help: [String]) -> DiagnosticMessage {
    .init(
      .error,
      "R058",
      "\(wanted) is wanted here, not \(got)",
      label: "this is \(got)",
      help: help
    )
  }

  /// Something else where a function takes a label.
  static func noLabel(_ function: String, _ label: String?) -> DiagnosticMessage {
    .init(
      .error,
      "R059",
      "`\(function)` takes a label",
      label: "this is a value",
      help: label.map { ["write `\(function)(\($0))`"] } ?? []
    )
  }

  /// A word that a function does not know.
  static func unknownWordOf(
    _ what: String,
    _ word: String,
    _ words: [String],
    nearest: String?
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R063",
      "`\(word)` is no \(what)",
      label: suggestion(nearest, "no such \(what)"),
      help: ["there are " + words.map { "\"\($0)\"" }.joined(separator: ", ")]
    )
  }

  /// A value where a function takes one of a few words.
  static func noWordOf(_ what: String, _ words: [String]) -> DiagnosticMessage {
    .init(
      .error,
      "R063",
      "a \(what) is wanted here",
      label: "this is something else",
      help: ["there are " + words.map { "\"\($0)\"" }.joined(separator: ", ")]
    )
  }

  /// A word that a function knows, without quotation marks.
  static func unquotedWord(_ word: String, what: String) -> DiagnosticMessage {
    .init(
      .error,
      "R063",
      "`\(word)` stands without quotation marks",
      label: "no label has this name; as a \(what) it is a text",
      help: ["write \"\(word)\""]
    )
  }

  /// A feature or field that nothing under a label has.
  static func unknownMember(
    _ member: String,
    of label: String,
    known: [String],
    nearest: String?
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R064",
      "nothing that `\(label)` can hold has `\(member)`",
      label: suggestion(nearest, "no such feature or field"),
      help: nearest == nil
        ? ["there are " + known.map { "`\($0)`" }.joined(separator: ", ")] : []
    )
  }

  /// A feature of what has none.
  static func noMembers(_ label: String, _ member: String) -> DiagnosticMessage {
    .init(
      .error,
      "R065",
      "`\(label)` has no features",
      label: "nothing that `\(label)` can hold has `\(member)`",
      help: [
        "features come from a list, as in `\(label):@month`; fields from an annotation, "
          + "as in `\(label):<Num>`"
      ]
    )
  }

  /// A required field without a value on some way.
  static func mayBeMissing(_ field: String, because reason: String) -> DiagnosticMessage {
    .init(
      .error,
      "R066",
      "the required field `\(field)` can be without a value",
      label: reason,
      help: ["give a fallback: `… ?? …`; or take `required` from the field"]
    )
  }

  /// A field that is given a value a second time.
  static func assignedTwice(_ field: String) -> DiagnosticMessage {
    .init(
      .error,
      "R067",
      "`\(field)` is assigned twice",
      label: "again here",
      help: ["a value where another is missing is written `a ?? b`"]
    )
  }

  /// A value of a list that the field's enumeration lacks.
  static func wrongFeatureChoice(
    _ value: String,
    field: String,
    choices: [String],
    nearest: String?
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R068",
      "the list has `\(value)`, which is no value of `\(field)`",
      label: suggestion(nearest, "not one of \(choices.joined(separator: ", "))")
    )
  }

  /// A number that can never be right.
  static func numberOutOfRange(
    _ number: String,
    _ range: ClosedRange<Int>,
    of function: String
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R069",
      "`\(function)` takes no \(number) here",
      label: "it must lie between \(range.lowerBound) and \(range.upperBound)"
    )
  }

  /// A reference to another kind of fact.
  static func wrongReference(_ field: String, kinds: [String], got: String) -> DiagnosticMessage {
    let allowed = kinds.map { "`\($0)`" }.joined(separator: " or ")
    return .init(
      .error,
      "R070",
      "`\(field)` refers to \(allowed), not to `\(got)`",
      label: "this can be a `\(got)`",
      help: [
        "a field that refers to several kinds is declared "
          + "`ref(\((kinds + [got]).joined(separator: ", ")))`"
      ]
    )
  }

  /// `ref` of something that is no fact.
  static func noFact(_ label: String, isAgain: Bool) -> DiagnosticMessage {
    .init(
      .error,
      "R070",
      "`\(label)` holds no fact",
      label: "nothing to refer to",
      notes: isAgain
        ? ["an annotation `<…_again>` is another place of a fact's name, and no fact"] : [],
      help: ["`ref` takes a label on a fact of an earlier phase, as in `\(label):<person>`"]
    )
  }

  /// `inner` of something without marks.
  static func noMarks(_ label: String) -> DiagnosticMessage {
    .init(
      .error,
      "R071",
      "`\(label)` has no marks around it",
      label: "neither a quotation nor brackets",
      help: ["`inner` takes a label on `<Quoted>` or `<Bracketed>`"]
    )
  }

  /// `value` of something that is no number.
  static func noNumberUnder(_ label: String) -> DiagnosticMessage {
    .init(
      .error,
      "R072",
      "`\(label)` holds no number",
      label: "nothing that it can hold has a value",
      help: [
        "`value` takes a label on `<Num>`, `<Ord>`, digits, or a list with the feature `value`"
      ]
    )
  }

  /// `digits` of something without digits.
  static func noDigits(_ label: String) -> DiagnosticMessage {
    .init(
      .error,
      "R072",
      "`\(label)` holds no digits",
      label: "nothing that it can hold starts with digits",
      help: ["`digits` takes a label on a token that starts with digits, such as `[numword]`"]
    )
  }

  /// A value of a list that should be a number.
  static func noNumber(_ value: String) -> DiagnosticMessage {
    .init(
      .error,
      "R072",
      "the list has `\(value)`, which is no number",
      label: "a number is wanted here"
    )
  }

  /// A form of something that has none.
  static func noWord(_ function: String, _ label: String) -> DiagnosticMessage {
    .init(
      .error,
      "R073",
      "`\(label)` holds no word",
      label: "`\(function)` is about forms of words",
      help: ["`text(\(label))` is the text as it stands"]
    )
  }

  /// A text that is no date.
  static func noDate(_ value: String, field: String?) -> DiagnosticMessage {
    .init(
      .error,
      "R074",
      "`\(value)` is no date",
      label: field.map { "`\($0)` holds a date in ISO 8601" }
        ?? "a date in ISO 8601 is wanted here",
      help: ["dates are written as 2024-05-14, T10:30, P3D, 2024/2025"]
    )
  }

  /// A condition about one label.
  static func sameLabelTwice(_ condition: String, _ label: String) -> DiagnosticMessage {
    .init(
      .error,
      "R075",
      "`\(condition)` compares `\(label)` with itself",
      label: "two labels are wanted"
    )
  }

  /// A field in an example that the fact lacks.
  static func unknownTestField(
    _ name: String,
    fact: String,
    nearest: String?
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R080",
      "fact `\(fact)` has no field `\(name)`",
      label: suggestion(nearest, "the example would compare it with nothing")
    )
  }

  /// A value in an example that the field can never have.
  static func wrongTestValue(
    _ value: String,
    field: String,
    wanted: String,
    nearest: String?
  ) -> DiagnosticMessage {
    .init(
      .error,
      "R081",
      "`\(field)` can never be `\(value)`",
      label: suggestion(nearest, "the field holds \(wanted)")
    )
  }

  /// A field that stands in one example twice.
  static func testFieldTwice(_ name: String) -> DiagnosticMessage {
    .init(.error, "R082", "the example asks for `\(name)` twice", label: "again here")
  }
}
