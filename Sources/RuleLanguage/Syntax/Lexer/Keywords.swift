/// The words that start an item of a rule file.
enum ItemKeyword: String, CaseIterable, Sendable {
  case language
  case cascade
  case use
  case fact
  case list
  case lexicon
  case definition = "def"
  case phase
  case rule
  case block
  case narrow

  /// The words as written.
  static let words = allCases.map(\.rawValue)
}

/// The words that start a clause of a rule.
enum ClauseKeyword: String, CaseIterable, Sendable {
  case match
  case conditions = "where"
  case unless
  case emit
  case span
  case per
  case priority
  case pool
  case off
  case test
  case reject

  /// The words as written.
  static let words = allCases.map(\.rawValue)
}

/// The words that cannot name a definition, since a pattern ends or changes where they stand.
enum ReservedWord {
  /// Whether a name is one of them.
  static func contains(_ name: String) -> Bool {
    endsPattern(name) || name == "agr" || name == "free"
  }

  /// Whether a pattern ends where this word stands.
  static func endsPattern(_ name: String) -> Bool {
    ItemKeyword(rawValue: name) != nil || ClauseKeyword(rawValue: name) != nil
  }
}
