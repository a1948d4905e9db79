/// Warnings about rules that can run, but probably do not do what their author meant.
extension DiagnosticMessage {
  /// A rule without a `test`.
  static func noAcceptingExample(_ name: String, isBlock: Bool) -> DiagnosticMessage {
    .init(
      .warning,
      "L01",
      "\(isBlock ? "block" : "rule") `\(name)` has no accepting example",
      label: "nothing shows what it \(isBlock ? "takes" : "finds")",
      help: [
        "add `test \"…[…]…\"` with the words that it \(isBlock ? "takes" : "finds") in `[` and `]`"
      ]
    )
  }

  /// A rule without a `reject`.
  static func noRejectingExample(_ name: String, isBlock: Bool) -> DiagnosticMessage {
    .init(
      .warning,
      "L02",
      "\(isBlock ? "block" : "rule") `\(name)` has no rejecting example",
      label: "nothing shows where it must not match",
      help: ["add `reject \"…\"` with a text that is nearly one, and is not"]
    )
  }

  /// A rule that another one always comes before.
  static func neverWins(_ name: String, winner: String, isSame: Bool) -> DiagnosticMessage {
    .init(
      .warning,
      "L03",
      "rule `\(name)` can never win against `\(winner)`",
      label: isSame ? "its pattern is the same" : "its pattern takes no more than the other",
      help: ["take it out, give it a higher `priority`, or move it above `\(winner)`"]
    )
  }

  /// A word of a list that has no forms.
  static func notInDictionary(_ word: String, guess: String?) -> DiagnosticMessage {
    .init(
      .warning,
      "L04",
      "`\(word)` is not in the dictionary",
      label: guess.map { "taken for a form of `\($0)`; its own forms are not found" }
        ?? "only this form is found",
      help: [
        "write `=\(word)` for exactly this form, and other forms as entries of their own",
        "names with a capital need no `=`",
      ]
    )
  }

  /// An alternative that another one makes needless.
  static func uselessAlternative(isSame: Bool, isPredicate: Bool) -> DiagnosticMessage {
    let help =
      isSame
      ? "take one of them out"
      : isPredicate
        ? "take it out: in `[ ]`, the order does not matter"
        : "take it out, or put it first if its readings shall be preferred"
    return .init(
      .warning,
      "L05",
      "an alternative that is never needed",
      label: isSame ? "stands here already" : "another alternative takes this as well",
      help: [help]
    )
  }

  /// Conditions that exclude each other.
  static func neverHolds(_ reason: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L06",
      "a condition that can never hold",
      label: reason,
      help: ["`|` is for one or the other"]
    )
  }

  /// A rule that loses all its own examples to another.
  public static func losesOwnExamples(_ name: String, to killer: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L07",
      "rule `\(name)` never wins its own example: \(killer) takes the words",
      label: "found alone, lost in the whole cascade",
      help: ["give it a higher `priority`, or take the words from the other rule with `unless`"]
    )
  }

  /// `!` beside a part of speech, where it is about all readings.
  static func doubtfulNegation(_ part: String, _ flag: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L08",
      "`!\(flag)` is about all readings of the word",
      label: "no reading of the word may be `\(flag)`, also one that is no `\(part)`",
      help: [
        "`[(\(part) & !\(flag))]` asks for one reading that is `\(part)` and not `\(flag)`",
        "`[\(part) & !(\(flag))]` says that no reading at all is meant, and is not warned of",
      ]
    )
  }

  /// Something declared that nothing uses.
  static func unused(_ what: String, _ name: String, _ label: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L09",
      "\(what) `\(name)` is never used",
      label: label,
      help: ["take it out, or see whether its name is misspelt where it should be used"]
    )
  }

  /// A feature that is probably a slip.
  static func oddFeature(_ name: String, nearest: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L10",
      "one entry has the feature `\(name)`, and no rule reads it",
      label: "did you mean `\(nearest)`?",
      help: ["write `\(nearest)`, or take the feature out"]
    )
  }

  /// A label that nothing uses.
  static func unusedLabel(_ name: String, nearest: String?) -> DiagnosticMessage {
    .init(
      .warning,
      "L11",
      "label `\(name)` is never used",
      label: suggestion(nearest, "neither `emit` nor `where` nor `span` names it"),
      help: ["take the label out: `(…)` alone is a group"]
    )
  }

  /// A label where none can be used.
  static func labelInContext(_ name: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L12",
      "label `\(name)` stands in `unless`",
      label: "what stands beside a match is not part of it",
      help: ["take the label out"]
    )
  }

  /// A quoted word inside brackets that is never one token.
  static func severalTokens(_ text: String, _ tokens: [String]) -> DiagnosticMessage {
    .init(
      .warning,
      "L13",
      "`\(text)` is never one token",
      label: "texts are cut here into " + tokens.map { "`\($0)`" }.joined(separator: " "),
      help: ["`[ ]` is about one token; write \"\(text)\" without the brackets"]
    )
  }

  /// A condition that always holds.
  static func idleCondition(
    _ name: String,
    because reason: String,
    help: String
  ) -> DiagnosticMessage {
    .init(.warning, "L14", "the condition `\(name)` always holds", label: reason, help: [help])
  }

  /// A span that is the whole match on some ways.
  static func spanMayBeUnset(_ name: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L15",
      "`\(name)` is not set on every way through the pattern",
      label: "without it, the fact's span is the whole match",
      help: ["put the label on every alternative, or make the part obligatory"]
    )
  }

  /// A phase of the cascade that no rule stands under.
  static func emptyPhase(_ name: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L16",
      "phase `\(name)` has no rules",
      label: "nothing runs here",
      help: ["write `phase \(name)` above its rules, or take it out of the cascade"]
    )
  }

  /// Several words with commas, which are one entry.
  static func entryWithComma(_ entry: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L19",
      "`\(entry)` is one entry with a comma in it",
      label: "only a text with this comma would be found",
      help: [
        "write each entry on a line of its own; what is meant as it stands is written with `=`"
      ]
    )
  }

  /// A second head of one phrase.
  static var secondHead: DiagnosticMessage {
    .init(
      .warning,
      "L20",
      "a phrase with two heads",
      label: "the last one that matches is taken",
      help: ["mark one word with `^`, the one that the others agree with"]
    )
  }

  /// A language that rules cannot be about.
  static func unknownLanguage(_ code: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L21",
      "there is no dictionary for the language `\(code)`",
      label: "words are read as Russian ones",
      help: ["write `language ru`"]
    )
  }

  /// `free` that has nothing to be free of.
  static var idleFree: DiagnosticMessage {
    .init(
      .warning,
      "L17",
      "`free` without `agr` around it",
      label: "nothing agrees here",
      help: ["`free( … )` is for parts of `agr( … )`; write `( … )`"]
    )
  }

  /// A category that is not compared.
  static var personOnly: DiagnosticMessage {
    .init(
      .warning,
      "L18",
      "`agr[person]` compares nothing",
      label: "person is read, but not compared",
      help: ["case, number and gender are compared: `agr( … )`"]
    )
  }
}
