import TextEngine

/// The states in the names of bodies, so that «МИД Польши» and «польский МИД» are found to be one.
///
/// The lists of countries and of their adjectives tell them by the feature `state`.
struct StateNames {
  /// A name whose state stands apart.
  struct Parts: Equatable {
    /// The name without its state: «МИД».
    var rest: String
    /// The state, in whatever words the name has it.
    var state: String
    /// Whether it is the state whose bodies are often named without it.
    var isHome: Bool
    /// Whether the rest alone may be named for the whole: before a genitive, and behind a small adjective.
    ///
    /// «Парламент Латвии» and «латвийский парламент» are named «парламент», but «Украинская правда» is not «Правда».
    var isLoose: Bool
  }

  /// The most words that a state's name has.
  private static let maximumLength = 3

  private let engine: Engine
  private let countries: [ListID]
  private let adjectives: ListID?

  init(_ engine: Engine) {
    self.engine = engine
    countries = ["country", "country_long"].compactMap(engine.program.list)
    adjectives = engine.program.list("country_adj")
  }

  /// Those of some tokens that lie in a span.
  func tokens(in span: TextSpan, of tokens: Range<Int>) -> Range<Int> {
    let starts = tokens.drop { engine.span(of: $0..<($0 + 1)).start < span.start }
    let inside = starts.prefix { engine.span(of: $0..<($0 + 1)).end <= span.end }
    return inside.startIndex..<inside.endIndex
  }

  /// Takes apart a name that has been read from some tokens; nil where it tells no state or nothing else.
  func parts(of name: String, in tokens: Range<Int>) -> Parts? {
    guard tokens.count > 1 else { return nil }
    return behind(name, tokens) ?? before(name, tokens)
  }

  /// Whether a name that has been read from some tokens tells no place: no word behind the first has a capital.
  func isPlain(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().allSatisfy { !(engine.text(of: $0).first?.isUppercase ?? false) }
  }

  /// «МИД Польши», «Верховный суд Российской Федерации».
  private func behind(_ name: String, _ tokens: Range<Int>) -> Parts? {
    for token in tokens.dropFirst().suffix(Self.maximumLength) {
      for place in engine.listMatches(at: token) {
        let match = engine.document.listMatches[place]
        guard match.end == tokens.upperBound, countries.contains(match.list),
          // A bank of a country's name is called by it in the nominative.
          match.cells.isEmpty || !match.cells.isDisjoint(with: .genitive),
          let state = text("state", of: match)
        else { continue }
        let end = engine.text(of: token..<tokens.upperBound)
        guard let rest = Self.dropping(end, from: name) else { return nil }
        return Parts(rest: rest, state: state, isHome: isHome(match), isLoose: true)
      }
    }
    return nil
  }

  /// «польский МИД».
  private func before(_ name: String, _ tokens: Range<Int>) -> Parts? {
    guard let blank = name.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    for place in engine.listMatches(at: tokens.lowerBound) {
      let match = engine.document.listMatches[place]
      guard match.list == adjectives, match.end == tokens.lowerBound + 1,
        let state = text("state", of: match)
      else { continue }
      return Parts(
        rest: String(name[name.utf8.index(after: blank)...]),
        state: state,
        isHome: isHome(match),
        isLoose: engine.text(of: tokens.lowerBound).first?.isLowercase ?? false
      )
    }
    return nil
  }

  private func isHome(_ match: ListMatch) -> Bool { text("home", of: match) != nil }

  private func text(_ feature: String, of match: ListMatch) -> String? {
    engine.program.feature(feature, of: engine.program.gazetteer.entries[match.entry]).text
  }

  /// A name without its last words and the blank before them; nil where it ends in others or has no more.
  private static func dropping(_ end: String, from name: String) -> String? {
    let rest = name.utf8.dropLast(end.utf8.count)
    guard rest.count > 1, rest.last == UInt8(ascii: " "),
      name.utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
    else { return nil }
    return String(Substring(rest.dropLast()))
  }
}
