import TextEngine

extension [Diagnostic] {
  /// By file, then place, then code.
  var inSourceOrder: [Diagnostic] {
    sorted { left, right in
      if left.range.file != right.range.file { return left.range.file < right.range.file }
      if left.range.span.start != right.range.span.start {
        return left.range.span.start < right.range.span.start
      }
      return left.code < right.code
    }
  }
}
