// Faults of meaning, R001 to R099, and warnings about rules that parse.
extension DiagnosticMessage {
  static func unknownName(_ what: String, _ name: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R010",
      "unknown \(what) `\(name)`",
      label: suggestion(nearest, "no such \(what)")
    )
  }

  static func unknownLabel(_ name: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R012",
      "unknown label `\(name)`",
      label: suggestion(nearest, "the pattern has no such label")
    )
  }

  static func notALemma(_ word: String, lemmas: [String]) -> DiagnosticMessage {
    let list = lemmas.map { "'\($0)'" }.joined(separator: ", ")
    return DiagnosticMessage(
      .error,
      "R031",
      "'\(word)' is not a lemma",
      label: "this is a form of \(list)",
      help: [
        "write \(lemmas.first.map { "'\($0)'" } ?? "the lemma") for any form, "
          + "or \"\(word)\" for this form only"
      ]
    )
  }

  static func faultyExpression(_ reason: String) -> DiagnosticMessage {
    DiagnosticMessage(.error, "R032", "faulty regular expression", label: reason)
  }

  static func patternTooLarge(_ limit: Int) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R040",
      "the pattern is too large",
      label: "it compiles to more than \(limit) steps",
      help: ["lower the bounds of nested repetitions"]
    )
  }

  static func recursiveDefinition(_ name: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R041",
      "definition `\(name)` uses itself",
      label: "recursion is not allowed"
    )
  }

  static func definitionsTooDeep(_ limit: Int) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R043",
      "definitions are nested too deep",
      label: "more than \(limit) definitions stand inside each other",
      help: ["write some of them out"]
    )
  }

  static func nothingToNarrow(_ name: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R076",
      "`narrow \(name)` has no words that agree",
      label: "no `agr(…)` stands in the pattern",
      help: ["only words in `agr(…)` lose readings: those that do not agree"]
    )
  }

  static func matchesNothing(_ name: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R042",
      "rule `\(name)` can match without taking a word",
      label: "every part is optional",
      help: ["make one part obligatory"]
    )
  }

  static func unlimitedContext(_ keyword: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R044",
      "`unless \(keyword)` has no length limit",
      label: "may run to the end of the window",
      help: ["limit it, for example any{0,8}: a context is checked for every candidate"]
    )
  }

  static func alwaysRefused(_ keyword: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R045",
      "`unless \(keyword)` holds everywhere, so the rule never matches",
      label: "every part is optional",
      help: ["make one part obligatory"]
    )
  }

  static func duplicate(_ what: String, _ name: String) -> DiagnosticMessage {
    DiagnosticMessage(.error, "R020", "\(what) `\(name)` is declared twice", label: "again here")
  }

  static func repeatedClause(_ clause: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R022",
      "`\(clause)` stands twice in one rule",
      label: "a rule has one `\(clause)`"
    )
  }

  static func phaseNotInCascade(_ name: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R024",
      "phase `\(name)` is not in the cascade",
      label: suggestion(nearest, "its rules would never run"),
      help: ["add it to the line `cascade …`"]
    )
  }

  static var missingCascade: DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R025",
      "the rule set has no `cascade`",
      label: "one file should state the order of the phases",
      help: ["add a line such as `cascade number > date`"]
    )
  }

  static func unknownField(
    _ name: String,
    fact: String,
    nearest: String?,
    members: [String] = []
  ) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R050",
      "fact `\(fact)` has no field `\(name)`",
      label: members.isEmpty
        ? suggestion(nearest, "no such field")
        : "this is an object; its fields are \(members.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }

  static func missingField(_ name: String, rule: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R051",
      "rule `\(rule)` does not emit the required field `\(name)`",
      label: "add `\(name) = …` to emit"
    )
  }

  static func wrongChoice(
    _ name: String,
    field: String,
    choices: [String],
    nearest: String?
  ) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R052",
      "`\(name)` is no value of `\(field)`",
      label: suggestion(nearest, "not one of \(choices.joined(separator: ", "))")
    )
  }

  static func unknownFunction(_ name: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R053",
      "unknown function `\(name)`",
      label: suggestion(nearest, "no such function")
    )
  }

  static func wrongArity(_ name: String, expected: ClosedRange<Int>) -> DiagnosticMessage {
    let count =
      expected.lowerBound == expected.upperBound
      ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
    return DiagnosticMessage(
      .error,
      "R054",
      "`\(name)` takes \(count) argument(s)",
      label: "another number stands here"
    )
  }

  static func unknownCondition(_ name: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R055",
      "unknown condition `\(name)`",
      label: suggestion(nearest, "no such condition")
    )
  }

  static func wrongConditionArguments(_ name: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R056",
      "`\(name)` takes two labels",
      label: "something else stands here"
    )
  }

  static func missingFile(_ path: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R060",
      "the file `\(path)` is not in the rule set",
      label: "no such file",
      help: ["a path is relative to the folder of the rule file"]
    )
  }

  static func duplicateEntry(_ entry: String, list: String) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R061",
      "`\(entry)` stands twice in @\(list) with other features",
      label: "again here",
      help: ["add `| alt` to the second where both are meant"]
    )
  }

  static func emptyEntry(_ list: String) -> DiagnosticMessage {
    DiagnosticMessage(.error, "R062", "an entry of @\(list) has no words", label: "no words here")
  }

  static func missingUse(_ path: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R090",
      "the file `\(path)` is not in the rule set",
      label: suggestion(nearest, "no such file"),
      help: [
        "all files of the folder belong to the set without `use`; the built-in ones are "
          + "`standard/…`, all of them `standard`"
      ]
    )
  }

  static func missingLibraryFile(_ path: String, nearest: String?) -> DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R091",
      "there is no built-in file `\(path)`",
      label: suggestion(nearest, "no such file"),
      help: ["`svodka rules` lists the built-in rules with their files"]
    )
  }

  static var missingLibrary: DiagnosticMessage {
    DiagnosticMessage(
      .error,
      "R092",
      "there are no built-in rules to use here",
      label: "nothing to take from"
    )
  }
}
