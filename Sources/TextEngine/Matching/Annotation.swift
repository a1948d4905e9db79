/// A stretch of tokens that later phases can ask for by its type.
public struct Annotation: Sendable, BitwiseCopyable {
  /// The type, by its place in `RuleProgram.annotationTypes`.
  public var type: Int
  /// The first token.
  public var start: Int
  /// The token after the last.
  public var end: Int
  /// The combinations of case, number and gender in which the phrase can stand.
  public var cells: Cells
  /// The head's token.
  public var head: Int
  /// What the annotation stands for: the place of a fact, numeral or pair.
  public var payload: Int

  /// Whether the annotation is a fact, and not the core's or a further mention of a fact's name.
  public var isFact: Bool {
    type >= CoreAnnotation.allCases.count && (type - CoreAnnotation.allCases.count) % 2 == 0
  }

  /// Makes an annotation.
  public init(type: Int, start: Int, end: Int, cells: Cells, head: Int, payload: Int) {
    self.type = type
    self.start = start
    self.end = end
    self.cells = cells
    self.head = head
    self.payload = payload
  }
}

/// An entry of a list found in the text.
public struct ListMatch: Sendable, BitwiseCopyable {
  private var storedList: UInt32
  private var storedEntry: UInt32
  private var storedStart: UInt32
  private var storedEnd: UInt32
  private var storedHead: UInt32
  /// The cells of the head, narrowed by the words that agree with it.
  public var cells: Cells

  /// The list.
  public var list: ListID { Int(storedList) }
  /// The entry, by its place in the gazetteer.
  public var entry: Int { Int(storedEntry) }
  /// The first token.
  public var start: Int { Int(storedStart) }
  /// The token after the last.
  public var end: Int { Int(storedEnd) }
  /// The head's token.
  public var head: Int { Int(storedHead) }

  init(list: ListID, entry: Int, start: Int, end: Int, head: Int, cells: Cells) {
    storedList = UInt32(truncatingIfNeeded: list)
    storedEntry = UInt32(truncatingIfNeeded: entry)
    // A text has fewer bytes than a number of 32 bits can count, so fewer tokens.
    storedStart = UInt32(truncatingIfNeeded: start)
    storedEnd = UInt32(truncatingIfNeeded: end)
    storedHead = UInt32(truncatingIfNeeded: head)
    self.cells = cells
  }
}
