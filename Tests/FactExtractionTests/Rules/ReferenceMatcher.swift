import RuleLanguage

@testable import TextEngine

/// A plain, slow matcher that follows the reference of the rule language word for word, for the fast one to agree with.
///
/// It walks the syntax tree itself, tries every way in the order of preference, and shares nothing between ways.
final class ReferenceMatcher {
  /// A place where a rule held.
  struct Found: Hashable, Comparable, CustomStringConvertible {
    var start: Int
    var end: Int
    var rule: Int
    /// What each label took, nothing for those that took no token.
    var captures: [String: [Range<Int>]]

    static func < (left: Found, right: Found) -> Bool {
      (left.start, right.end, left.rule) < (right.start, left.end, right.rule)
    }

    var description: String {
      let labels = captures.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "rule \(rule) \(start)..<\(end) \(labels.joined(separator: " "))"
    }
  }

  /// A rule as it is written.
  struct Rule {
    var pattern: PatternSyntax
    var before: [PatternSyntax] = []
    var after: [PatternSyntax] = []
    var priority = 0

    init?(_ syntax: RuleSyntax) {
      var found: PatternSyntax?
      for clause in syntax.clauses {
        switch clause.kind {
        case .match(let pattern): found = pattern
        case .unless(.before(let context)): before.append(context)
        case .unless(.after(let context)): after.append(context)
        case .priority(let value): priority = value
        default: break
        }
      }
      guard let found else { return nil }
      pattern = found
    }
  }

  /// What one way through a pattern has done so far.
  private struct Way {
    var position: Int
    var captures: [String: [Range<Int>]] = [:]
    /// For each open group, the combinations that its words still share; nil before the first word.
    var groups: [(categories: [AgreementCategory], shared: Set<[Int]>?)] = []
    /// Which copy of each repetition with bounds the way is in, outermost first.
    var copies: [Int] = []
    /// The endless repetitions that the way came by since it last took a token.
    var loops: Set<Loop> = []
  }

  /// An endless repetition, and what the open groups of agreement had come to there.
  private struct Loop: Hashable {
    var place: [Int]
    var groups: [Set<[Int]>?]
  }

  /// The steps that are tried for one rule at one place.
  private static let patience = 20_000

  private let engine: Engine
  private let words: ReferencePredicates
  private var budget = 0
  private var window = 0..<0
  /// Whether some rule had more ways than this matcher tries.
  var gaveUp = false

  init(engine: Engine) {
    self.engine = engine
    words = ReferencePredicates(engine: engine)
  }

  // MARK: Rules

  /// The matches that win, in text order.
  func winners(_ rules: [Rule]) -> [Found] {
    var candidates: [Found] = []
    let starts =
      engine.document.tokens.sentenceStarts.map(Int.init) + [engine.document.tokens.count]
    for (first, last) in zip(starts, starts.dropFirst()) {
      for (number, rule) in rules.enumerated() {
        var token = first
        while token < last {
          if let found = longest(rule, number, from: token, sentence: first..<last) {
            candidates.append(found)
            token = found.end
          } else {
            token += 1
          }
        }
      }
    }
    var winners: [Found] = []
    while let best = candidates.max(by: { isWeaker($0, $1, rules) }) {
      winners.append(best)
      candidates.removeAll { $0.start < best.end && best.start < $0.end }
    }
    return winners.sorted()
  }

  /// Priority, then length, then the earlier start, then the order of rules.
  private func isWeaker(_ left: Found, _ right: Found, _ rules: [Rule]) -> Bool {
    let (one, other) = (rules[left.rule].priority, rules[right.rule].priority)
    if one != other { return one < other }
    let (length, otherLength) = (left.end - left.start, right.end - right.start)
    if length != otherLength { return length < otherLength }
    return (left.start, left.rule) > (right.start, right.rule)
  }

  private func longest(
    _ rule: Rule,
    _ number: Int,
    from start: Int,
    sentence: Range<Int>
  ) -> Found? {
    var ends: [Int: Found] = [:]
    begin(in: sentence)
    walk(rule.pattern, Way(position: start), agrees: false) { way in
      // The first way to an end is the preferred one.
      guard way.position > start, ends[way.position] == nil else { return }
      let captures = way.captures.mapValues { $0.filter { !$0.isEmpty } }
      ends[way.position] = Found(
        start: start,
        end: way.position,
        rule: number,
        captures: captures.filter { !$0.value.isEmpty }
      )
    }
    if budget <= 0 { gaveUp = true }
    return ends.values.sorted { $0.end > $1.end }.first { !isRefused(rule, $0, sentence) }
  }

  private func isRefused(_ rule: Rule, _ found: Found, _ sentence: Range<Int>) -> Bool {
    var refused = false
    for context in rule.before {
      for start in sentence.lowerBound...found.start {
        begin(in: sentence.lowerBound..<found.start)
        walk(context, Way(position: start), agrees: false) { way in
          if way.position == found.start { refused = true }
        }
      }
    }
    for context in rule.after {
      begin(in: found.end..<sentence.upperBound)
      walk(context, Way(position: found.end), agrees: false) { _ in refused = true }
    }
    return refused
  }

