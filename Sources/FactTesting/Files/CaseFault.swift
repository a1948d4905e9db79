/// Something in a case file that is not as the format has it.
public struct CaseFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong.
  public var message: String
  /// The line itself.
  public var source: String

  /// Makes a fault.
  public init(path: String, line: Int, column: Int, message: String, source: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.source = source
  }

  /// The place, the message, the line and a caret under the column.
  public var description: String {
    let before = source.unicodeScalars.prefix(max(0, column - 1))
    // A tab stays a tab, so that the caret stands under the letter at any width of tabs.
    let blanks = before.map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(path):\(line):\(column): error: \(message)\n  \(source)\n  \(blanks)^"
  }
}
