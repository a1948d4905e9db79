public import TextEngine

/// What happened while the facts of a document were found, kept for explaining them.
///
/// Pass one to `Extractor.extract(_:recording:)`; it holds the record of that document afterwards.
public final class ExtractionRecord {
  /// A match that won its phase, with the fact that it gave.
  public struct Emission: Sendable {
    /// The phase, by its place in the program.
    public var phase: Int
    /// The match, by its place among the candidates of the phase's record.
    public var candidate: Int
    /// The fact before facts were linked to each other; nil where a value was impossible, such as the 32nd of May.
    public var fact: Fact?
    /// The place of the fact in the order of finding.
    fileprivate var place: Int?
  }

  /// The phases that ran, in order.
  public internal(set) var phases: [PhaseRecord] = []
  /// All matches that won, block's excepted, in the order in which their phases ran.
  public internal(set) var emissions: [Emission] = []
  /// Called before each phase, with its place in the program, when the engine has what that phase sees.
  public var beforePhase: (Int) -> Void

  /// Makes an empty record.
  public init(beforePhase: @escaping (Int) -> Void = { _ in }) {
    self.beforePhase = beforePhase
  }

  func begin() {
    phases.removeAll(keepingCapacity: true)
    emissions.removeAll(keepingCapacity: true)
  }

  /// Takes up a match that won and what it gave.
  func note(_ match: Match, _ fact: Fact?, place: Int?) {
    guard let record = phases.last,
      let candidate = record.candidates.indices.first(where: {
        record.killers[$0] == nil && record.candidates[$0].rule == match.rule
          && record.candidates[$0].tokens == match.tokens
      })
    else { return }
    emissions.append(
      Emission(phase: record.phase, candidate: candidate, fact: fact, place: place)
    )
  }

  /// Takes up what has become of facts by what other mentions tell.
  func update(_ facts: [Fact]) {
    for emission in emissions.indices {
      if let place = emissions[emission].place { emissions[emission].fact = facts[place] }
    }
  }
}