  private func begin(in range: Range<Int>) {
    window = range
    budget = Self.patience
  }

  // MARK: Patterns

  private func walk(
    _ pattern: PatternSyntax,
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void
  ) {
    budget -= 1
    guard budget > 0 else { return }
    switch pattern.kind {
    case .alternation(let branches):
      for branch in branches { walk(branch, way, agrees: agrees, next) }
    case .sequence(let parts): walk(parts[...], way, agrees: agrees, next)
    case .element(let element):
      repeated(element, 0, way, agrees: agrees) { end in
        var end = end
        if let label = element.label?.text {
          end.captures[label, default: []].append(way.position..<end.position)
        }
        next(end)
      }
    case .group(let part): walk(part, way, agrees: agrees, next)
    case .free(let part): walk(part, way, agrees: false, next)
    case .agreement(let categories, let part):
      var inside = way
      inside.groups.append(
        (categories.isEmpty ? [.grammaticalCase, .number, .gender] : categories, nil)
      )
      walk(part, inside, agrees: true) { end in
        var end = end
        end.groups.removeLast()
        next(end)
      }
    case .token(let predicate):
      take(way, agrees: agrees, next) { words.readings(of: $0, passing: predicate) }
    case .form(let text):
      take(way, agrees: agrees, next) { words.readings(of: $0, withForm: text) }
    case .lemma(let lemma):
      take(way, agrees: agrees, next) { words.readings(of: $0, withLemma: lemma) }
    case .list(let name):
      for match in words.entries(of: name.text, at: way.position)
      where match.end <= window.upperBound {
        take(way, to: match.end, match.cells, agrees: agrees, next)
      }
    case .annotation(let name, _):
      for annotation in words.annotations(name.text, at: way.position)
      where annotation.end <= window.upperBound {
        take(way, to: annotation.end, annotation.cells, agrees: agrees, next)
      }
    case .name(let name):
      switch name.text {
      case "any": if way.position < window.upperBound { next(moved(way, to: way.position + 1)) }
      case "dash":
        if way.position < window.upperBound, engine.has(.dash, way.position) {
          next(moved(way, to: way.position + 1))
        }
      default: if words.holds(name.text, at: way.position) { next(way) }
      }
    case .exactForm: break
    }
  }

  private func walk(
    _ parts: ArraySlice<PatternSyntax>,
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void
  ) {
    guard let first = parts.first else { return next(way) }
    walk(first, way, agrees: agrees) { walk(parts.dropFirst(), $0, agrees: agrees, next) }
  }

  private func repeated(
    _ element: PatternElementSyntax,
    _ count: Int,
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void
  ) {
    var way = way
    let isEndless = element.maximum == nil && count >= element.minimum
    if isEndless {
      // Who comes back to the place without having taken anything has nothing new to find there.
      let place = [element.atom.range.span.start] + way.copies
      let loop = Loop(place: place, groups: way.groups.map(\.shared))
      guard way.loops.insert(loop).inserted else { return }
    }
    func once() {
      var inside = way
      inside.copies.append(isEndless ? -1 : count)
      walk(element.atom, inside, agrees: agrees) { end in
        var end = end
        end.copies.removeLast()
        repeated(element, count + 1, end, agrees: agrees, next)
      }
    }
    if count < element.minimum { return once() }
    if let maximum = element.maximum, count >= maximum { return next(way) }
    if element.isLazy { next(way) }
    once()
    if !element.isLazy { next(way) }
  }

  // MARK: Elements

  /// Takes one token for which some readings are left; they are what agrees.
  private func take(
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void,
    _ test: (Int) -> [WordReading]?
  ) {
    guard way.position < window.upperBound, let readings = test(way.position) else { return }
    let cells = readings.reduce(into: readings.isEmpty ? .all : Cells()) { $0.formUnion($1.cells) }
    take(way, to: way.position + 1, cells, agrees: agrees, next)
  }

  private func take(
    _ way: Way,
    to end: Int,
    _ cells: Cells,
    agrees: Bool,
    _ next: (Way) -> Void
  ) {
    var way = moved(way, to: end)
    if agrees, let group = way.groups.indices.last {
      let values = Self.values(of: cells, way.groups[group].categories)
      let shared = way.groups[group].shared.map { $0.intersection(values) } ?? values
      if shared.isEmpty { return }
      way.groups[group].shared = shared
    }
    next(way)
  }

  private func moved(_ way: Way, to end: Int) -> Way {
    var way = way
    way.position = end
    way.loops.removeAll()
    return way
  }

  /// The combinations of the categories that cells stand for; a plural has no gender.
  private static func values(of cells: Cells, _ categories: [AgreementCategory]) -> Set<[Int]> {
    var values: Set<[Int]> = []
    for bit in 0..<28 where cells.rawValue & 1 << UInt64(bit) != 0 {
      values.insert(
        categories.map { category in
          switch category {
          case .grammaticalCase: bit / 4
          case .number: bit % 4 == 3 ? 1 : 0
          case .gender: bit % 4
          case .person: 0
          }
        }
      )
    }
    return values
  }
}
