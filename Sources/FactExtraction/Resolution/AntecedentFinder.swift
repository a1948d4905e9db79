import TextEngine

/// Finds the fact that a pronoun, or another word that only points back, stands for.
///
/// The nearest one before it in the paragraph, else in the paragraph before, that agrees in gender and number:
///
///     «Анна Петрова приехала. Она …» → Анна Петрова; «Он …» → nothing
///
/// What stays unclear is no fact at all: nothing further back is tried, and nobody who does not agree.
struct AntecedentFinder {
  let engine: Engine
  let facts: [Fact]
  /// The sex that a fact says of its bearer; nil where it says none.
  ///
  /// The form of a name may leave it open: «Юлии» is Юлия as well as Юлий.
  let sex: (Fact) -> Cells?

  /// The place of the fact of a kind that some tokens point back to, or nil.
  func antecedent(of pronoun: Range<Int>, schema: Int) -> Int? {
    guard let token = pronoun.last, let wanted = wantedCells(token) else { return nil }
    let starts = engine.document.tokens.paragraphStarts.map(Int.init)
    guard let paragraph = starts.lastIndex(where: { $0 <= pronoun.lowerBound }) else { return nil }
    var found = nearest(in: starts[paragraph]..<pronoun.lowerBound, schema: schema, wanted)
    if found.isEmpty || !isPronoun(token), paragraph > 0 {
      found += nearest(in: starts[paragraph - 1]..<starts[paragraph], schema: schema, wanted)
    }
    guard let nearest = found.first else { return nil }
    // The subject goes on: «Петров встретился с Ивановым. Он …». A pronoun asks one sentence, and where nobody is even named, as
    // in «Работал врачом», the last subject is meant.
    let first = isPronoun(token) ? sentenceStart(before: facts[nearest].tokens.lowerBound) : 0
    return found.first { canBeSubject(facts[$0]) && facts[$0].tokens.lowerBound >= first }
      ?? nearest
  }

  /// The genders and numbers in which a word can stand, or nil where it points to speaker or hearer.
  private func wantedCells(_ token: Int) -> Cells? {
    let readings = engine.readings(of: token)
    // A mark agrees with anybody: «С 2010 года — директор завода».
    if engine.has(.punctuation, token) { return [.masculine, .feminine] }
    let pronouns = readings.filter { $0.analysis.grammemes.contains(.pronoun) }
    let pointing = (pronouns.isEmpty ? readings : pronouns).filter {
      $0.analysis.grammemes.isDisjoint(with: [.firstPerson, .secondPerson])
    }
    guard !pointing.isEmpty else { return nil }
    return pointing.reduce(into: Cells()) { $0.formUnion($1.cells) }.inAnyCase
  }

  /// The first token of the sentence that a token stands in.
  private func sentenceStart(before token: Int) -> Int {
    let flags = engine.document.tokens.flags
    return (0...token).last { flags[$0].contains(.sentenceStart) } ?? 0
  }

  private func isPronoun(_ token: Int) -> Bool {
    engine.readings(of: token).contains { $0.analysis.grammemes.contains(.pronoun) }
  }

  private func canBeSubject(_ fact: Fact) -> Bool { !fact.cells.isDisjoint(with: .nominative) }

  /// The facts of a kind in some tokens that agree, the nearest first.
  private func nearest(in tokens: Range<Int>, schema: Int, _ wanted: Cells) -> [Int] {
    let found = facts.indices.filter { place in
      let fact = facts[place]
      return fact.schema == schema && tokens.contains(fact.tokens.lowerBound)
        && fact.tokens.upperBound <= tokens.upperBound
        && !(sex(fact) ?? fact.cells.inAnyCase).isDisjoint(with: wanted)
    }
    let nearestFirst = found.sorted { facts[$0].tokens.upperBound > facts[$1].tokens.upperBound }
    return nearestFirst.prefix(Self.maximumTried).filter { !isInAnotherName($0) }
  }

  /// The most facts that are looked at, so that a paragraph full of them costs no more.
  private static let maximumTried = 8

  /// Whether a fact is a part of another one's name: «театр имени Ивана Белова» is not about him.
  private func isInAnotherName(_ place: Int) -> Bool {
    let fact = facts[place]
    return facts.contains {
      $0.schema != fact.schema && $0.tokens.count > fact.tokens.count
        && $0.tokens.lowerBound <= fact.tokens.lowerBound
        && fact.tokens.upperBound <= $0.tokens.upperBound
    }
  }
}
