import TextEngine

extension [Diagnostic] {
  /// By file, then place, then code; each once, also where a definition was used more than once.
  public var inSourceOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { left, right in
      if left.range.file != right.range.file { return left.range.file < right.range.file }
      if left.range.span.start != right.range.span.start {
        return left.range.span.start < right.range.span.start
      }
      return left.code < right.code
    }
  }
}
