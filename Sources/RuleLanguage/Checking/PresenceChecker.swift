import TextEngine

/// Finds required fields whose value is missing on some way through the pattern.
struct PresenceChecker {
  private var needs: [(label: Int, need: Need)] = []
  private let contents: LabelContents
  /// Whether some value is what a word points back to: nobody may be there.
  private var hasAntecedent = false

  /// Checks the assignments of required fields.
  static func check(
    _ assignments: [AssignmentSyntax],
    _ pattern: PatternSyntax,
    _ contents: LabelContents,
    _ state: inout CompilationState
  ) {
    var checker = PresenceChecker(contents: contents)
    for assignment in assignments { checker.collect(assignment.value) }
    guard !checker.needs.isEmpty || checker.hasAntecedent else { return }
    var presence = Presence(needs: checker.needs, contents: contents, state)
    guard let ways = presence.ways(through: pattern) else { return }
    for assignment in assignments {
      guard let way = ways.first(where: { !checker.isThere(assignment.value, $0) }) else {
        continue
      }
      let culprit = checker.culprit(assignment.value, way)
      state.diagnose(
        .mayBeMissing(assignment.name, because: culprit?.reason ?? "it has no value on some way"),
        at: culprit?.range ?? assignment.value.range,
        labels: culprit?.place.map { [$0] } ?? []
      )
    }
  }

  private init(contents: LabelContents) {
    self.contents = contents
  }

  private mutating func collect(_ expression: ExpressionSyntax) {
    for part in parts(of: expression) { collect(part) }
    if Self.isAntecedent(expression) { hasAntecedent = true }
    guard let need = need(of: expression) else { return }
    if bit(need) == nil { needs.append(need) }
  }

  private func parts(of expression: ExpressionSyntax) -> [ExpressionSyntax] {
    switch expression.kind {
    case .group(let inner): [inner]
    case .binary(_, let left, let right): [left, right]
    case .call(let name, let arguments):
      // These look at the label, and not at its text.
      switch EmitFunction(rawValue: name.text) {
      case .value, .digits, .ref: []
      default: arguments
      }
    default: []
    }
  }

  /// What an expression needs by itself, apart from its parts.
  private func need(of expression: ExpressionSyntax) -> (label: Int, need: Need)? {
    switch expression.kind {
    case .name(let name): return contents.number(of: name.text).map { ($0, .set) }
    case .member(let owner, let member):
      return contents.number(of: owner.text).map { ($0, .member(member.text)) }
    case .call(let name, let arguments):
      guard case .name(let label)? = arguments.first?.kind,
        let number = contents.number(of: label.text)
      else { return nil }
      switch EmitFunction(rawValue: name.text) {
      case .value: return (number, .number)
      case .digits: return (number, .digits)
      case .ref: return (number, .fact)
      default: return nil
      }
    default: return nil
    }
  }

  private static func isAntecedent(_ expression: ExpressionSyntax) -> Bool {
    guard case .call(let name, _) = expression.kind else { return false }
    return name.text == EmitFunction.antecedent.rawValue
  }

  private func bit(_ need: (label: Int, need: Need)) -> Int? {
    needs.firstIndex { $0.label == need.label && $0.need == need.need }
  }

  private func isThere(_ expression: ExpressionSyntax, _ way: UInt64) -> Bool {
    if Self.isAntecedent(expression) { return false }
    if let need = need(of: expression), let bit = bit(need), way & (1 << UInt64(bit)) == 0 {
      return false
    }
    if case .binary(.fallback, let left, let right) = expression.kind {
      return isThere(left, way) || isThere(right, way)
    }
    return parts(of: expression).allSatisfy { isThere($0, way) }
  }

  /// A part of a value that can be missing.
  private struct Culprit {
    var range: SourceRange
    var reason: String
    var place: Diagnostic.Label?
  }

  /// The part that is missing on a way, for the message; of a fallback, the last resort.
  private func culprit(
    _ expression: ExpressionSyntax,
    _ way: UInt64
  ) -> Culprit? {
    if Self.isAntecedent(expression) {
      return Culprit(
        range: expression.range,
        reason: "there may be nothing that the word points back to"
      )
    }
    if let need = need(of: expression), let bit = bit(need), way & (1 << UInt64(bit)) == 0 {
      let label = contents.labels[need.label]
      let reason =
        switch need.need {
        case .set: "`\(label)` is not set on every way through the pattern"
        case .member(let member): "not everything that `\(label)` can hold has `\(member)`"
        case .number: "not everything that `\(label)` can hold is a number"
        case .digits: "not everything that `\(label)` can hold starts with digits"
        case .fact: "not everything that `\(label)` can hold is a fact"
        }
      let place = contents.places[need.label].map {
        Diagnostic.Label(range: $0, text: "`\(label)` is defined here")
      }
      return Culprit(range: expression.range, reason: reason, place: place)
    }
    if case .binary(.fallback, let left, let right) = expression.kind {
      return culprit(right, way) ?? culprit(left, way)
    }
    for part in parts(of: expression) where !isThere(part, way) { return culprit(part, way) }
    return nil
  }
}
