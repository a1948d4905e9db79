public import TextEngine

/// A place in a rule file as programs read it: lines and columns from 1, bytes from 0.
///
/// Columns count Unicode scalars; the end is the column after the last character.
public struct DiagnosticPlace: Hashable, Sendable {
  /// The source's path.
  public var path: String
  /// The line on which it starts.
  public var line: Int
  /// The column at which it starts.
  public var column: Int
  /// The line on which it ends.
  public var endLine: Int
  /// The column after its last character.
  public var endColumn: Int
  /// The bytes of the source.
  public var span: TextSpan
}

extension SourceLines {
  /// The line and column of an offset, both from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line + 1, scalars(from: span(ofLine: line).start, to: offset) + 1)
  }
}
