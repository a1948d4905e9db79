/// The entries of lists in a document, sorted by start, longer first.
///
/// They are those of the document at hand: a new one changes them.
public struct ListMatches: RandomAccessCollection {
  private let found: Buffer<ListMatch>

  init(_ found: Buffer<ListMatch>) { self.found = found }

  /// Where the first stands.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { found.count }

  /// The match at an index, which must be below `endIndex`.
  public subscript(index: Int) -> ListMatch { found[index] }
}
