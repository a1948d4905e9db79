/// A line that one of two records has and the other has not.
public struct DifferenceLine: Hashable, Sendable, CustomStringConvertible {
  /// Whether the new record has it; else the old one.
  public var isAdded: Bool
  /// The line.
  public var text: String

  /// Makes a line.
  public init(isAdded: Bool, text: String) {
    self.isAdded = isAdded
    self.text = text
  }

  /// The line after `+` or `-`.
  public var description: String { (isAdded ? "+" : "-") + text }
}
