/// All codes that diagnostics of rule files have, with a line about each.
public enum DiagnosticCatalogue {
  /// A code and what it is about.
  public struct Entry: Hashable, Sendable {
    /// The code to search for: `R012`.
    public var code: String
    /// How bad it is.
    public var severity: Diagnostic.Severity
    /// What it is about, in a few words.
    public var summary: String
  }

  /// The entries: faults of meaning, faults of syntax, warnings; each by code.
  public static let entries: [Entry] =
    meaning.map { Entry(code: $0.0, severity: .error, summary: $0.1) }
    + syntax.map { Entry(code: $0.0, severity: $0.0 == "R199" ? .note : .error, summary: $0.1) }
    + lints.map { Entry(code: $0.0, severity: .warning, summary: $0.1) }

  private static let meaning = [
    ("R010", "a list, def, annotation, flag or fact that is not declared"),
    ("R012", "a label that the pattern does not have"),
    ("R020", "something declared twice"),
    ("R022", "a clause that a rule may have once stands twice"),
    ("R024", "a phase that is not in the cascade"),
    ("R025", "no cascade in the rule set"),
    ("R026", "a phase that stands in the cascade twice"),
    ("R027", "a phase with two windows"),
    ("R028", "a field declared twice"),
    ("R029", "a field that is a value and an object"),
    ("R031", "a word in single quotes that is no lemma"),
    ("R032", "a faulty regular expression"),
    ("R033", "key or alias on a field that holds no text"),
    ("R034", "a second key"),
    ("R035", "a value that stands in an enum twice"),
    ("R036", "a def whose name means something already"),
    ("R037", "a clause that a block cannot have"),
    ("R038", "an annotation that no earlier phase makes"),
    ("R040", "a pattern that is too large"),
    ("R041", "a def that uses itself"),
    ("R042", "a rule that can match without taking a word"),
    ("R043", "defs nested too deep"),
    ("R044", "a context without a limit of its length"),
    ("R045", "a context that holds everywhere"),
    ("R050", "a field that the fact does not have"),
    ("R051", "a required field that the rule does not emit"),
    ("R052", "a name that is no value of the field's enum"),
    ("R053", "a function that is not there"),
    ("R054", "a wrong number of arguments"),
    ("R055", "a condition that is not there"),
    ("R056", "wrong arguments of a condition"),
    ("R057", "a value of another type than the field's"),
    ("R058", "a value of another type than an operator or function takes"),
    ("R059", "a value where a function takes a label"),
    ("R060", "a list's file that is not in the rule set"),
    ("R061", "an entry that stands twice with other features"),
    ("R062", "an entry that comes to no words"),
    ("R063", "a unit, grain, season, way, case or number that a function does not know"),
    ("R064", "a feature or field that nothing under the label has"),
    ("R065", "a feature of a label that has none"),
    ("R066", "a required field that can be without a value"),
    ("R067", "a field assigned twice"),
    ("R068", "a value of a list that is none of the field's enum"),
    ("R069", "a number that a function cannot take"),
    ("R070", "a reference to no fact, or to a fact of another kind"),
    ("R071", "inner of something without marks"),
    ("R072", "a number of something that has none"),
    ("R073", "a form of something that is no word"),
    ("R074", "a text that is no date"),
    ("R075", "a condition that compares a label with itself"),
    ("R080", "a field in an example that the fact does not have"),
    ("R081", "a value in an example that the field can never have"),
    ("R082", "a field that stands in an example twice"),
    ("R090", "use of a file that is not in the rule set"),
    ("R091", "use of a built-in file that is not there"),
    ("R092", "use of built-in rules where there are none"),
  ]

  private static let syntax = [
    ("R101", "a file that is not UTF-8"),
    ("R102", "characters that mean nothing"),
    ("R103", "a quoted text that does not end"),
    ("R104", "a name with other letters than Latin ones"),
    ("R105", "an escape that is not there"),
    ("R110", "something else than what must stand here"),
    ("R111", "a word that starts no item"),
    ("R112", "a word that starts no clause"),
    ("R113", "a bracket that is not closed"),
    ("R114", "an empty pattern"),
    ("R115", "a quantifier or head mark in the wrong place"),
    ("R116", "an impossible number of repetitions"),
    ("R117", "a range whose end is below its start"),
    ("R118", "a number that is too large"),
    ("R119", "a word that may not stand here"),
    ("R120", "something given twice"),
    ("R121", "brackets nested too deep"),
    ("R122", "a rule under no phase"),
    ("R123", "a rule without match"),
    ("R124", "a def with the name of a keyword"),
    ("R125", "a lemma of several words"),
    ("R126", "a missing comma"),
    ("R130", "an entry without words"),
    ("R131", "something else among the features of an entry"),
    ("R132", "a value without a column"),
    ("R133", "a list's file that is not UTF-8"),
    ("R140", "a closing mark without an opening one in an example"),
    ("R141", "an opening mark without a closing one in an example"),
    ("R142", "an empty mark in an example"),
    ("R143", "a test without a mark"),
    ("R144", "a reject with a mark"),
    ("R199", "more faults in a file than are shown"),
  ]

  private static let lints = [
    ("L01", "a rule without an accepting example"),
    ("L02", "a rule without a rejecting example"),
    ("L03", "a rule that another one always comes before"),
    ("L04", "a word of a list that is neither in the dictionary nor guessed"),
    ("L05", "an alternative that another one makes needless"),
    ("L06", "conditions that exclude each other"),
    ("L07", "a rule that loses all its own examples"),
    ("L08", "a negation that is about all readings"),
    ("L09", "a list, def or fact that nothing uses"),
    ("L10", "a feature that is spelt almost like another one"),
    ("L11", "a label that nothing uses"),
    ("L12", "a label in a context"),
    ("L13", "a quoted text in brackets that is never one token"),
    ("L14", "a condition that always holds"),
    ("L15", "a span whose label can be unset"),
    ("L16", "a phase without rules"),
    ("L17", "free without agr"),
    ("L18", "an agreement that compares nothing"),
    ("L19", "an entry of a list with a comma in it"),
    ("L20", "a phrase with two heads"),
    ("L21", "a language without a dictionary"),
  ]
}
