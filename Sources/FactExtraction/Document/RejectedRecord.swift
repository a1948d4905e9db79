/// A record that no document could be made of.
public struct RejectedRecord: Error, Hashable, Sendable {
  /// The record's id, where it could still be read.
  public let id: DocumentID
  /// What is wrong with it.
  public let fault: DocumentFault

  /// Makes a rejection of a record; its id is left out where it could not be read.
  public init(id: DocumentID = .none, fault: DocumentFault) {
    self.id = id
    self.fault = fault
  }
}
