import TextEngine

/// The matches that the facts of the document at hand were read from.
final class FactOrigins {
  /// For each fact, its match.
  private(set) var matches: [Match] = []

  /// Takes up the match of the next fact.
  func append(_ match: Match) { matches.append(match) }

  /// The match of a fact; nil where there is no such fact.
  subscript(fact: Int) -> Match? { matches.indices.contains(fact) ? matches[fact] : nil }
}
