extension Engine {
  /// The most steps of looking for entries from one token.
  private static let maximumListSteps = 4_096
  /// The most entries that are found in a document, for each of its tokens and beyond that.
  private static let entriesPerToken = 16
  private static let leastEntries = 4_096

  /// Finds the entries of all lists in the document.
  func findListEntries() {
    let gazetteer = program.gazetteer
    let found = document.foundEntries
    let count = document.forms.count
    entryStarts.extend(to: forms.count, with: .unknown)
    for start in 0..<count {
      guard found.count <= Self.leastEntries + count * Self.entriesPerToken else {
        note(.steps)
        break
      }
      let first = found.count
      let form = Int(document.forms[start])
      let steps = entryStarts[form] == .no ? 1 : walk(gazetteer, from: start)
      take(steps: steps)
      // What begins an entry takes a step more.
      entryStarts[form] = steps > 1 ? .yes : .no
      if steps >= Self.maximumListSteps { note(.steps) }
      sortEntries(from: first)
    }
    document.indexListMatches()
  }

  /// Sorts the last entries that were found, from one on: longer first, each once.
  private func sortEntries(from first: Int) {
    let found = document.foundEntries
    guard found.count - first > 1 else { return }
    found.sort(from: first) { left, right in
      left.end != right.end ? left.end > right.end : left.entry < right.entry
    }
    var kept = first + 1
    for place in first + 1..<found.count {
      let (match, last) = (found[place], found[kept - 1])
      if match.entry == last.entry, match.end == last.end { continue }
      found[kept] = match
      kept += 1
    }
    found.truncate(to: kept)
  }

  /// Whether entries of lists start with a form.
  enum EntryStart: BitwiseCopyable { case unknown, no, yes }

  /// A place in the trie from which an entry may go on at a token.
  struct EntryPlace: BitwiseCopyable {
    var node: UInt32
    var token: Int
  }

  /// Follows the trie from a token; the stack holds places still to go on from.
  ///
  /// - Returns: The steps taken.
  private func walk(_ gazetteer: Gazetteer, from start: Int) -> Int {
    entryStack.removeAll()
    var current: EntryPlace? = EntryPlace(node: 0, token: start)
    var steps = 0
    while steps < Self.maximumListSteps, let place = current ?? entryStack.popLast() {
      current = nil
      steps += 1
      let token = place.token
      guard token < document.forms.count else { continue }
      // An entry never runs over a paragraph's end.
      if token > start, document.flags[token].contains(.paragraphStart) { continue }
      let form = document.forms[token]
      let symbol = forms.formSymbols[Int(form)]
      if symbol != 0, let next = gazetteer.step(from: place.node, by: .form(symbol)) {
        steps += take(next, gazetteer, start..<(token + 1))
      }
      var previous: SymbolID = 0
      for index in forms.readingRange(form) {
        let lemma = forms.readings.lemma(index)
        guard lemma != 0, lemma != previous else { continue }
        previous = lemma
        if let next = gazetteer.step(from: place.node, by: .lemma(lemma)) {
          steps += take(next, gazetteer, start..<(token + 1))
        }
      }
    }
    return steps
  }

  /// Takes the entries that end at a node, and notes that others may go on from there.
  @inline(__always)
  private func take(_ node: UInt32, _ gazetteer: Gazetteer, _ tokens: Range<Int>) -> Int {
    if gazetteer.goesOn(from: node) {
      entryStack.append(EntryPlace(node: node, token: tokens.upperBound))
    }
    return accept(gazetteer, at: node, tokens)
  }

  private func accept(_ gazetteer: Gazetteer, at node: UInt32, _ tokens: Range<Int>) -> Int {
    var id = gazetteer.firstEntry(at: node)
    var steps = 0
    while id >= 0, steps < Self.maximumListSteps {
      steps += tokens.count
      let cells = cells(of: gazetteer.entries[id], in: gazetteer, tokens)
      if !cells.isEmpty {
        document.foundEntries.append(
          ListMatch(
            list: gazetteer.entries[id].list,
            entry: id,
            start: tokens.lowerBound,
            end: tokens.upperBound,
            head: tokens.lowerBound + gazetteer.entries[id].head,
            cells: cells
          )
        )
      }
      id = gazetteer.entry(after: id)
    }
    return steps
  }

  /// The cells that the agreeing words of an entry share.
  ///
  /// After «два», «три», «четыре» the adjective stands in the plural and the noun in the singular, both in the genitive:
  /// «два квадратных метра».
  private func cells(
    of entry: Gazetteer.Entry,
    in gazetteer: Gazetteer,
    _ tokens: Range<Int>
  ) -> Cells {
    var cells = Cells.all
    guard entry.agreeing != 0 else { return cells }
    var isCountedByFew = true
    for place in 0..<min(entry.length, tokens.count)
    where entry.agreeing & (1 << UInt32(min(place, 31))) != 0 {
      let form = document.forms[tokens.lowerBound + place]
      let wanted = gazetteer.lemma(place, of: entry)
      var own: Cells = []
      for index in forms.readingRange(form)
      where wanted == 0 || forms.readings.lemma(index) == wanted {
        own.formUnion(forms.readings.cells(index))
      }
      cells.formIntersection(own)
      let number: Cells = place == entry.head ? .singular : .plural
      if own.isDisjoint(with: Cells.genitive.intersection(number)) { isCountedByFew = false }
    }
    return cells.isEmpty && isCountedByFew ? Cells.genitive.intersection(.singular) : cells
  }
}
