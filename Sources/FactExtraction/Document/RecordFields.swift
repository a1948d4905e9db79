/// The names of the members that are read from a record of JSON Lines.
public struct RecordFields: Hashable, Sendable {
  /// The member that names the document.
  public var id: String
  /// The member that holds the text.
  public var text: String
  /// The member that dates the document.
  public var date: String

  /// Makes a choice of names.
  public init(id: String = "id", text: String = "text", date: String = "date") {
    self.id = id
    self.text = text
    self.date = date
  }
}
