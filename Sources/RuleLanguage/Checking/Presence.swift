import TextEngine

/// Finds out on which ways through a pattern labels are set and have what values need.
///
/// A way is a set of needs that are surely met on it, a bit each. All values of `emit` are there the more needs are met,
/// so only ways that no other way is a part of are kept.
struct Presence {
  private let needs: [(label: Int, need: Need)]
  private let contents: LabelContents
  private let state: CompilationState
  private let walk: PatternWalk
  private var steps = 0
  /// Whether the pattern has more ways than are looked at.
  private(set) var isTooLarge = false
  /// Whether the ways are those that meet the most, and not those that meet the least.
  private let isGenerous: Bool

  private static let maximumWays = 128
  /// The most pairs of ways that are joined, so that no rule set takes long.
  private static let maximumWork = 2_000_000
  private var work = 0
  /// How many definitions the walk is inside of.
  private var depth = 0

  init(
    needs: [(label: Int, need: Need)],
    contents: LabelContents,
    _ state: CompilationState,
    isGenerous: Bool = false
  ) {
    self.needs = needs
    self.contents = contents
    self.state = state
    self.isGenerous = isGenerous
    walk = PatternWalk(definitions: state.definitions)
  }

  /// The ways through a pattern; nil where there are too many.
  mutating func ways(through pattern: PatternSyntax) -> [UInt64]? {
    guard needs.count <= 64 else { return nil }
    let found = ways(pattern, inside: [])
    return isTooLarge ? nil : found
  }

  private mutating func ways(_ pattern: PatternSyntax, inside open: [Int]) -> [UInt64] {
    steps += 1
    guard steps < PatternWalk.maximumSteps, !isTooLarge else {
      isTooLarge = true
      return [0]
    }
    switch pattern.kind {
    case .alternation(let parts):
      var found: [UInt64] = []
      for part in parts { found += ways(part, inside: open) }
      return kept(found)
    case .sequence(let parts):
      var found: [UInt64] = [0]
      for part in parts {
        let own = ways(part, inside: open)
        if own == [0] { continue }
        var joined: [UInt64] = []
        work += found.count * own.count
        if work > Self.maximumWork {
          isTooLarge = true
          return [0]
        }
        for way in found { for next in own { joined.append(way | next) } }
        found = kept(joined)
      }
      return found
    case .element(let element): return ways(element, inside: open)
    case .agreement(_, let part), .free(let part), .group(let part):
      return ways(part, inside: open)
    case .name(let name):
      guard let definition = walk.definition(name) else {
        return Assertion(rawValue: name.text) != nil || name.text == "nosp"
          ? [0] : [met(open) { $0 == .set }]
      }
      guard depth < PatternCompiler.maximumDepth else {
        isTooLarge = true
        return [0]
      }
      depth += 1
      defer { depth -= 1 }
      return ways(definition.pattern, inside: open)
    case .form, .exactForm, .lemma: return [met(open) { $0 == .set }]
    case .list(let name): return [met(open) { meets($0, list: name) }]
    case .token(let predicate): return [met(open) { meets($0, token: predicate) }]
    case .annotation(let name, _): return [met(open) { meets($0, annotation: name) }]
    }
  }

  private mutating func ways(_ element: PatternElementSyntax, inside open: [Int]) -> [UInt64] {
    var open = open
    var digits: UInt64 = 0
    if let label = element.label, let number = contents.number(of: label.text) {
      if !open.contains(number) { open.append(number) }
      // The number of a label is that of its first token.
      if startsWithDigits(element.atom) {
        for (bit, wanted) in needs.enumerated() where wanted.label == number {
          if wanted.need == .number || wanted.need == .digits { digits |= 1 << UInt64(bit) }
        }
      }
    }
    if element.maximum == 0 { return [0] }
    var found = ways(element.atom, inside: open)
    if digits != 0 { found = found.map { $0 == 0 ? 0 : $0 | digits } }
    if isGenerous, element.maximum != 1 { found = [found.reduce(0, |)] }
    if element.minimum == 0 { found.append(0) }
    return kept(found)
  }

