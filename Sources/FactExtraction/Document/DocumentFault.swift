/// Why a document could not be processed; it becomes an error record in the output.
public struct DocumentFault: Error, Hashable, Sendable {
  /// The stable name of the fault, for programs.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name as it stands in the output.
    public let rawValue: String

    /// Makes a code of its name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Bytes that are not UTF-8.
    public static let invalidUTF8 = Code(rawValue: "invalid_utf8")
    /// A line that is not one JSON value.
    public static let invalidJSON = Code(rawValue: "invalid_json")
    /// JSON that is nested deeper than the reader follows.
    public static let tooDeep = Code(rawValue: "too_deep")
    /// A line of JSON that is not an object.
    public static let notAnObject = Code(rawValue: "not_an_object")
    /// A record without a text.
    public static let missingText = Code(rawValue: "missing_text")
    /// A record whose text is not a string.
    public static let invalidText = Code(rawValue: "invalid_text")
    /// A record whose id is neither a string nor a number.
    public static let invalidID = Code(rawValue: "invalid_id")
    /// A line with nothing on it.
    public static let emptyLine = Code(rawValue: "empty_line")
    /// A row of a table whose fields cannot be told, or are not as many as the header has.
    public static let invalidRow = Code(rawValue: "invalid_row")
    /// A line or file above the limit.
    public static let tooLong = Code(rawValue: "too_long")
    /// A file that could not be read.
    public static let unreadable = Code(rawValue: "unreadable")
  }

  /// The stable name of the fault.
  public let code: Code
  /// What is wrong, for people.
  public let message: String
  /// Where in the line, as a count of bytes from 1, if the fault has a place.
  public let column: Int?

  /// Makes a fault.
  public init(_ code: Code, _ message: String, column: Int? = nil) {
    self.code = code
    self.message = message
    self.column = column
  }
}
