/// The lists that have a word as a one-word entry, by the word's symbol.
struct ListMembers {
  // For each symbol as a form and as a lemma, where its lists start.
  private let starts: Buffer<Int32>
  private let lists: Buffer<Int32>

  init(_ gazetteer: Gazetteer, symbolCount: Int) {
    starts = Buffer(capacity: 2 * symbolCount + 1)
    lists = Buffer(capacity: gazetteer.entries.count)
    starts.append(0)
    for symbol in 0..<UInt32(symbolCount) {
      for word in [Gazetteer.Word.form(symbol), .lemma(symbol)] {
        if let node = gazetteer.step(from: 0, by: word) { add(gazetteer, node) }
        starts.append(Int32(lists.count))
      }
    }
  }

  private func add(_ gazetteer: Gazetteer, _ node: UInt32) {
    let first = lists.count
    var entry = gazetteer.firstEntry(at: node)
    while entry >= 0 {
      let list = Int32(gazetteer.entries[entry].list)
      if !(first..<lists.count).contains(where: { lists[$0] == list }) { lists.append(list) }
      entry = gazetteer.entry(after: entry)
    }
  }

  private func range(_ word: Gazetteer.Word) -> Range<Int> {
    let place =
      switch word {
      case .form(let symbol): Int(symbol) << 1
      case .lemma(let symbol): Int(symbol) << 1 | 1
      }
    guard place + 1 < starts.count else { return 0..<0 }
    return Int(starts[place])..<Int(starts[place + 1])
  }

  /// Calls a function with the lists that have a word.
  @inline(__always)
  func forEach(_ word: Gazetteer.Word, _ body: (ListID) -> Void) {
    for place in range(word) { body(Int(lists[place])) }
  }

  /// Whether a list has a word.
  @inline(__always)
  func contains(_ word: Gazetteer.Word, _ list: ListID) -> Bool {
    for place in range(word) where Int(lists[place]) == list { return true }
    return false
  }
}
