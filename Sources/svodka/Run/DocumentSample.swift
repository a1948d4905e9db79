/// A uniform sample of the documents of an input whose length nobody knows before its end.
///
/// Each document has a key, a mix of the seed and its number in the input, and those with the smallest keys are
/// the sample. So it depends on the seed and the number of documents alone, and memory holds no more than the
/// sample itself.
struct DocumentSample {
  private struct Entry {
    let key: UInt64
    let number: Int
    let item: WorkItem

    /// Whether this document would give way to another.
    func isBehind(_ other: Entry) -> Bool { (key, number) > (other.key, other.number) }
  }

  private let size: Int
  private let seed: UInt64
  private var seen = 0
  /// A heap: each entry is behind the two at twice its index plus 1 and 2, so the first one goes first.
  private var heap: [Entry] = []

  /// Makes a sample of up to `size` documents.
  init(size: Int, seed: UInt64) {
    self.size = size
    self.seed = seed
  }

  /// The sample, in the order of the input.
  var items: [WorkItem] { heap.sorted { $0.number < $1.number }.map(\.item) }

  /// Looks at the documents of the next item.
  mutating func offer(_ item: WorkItem) throws(CommandFailure) {
    try item.forEachDocument { document throws(CommandFailure) in
      let entry = Entry(key: Self.key(seed, seen), number: seen, item: document)
      seen += 1
      if heap.count < size {
        heap.append(entry)
        rise()
      } else if let first = heap.first, first.isBehind(entry) {
        heap[0] = entry
        sink()
      }
    }
  }

  /// The output of the SplitMix64 generator at a place of its sequence.
  private static func key(_ seed: UInt64, _ number: Int) -> UInt64 {
    // The seed is mixed first, so that neighbouring seeds do not give shifted samples.
    mixed(mixed(seed &+ 0x9E37_79B9_7F4A_7C15) &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func rise() {
    var index = heap.count - 1
    while index > 0, heap[index].isBehind(heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var next = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if heap[child].isBehind(heap[next]) { next = child }
      }
      if next == index { return }
      heap.swapAt(index, next)
      index = next
    }
  }
}
