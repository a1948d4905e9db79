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
    /// The span of the fact: the match, or what `span` says.
    var span: Range<Int>
    /// What each label took, nothing for those that took no token.
    var captures: [String: [Range<Int>]]

    static func < (left: Found, right: Found) -> Bool {
      (left.start, right.end, left.rule) < (right.start, left.end, right.rule)
    }

    var description: String {
      let labels = captures.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "rule \(rule) \(start)..<\(end) as \(span) \(labels.joined(separator: " "))"
    }
  }

  /// What one way through a pattern has done so far.
  private struct Way {
    var position: Int
    /// What happened on the way.
    var trail = ReferenceTrail()
    /// For each open group, the combinations that its words still share; nil before the first word.
    var groups: [(categories: [AgreementCategory], shared: Set<Int>?)] = []
    /// Which copy of each repetition with bounds the way is in, outermost first.
    var copies: [Int] = []
    /// The endless repetitions that the way came by since it last took a token.
    var loops: Set<Loop> = []
  }

  /// An endless repetition, and what the open groups of agreement had come to there.
  private struct Loop: Hashable {
    var place: [Int]
    var groups: [Set<Int>?]
  }

  /// The steps that are tried for one rule at one place.
  private static let patience = 4_000

  private let engine: Engine
  private let words: ReferencePredicates
  private let conditions: ReferenceConditions
  private var agreement = ReferenceAgreement()
  private var budget = 0
  private var window = 0..<0
  /// Whether some rule had more ways than this matcher tries.
  var gaveUp = false

  init(engine: Engine) {
    self.engine = engine
    words = ReferencePredicates(engine: engine)
    conditions = ReferenceConditions(engine: engine)
  }

  // MARK: Rules

  /// The matches that win, in text order; the windows are sentences or paragraphs.
  func winners(_ rules: [ReferenceRule], isParagraph: Bool) -> [Found] {
    var candidates: [Found] = []
    let tokens = engine.document.tokens
    let firsts = isParagraph ? tokens.paragraphStarts : tokens.sentenceStarts
    let starts = firsts.map(Int.init) + [tokens.count]
    for (first, last) in zip(starts, starts.dropFirst()) {
      for (number, rule) in rules.enumerated() {
        var token = first
        while token < last {
          if let found = longest(rule, number, from: token, window: first..<last) {
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
      candidates.removeAll {
        $0.start < best.end && best.start < $0.end && rules[$0.rule].pool == rules[best.rule].pool
      }
    }
    return winners.filter { !rules[$0.rule].isBlock }.sorted()
  }

  /// Priority, then length, then the earlier start, then the order of rules.
  private func isWeaker(_ left: Found, _ right: Found, _ rules: [ReferenceRule]) -> Bool {
    let (one, other) = (rules[left.rule].priority, rules[right.rule].priority)
    if one != other { return one < other }
    let (length, otherLength) = (left.end - left.start, right.end - right.start)
    if length != otherLength { return length < otherLength }
    return (left.start, left.rule) > (right.start, right.rule)
  }

  private func longest(
    _ rule: ReferenceRule,
    _ number: Int,
    from start: Int,
    window: Range<Int>
  ) -> Found? {
    // The first way to an end is the preferred one.
    var ends: [Int: ReferenceTrail] = [:]
    begin(in: window)
    walk(rule.pattern, Way(position: start), agrees: false) { way in
      if way.position > start, ends[way.position] == nil { ends[way.position] = way.trail }
    }
    if budget <= 0 { gaveUp = true }
    for (end, trail) in ends.sorted(by: { $0.key > $1.key }) {
      if isRefused(rule, start..<end, window) { continue }
      guard rule.conditions.allSatisfy({ conditions.holds($0, trail) }) else { continue }
      let captures = trail.captures
      var span = start..<end
      if let parts = rule.span.flatMap({ captures[$0] }), let first = parts.map(\.lowerBound).min(),
        let last = parts.map(\.upperBound).max()
      {
        span = first..<last
      }
      return Found(start: start, end: end, rule: number, span: span, captures: captures)
    }
    return nil
  }

  private func isRefused(_ rule: ReferenceRule, _ found: Range<Int>, _ window: Range<Int>) -> Bool {
    if rule.inside.contains(where: { words.isInside($0, found) }) { return true }
    var refused = false
    for context in rule.before {
      for start in window.lowerBound...found.lowerBound {
        begin(in: window.lowerBound..<found.lowerBound)
        walk(context, Way(position: start), agrees: false) { way in
          if way.position == found.lowerBound { refused = true }
        }
      }
    }
    for context in rule.after {
      begin(in: found.upperBound..<window.upperBound)
      walk(context, Way(position: found.upperBound), agrees: false) { _ in refused = true }
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
      guard let label = element.label?.text else {
        return repeated(element, 0, way, agrees: agrees, next)
      }
      var way = way
      way.trail.add(.labelStart(label), at: way.position)
      repeated(element, 0, way, agrees: agrees) { end in
        var end = end
        end.trail.add(.labelEnd(label), at: end.position)
        next(end)
      }
    case .group(let part): walk(part, way, agrees: agrees, next)
    case .free(let part): walk(part, way, agrees: false, next)
    case .agreement(let categories, let part):
      var inside = way
      inside.groups.append(
        (categories.isEmpty ? [.grammaticalCase, .number, .gender] : categories, nil)
      )
      inside.trail.add(.groupStart, at: way.position)
      walk(part, inside, agrees: true) { end in
        var end = end
        let group = end.groups.removeLast()
        let cells = agreement.cells(of: group.shared, group.categories)
        end.trail.add(.groupEnd(cells), at: end.position)
        next(end)
      }
    case .token(let predicate):
      take(way, agrees: agrees, next) { words.readings(of: $0, passing: predicate) }
    case .form(let text):
      take(text.split(separator: " ")[...], way, agrees: agrees, next) { token, word in
        words.readings(of: token, withForm: word)
      }
    case .exactForm(let text):
      take(text.split(separator: " ")[...], way, agrees: agrees, next) { token, word in
        words.readings(of: token, spelt: word)
      }
    case .lemma(let lemma):
      take(way, agrees: agrees, next) { words.readings(of: $0, withLemma: lemma) }
    case .list(let name):
      for match in words.entries(of: name.text, at: way.position)
      where match.end <= window.upperBound {
        var taken = way
        taken.trail.add(.list(match.cells), at: way.position)
        take(taken, to: match.end, words.asReadings(match.cells, head: match.head), agrees, next)
      }
    case .annotation(let name, let predicate):
      for annotation in words.annotations(name.text, at: way.position)
      where annotation.end <= window.upperBound && words.holds(predicate, of: annotation) {
        var taken = way
        taken.trail.add(.annotation(annotation), at: way.position)
        let readings = words.asReadings(annotation.cells, head: annotation.head)
        take(taken, to: annotation.end, readings, agrees, next)
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

  /// Takes the words of a text one after the other.
  private func take(
    _ texts: ArraySlice<Substring>,
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void,
    _ test: (Int, String) -> [ReferenceReading]?
  ) {
    guard let first = texts.first else { return next(way) }
    take(way, agrees: agrees, { take(texts.dropFirst(), $0, agrees: agrees, next, test) }) {
      test($0, String(first))
    }
  }

  /// Takes one token for which some readings are left; they are what agrees.
  private func take(
    _ way: Way,
    agrees: Bool,
    _ next: (Way) -> Void,
    _ test: (Int) -> [ReferenceReading]?
  ) {
    guard way.position < window.upperBound, let readings = test(way.position) else { return }
    take(way, to: way.position + 1, readings, agrees, next)
  }

  private func take(
    _ way: Way,
    to end: Int,
    _ readings: [ReferenceReading],
    _ agrees: Bool,
    _ next: (Way) -> Void
  ) {
    var way = moved(way, to: end)
    if agrees, let group = way.groups.indices.last {
      let values = agreement.values(of: readings, way.groups[group].categories)
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
}