  /// The bits of the needs of open labels that an element meets.
  private func met(_ open: [Int], _ meets: (Need) -> Bool) -> UInt64 {
    var way: UInt64 = 0
    for (bit, wanted) in needs.enumerated() where open.contains(wanted.label) {
      if meets(wanted.need) { way |= 1 << UInt64(bit) }
    }
    return way
  }

  /// Without the ways that another one makes needless.
  private mutating func kept(_ ways: [UInt64]) -> [UInt64] {
    guard ways.count > 1 else { return ways }
    var kept: [UInt64] = []
    let sorted = Set(ways).sorted { left, right in
      isGenerous
        ? left.nonzeroBitCount > right.nonzeroBitCount
        : left.nonzeroBitCount < right.nonzeroBitCount
    }
    for way in sorted {
      let isNeedless = kept.contains { isGenerous ? $0 & way == way : $0 & way == $0 }
      if !isNeedless { kept.append(way) }
    }
    if kept.count > Self.maximumWays {
      isTooLarge = true
      return [0]
    }
    return kept
  }

  // MARK: What elements meet

  private func meets(_ need: Need, list name: NameSyntax) -> Bool {
    switch need {
    case .set: true
    case .member(let member): hasOnAll(member, name).always
    case .number: hasOnAll("value", name).always
    case .digits, .fact: false
    }
  }

  private func meets(_ need: Need, token predicate: PredicateSyntax) -> Bool {
    switch need {
    case .set: true
    case .member(let member):
      TokenContents.isEntry(predicate) { hasOnAll(member, $0) }.always
    case .number: TokenContents.isEntry(predicate) { hasOnAll("value", $0) }.always
    case .digits, .fact: false
    }
  }

  private func meets(_ need: Need, annotation name: NameSyntax) -> Bool {
    let type = state.annotationTypes[name.text] ?? 0
    let core = CoreAnnotation.allCases.count
    switch need {
    case .set: return true
    case .number: return type == CoreAnnotation.numeral.type || type == CoreAnnotation.ordinal.type
    case .fact: return type >= core && (type - core) % 2 == 0
    case .digits: return false
    case .member(let member):
      if type == CoreAnnotation.numeral.type || type == CoreAnnotation.ordinal.type {
        return member == "value" || member == "scale"
      }
      guard type >= core, state.program.schemas.indices.contains((type - core) / 2) else {
        return false
      }
      let schema = state.program.schemas[(type - core) / 2]
      return schema.field(named: member).map { schema.fields[$0].isRequired } ?? false
    }
  }

  private func hasOnAll(_ feature: String, _ name: NameSyntax) -> TokenContents.Certainty {
    guard let list = state.lists[name.text],
      let summary = state.features.features(ofList: list)[feature]
    else { return .never }
    return summary.isOnAll ? .always : .perhaps
  }

  /// Whether whatever a pattern takes starts with a token of digits.
  private func startsWithDigits(_ pattern: PatternSyntax, depth: Int = 0) -> Bool {
    guard depth < 64 else { return false }
    switch pattern.kind {
    case .alternation(let parts):
      return parts.allSatisfy { startsWithDigits($0, depth: depth + 1) }
    case .sequence(let parts):
      return parts.first.map { startsWithDigits($0, depth: depth + 1) } ?? false
    case .element(let element):
      return element.minimum > 0 && startsWithDigits(element.atom, depth: depth + 1)
    case .agreement(_, let part), .free(let part), .group(let part):
      return startsWithDigits(part, depth: depth + 1)
    case .name(let name):
      guard let definition = walk.definition(name) else { return false }
      return startsWithDigits(definition.pattern, depth: depth + 1)
    case .form(let text), .exactForm(let text):
      return text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    case .token(let predicate): return TokenContents.startsWithDigits(predicate).always
    default: return false
    }
  }
}
