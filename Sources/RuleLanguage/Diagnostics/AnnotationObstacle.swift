/// Why an annotation that a pattern asks for cannot be there.
enum AnnotationObstacle: Hashable {
  /// The kind has no field with `key` or `alias`, so its names are not looked for again.
  case noName(kind: String)
  /// No rule gives facts of the kind.
  case noRule(kind: String)
  /// The first phase that makes them is the rule's own, or comes after it.
  case later(kind: String, phase: String, own: String)
}
