/// The place of a test or of a line of it, for people and for editors.
public struct TestPlace: Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The character in its line, from 1.
  public var column: Int

  /// Makes a place.
  public init(path: String, line: Int, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// The path and the line with a colon between.
  public var description: String { "\(path):\(line)" }
}
