/// What the lists have for each form as the first word of an entry, found when the form is first met.
///
/// It holds as long as the forms do.
final class FirstWords {
  /// What lists have for one form.
  struct Row: BitwiseCopyable {
    fileprivate var firstEntry: UInt32
    fileprivate var firstNode: UInt32
    fileprivate var entryCount: UInt32 = 0
    fileprivate var nodeCount: UInt32 = 0
    /// The steps that finding it took.
    var steps = 0

    /// The entries that are this word and no other, in their order, each once.
    var entries: Range<Int> { Int(firstEntry)..<Int(firstEntry + entryCount) }
    /// Where longer entries go on in the trie.
    var nodes: Range<Int> { Int(firstNode)..<Int(firstNode + nodeCount) }
  }

  /// An entry of one word.
  struct Entry: BitwiseCopyable {
    var entry: Int32
    var list: Int32
    var cells: Cells
  }

  // For each form the place of its row, or one of these.
  private let places = Buffer<Int32>(capacity: 1 << 10)
  private static let unknown: Int32 = -2
  private static let none: Int32 = -1
  private let rows = Buffer<Row>()
  let entries = Buffer<Entry>()
  let nodes = Buffer<Gazetteer.Node>()
  /// What is found for one form; reused from form to form.
  let found = Buffer<ListMatch>()

  /// Forgets all forms.
  func removeAll() {
    places.removeAll()
    rows.removeAll()
    entries.removeAll()
    nodes.removeAll()
  }

  /// Makes room for as many forms.
  func extend(to count: Int) { places.extend(to: count, with: Self.unknown) }

  /// Whether a form was added.
  @inline(__always)
  func isKnown(_ form: FormID) -> Bool { places[Int(form)] != Self.unknown }

  /// What lists have for a form that was added; nil where they have nothing.
  @inline(__always)
  func row(of form: FormID) -> Row? {
    let place = places[Int(form)]
    return place < 0 ? nil : rows[Int(place)]
  }

  /// A row for a form, before its entries and nodes are added to all others, the entries sorted.
  func newRow() -> Row {
    Row(firstEntry: UInt32(entries.count), firstNode: UInt32(nodes.count))
  }

  /// Takes up what was added since the row was made, as that of a form.
  func add(_ row: Row, of form: FormID) {
    var row = row
    row.entryCount = UInt32(entries.count) - row.firstEntry
    row.nodeCount = UInt32(nodes.count) - row.firstNode
    // One step is taken even where there is nothing.
    guard row.steps > 1 || row.nodeCount > 0 else {
      places[Int(form)] = Self.none
      return
    }
    places[Int(form)] = Int32(rows.count)
    rows.append(row)
  }
}
