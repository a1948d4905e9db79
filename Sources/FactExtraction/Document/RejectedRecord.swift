/// A record that no document could be made of.
public struct RejectedRecord: Error, Hashable, Sendable {
  /// The record's id, where it could still be read.
  public let id: DocumentID
  /// What is wrong with it.
  public let fault: DocumentFault
}
