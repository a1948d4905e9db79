/// Faults in facts, phases and the order in which they run.
extension DiagnosticMessage {
  /// A phase that stands in the cascade a second time.
  static func phaseTwice(_ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R026",
      "phase `\(name)` stands in the cascade twice",
      label: "again here",
      help: ["a phase runs once; give the rules of the second run a phase of their own"]
    )
  }

  /// A phase whose windows differ.
  static func otherWindow(_ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R027",
      "phase `\(name)` has two windows",
      label: "another one than before",
      help: ["a phase named in several files is one phase; write its window once"]
    )
  }

  /// A field that is declared a second time.
  static func duplicateField(_ name: String, fact: String) -> DiagnosticMessage {
    .init(
      .error,
      "R028",
      "fact `\(fact)` declares the field `\(name)` twice",
      label: "again here"
    )
  }

  /// A field that is a value and an object.
  static func fieldIsObject(_ name: String, member: String) -> DiagnosticMessage {
    .init(
      .error,
      "R029",
      "`\(name)` cannot be a value and an object",
      label: "`\(member)` makes `\(name)` an object in the output",
      help: ["rename one of them, for example `\(name).text`"]
    )
  }

  /// `key` or `alias` on a field that holds no name.
  static func noName(_ modifier: String, _ field: String) -> DiagnosticMessage {
    .init(
      .error,
      "R033",
      "`\(field)` cannot be \(modifier == "key" ? "a key" : "an alias")",
      label: "only a text can be a name",
      help: ["`key` and `alias` are names by which facts are joined to one entity"]
    )
  }

  /// A second key.
  static func secondKey(_ field: String, fact: String) -> DiagnosticMessage {
    .init(
      .error,
      "R034",
      "fact `\(fact)` has two keys",
      label: "a second one",
      help: ["one field names the entity; other names of it are marked `alias`"]
    )
  }

  /// A name that an enumeration has twice.
  static func repeatedChoice(_ name: String, field: String) -> DiagnosticMessage {
    .init(.error, "R035", "`\(field)` has the value `\(name)` twice", label: "again here")
  }

  /// A definition that can never be used, since its name means something else.
  static func builtInDefinition(_ name: String) -> DiagnosticMessage {
    .init(
      .error,
      "R036",
      "`\(name)` means something without a definition",
      label: "patterns would never use this one",
      help: ["choose another name"]
    )
  }

  /// A clause that a block cannot have.
  static func clauseOfBlock(_ keyword: String) -> DiagnosticMessage {
    .init(
      .error,
      "R037",
      "a block has no `\(keyword)`",
      label: "a block takes words and gives no fact",
      help: ["write `rule NAME -> FACT` for what gives facts"]
    )
  }

  /// An example of a block that names fields.
  static var fieldsOfBlock: DiagnosticMessage {
    .init(
      .error,
      "R037",
      "a block has no fields",
      label: "a block takes words and gives no fact",
      help: ["mark the words that the block takes; that is all an example of it can say"]
    )
  }

  /// An annotation that no phase makes before the rule's own.
  static func neverThere(_ name: String, _ obstacle: AnnotationObstacle) -> DiagnosticMessage {
    let (label, notes, help): (String, [String], [String]) =
      switch obstacle {
      case .noName(let kind):
        (
          "no field of `\(kind)` is a name", [],
          ["mark the field that holds the name of a `\(kind)` with `key` or `alias`"]
        )
      case .noRule(let kind): ("no rule gives a fact `\(kind)`", [], [])
      case .later(let kind, let phase, let own) where phase == own:
        (
          "`\(kind)` is made by this same phase, `\(phase)`",
          ["a phase sees the facts of the phases before it in the `cascade`"],
          ["put this rule into a phase of its own after `\(phase)`"]
        )
      case .later(let kind, let phase, let own):
        (
          "`\(kind)` is made by the phase `\(phase)`, which runs after `\(own)`",
          ["a phase sees the facts of the phases before it in the `cascade`"],
          ["put this rule into a phase after `\(phase)`, or change the `cascade`"]
        )
      }
    return .init(
      .error,
      "R038",
      "`<\(name)>` can never be there",
      label: label,
      notes: notes,
      help: help
    )
  }
}
