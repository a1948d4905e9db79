import TextEngine

/// Which phase makes which annotations, so that a rule does not wait for what comes after it.
struct PhaseOrder {
  /// The phases that run, in order.
  var phases: [String] = []
  /// The place of the first phase that makes facts of a kind, by the kind's schema.
  var firstPhase: [Int: Int] = [:]
  /// The phase whose rules are being compiled; nil for what belongs to none.
  var current: Int?

  /// What keeps the current phase from ever seeing annotations of a type; nil where it may see them.
  func obstacle(toType type: Int, in program: RuleProgram) -> AnnotationObstacle? {
    let core = CoreAnnotation.allCases.count
    guard let current, type >= core else { return nil }
    let schema = (type - core) / 2
    guard program.schemas.indices.contains(schema) else { return nil }
    let isAgain = (type - core) % 2 == 1
    if isAgain, !program.schemas[schema].fields.contains(where: { $0.isKey || $0.isAlias }) {
      return .noName(kind: program.schemas[schema].name)
    }
    guard let first = firstPhase[schema] else { return .noRule(kind: program.schemas[schema].name) }
    guard first >= current, phases.indices.contains(first), phases.indices.contains(current) else {
      return nil
    }
    return .later(kind: program.schemas[schema].name, phase: phases[first], own: phases[current])
  }
}
