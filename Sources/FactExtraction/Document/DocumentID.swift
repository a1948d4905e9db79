/// A document's `id`: a JSON string or number, written to the output as it stood in the input.
public struct DocumentID: Hashable, Sendable {
  /// The value as JSON, without white space around it: `"004"`, `17` or `null`.
  public let json: [UInt8]

  /// No id; the output has `null`.
  public static let none = DocumentID(json: Array("null".utf8))

  /// An id given as a string.
  public init(_ string: String) {
    var writer = JSONWriter()
    writer.string(string)
    json = writer.bytes
  }

  /// An id that is JSON already: valid, one value, valid UTF-8.
  init(json: [UInt8]) {
    self.json = json
  }
}
