import TextEngine

/// A place in a rule file as people read it: `Rules/date/dates.rules:18:34`.
public struct RuleLocation: Hashable, Sendable, CustomStringConvertible {
  /// The source's path.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The character in its line, from 1; combining marks do not count.
  public var column: Int

  /// The path, the line and the column with colons between.
  public var description: String { "\(path):\(line):\(column)" }
}

extension RuleSource {
  /// The place of a byte of this source.
  ///
  /// - Complexity: O(*n*) in the length of the source; a `DiagnosticRenderer` does many at once.
  public func location(at offset: Int) -> RuleLocation {
    location(at: offset, in: SourceLines(bytes))
  }

  func location(at offset: Int, in lines: SourceLines) -> RuleLocation {
    let line = lines.line(at: offset)
    let start = lines.span(ofLine: line).start
    return RuleLocation(
      path: path,
      line: line + 1,
      column: lines.width(from: start, to: offset) + 1
    )
  }
}
