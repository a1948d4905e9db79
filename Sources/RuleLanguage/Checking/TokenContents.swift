/// What is known of one token from the predicate that it passed.
struct TokenContents {
  /// How surely something holds.
  struct Certainty {
    /// It holds in every case.
    var always: Bool
    /// It may hold.
    var sometimes: Bool

    static let never = Certainty(always: false, sometimes: false)
    static let perhaps = Certainty(always: false, sometimes: true)
    static let always = Certainty(always: true, sometimes: true)
  }

  /// Whether a token that passes a predicate is an entry of a list for which something holds.
  ///
  /// A list after `!` does not count.
  static func isEntry(
    _ predicate: PredicateSyntax,
    where holds: (NameSyntax) -> Certainty
  ) -> Certainty {
    switch predicate.kind {
    case .or(let parts):
      let found = parts.map { isEntry($0, where: holds) }
      return Certainty(
        always: found.allSatisfy(\.always),
        sometimes: found.contains(where: \.sometimes)
      )
    case .and(let parts):
      let found = parts.map { isEntry($0, where: holds) }
      return Certainty(
        always: found.contains(where: \.always),
        sometimes: found.contains(where: \.sometimes)
      )
    case .group(let part): return isEntry(part, where: holds)
    case .list(let name): return holds(name)
    default: return .never
    }
  }

  /// Whether a token that passes a predicate starts with digits.
  static func startsWithDigits(_ predicate: PredicateSyntax) -> Certainty {
    switch predicate.kind {
    case .or(let parts):
      let found = parts.map { startsWithDigits($0) }
      return Certainty(
        always: found.allSatisfy(\.always),
        sometimes: found.contains(where: \.sometimes)
      )
    case .and(let parts):
      let found = parts.map { startsWithDigits($0) }
      // The lemma and the grammar of «45-дневный» are those of the part behind the hyphen.
      let isSure = found.contains(where: \.always)
      return Certainty(always: isSure, sometimes: isSure || found.allSatisfy(\.sometimes))
    case .group(let part): return startsWithDigits(part)
    case .integer: return .always
    case .form(let text), .exactForm(let text):
      return text.first?.isASCII == true && text.first?.isNumber == true ? .always : .never
    case .lemma: return .never
    case .flag(let name): return Self.digits(ofFlag: name.text)
    case .not, .list, .regex, .length: return .perhaps
    }
  }

  private static func digits(ofFlag flag: String) -> Certainty {
    switch flag {
    case "digits", "number", "numword", "time", "date": return .always
    case "alphanumeric", "space", "newline", "bos", "bop", "known", "guessed", "cyr", "latin",
      "url",
      "email", "handle", "roman":
      return .perhaps
    default: return .never
    }
  }
}
