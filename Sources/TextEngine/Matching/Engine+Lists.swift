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
    firstWords.extend(to: forms.count)
    for start in 0..<count {
      guard found.count <= Self.leastEntries + count * Self.entriesPerToken else {
        note(.steps)
        break
      }
      let form = document.forms[start]
      if !firstWords.isKnown(form) { findFirstWord(gazetteer, of: form, at: start) }
      guard let row = firstWords.row(of: form) else {
        take(steps: 1)
        continue
      }
      let first = found.count
      takeEntries(of: row, gazetteer, at: start)
      // Entries of one word are sorted.
      let last = found.count
      let steps = row.nodes.isEmpty ? row.steps : walk(gazetteer, row, from: start)
      take(steps: steps)
      if steps >= Self.maximumListSteps { note(.steps) }
      if found.count > last { Self.sort(found, from: first) }
    }
    document.indexListMatches()
  }

  /// Takes the entries of one word.
  private func takeEntries(of row: FirstWords.Row, _ gazetteer: Gazetteer, at start: Int) {
    for place in row.entries {
      let entry = firstWords.entries[place]
      document.foundEntries.append(
        ListMatch(
          list: Int(entry.list),
          entry: Int(entry.entry),
          start: start,
          end: start + 1,
          head: start + gazetteer.entries[Int(entry.entry)].head,
          cells: entry.cells
        )
      )
    }
  }

  /// Finds what lists have for a form, which is that of a token, as a first word.
  private func findFirstWord(_ gazetteer: Gazetteer, of form: FormID, at start: Int) {
    var row = firstWords.newRow()
    let found = firstWords.found
    found.removeAll()
    row.steps = 1
    row.steps += step(gazetteer, from: 0, at: start) { node in
      if gazetteer.goesOn(from: node) { firstWords.nodes.append(node) }
      return accept(gazetteer, at: node, start..<(start + 1), into: found)
    }
    Self.sort(found, from: 0)
    for place in 0..<found.count {
      let match = found[place]
      firstWords.entries.append(
        FirstWords.Entry(entry: Int32(match.entry), list: Int32(match.list), cells: match.cells)
      )
    }
    firstWords.add(row, of: form)
  }

  /// Sorts the last entries that were found, from one on: longer first, each once.
  private static func sort(_ found: Buffer<ListMatch>, from first: Int) {
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

  /// A place in the trie from which an entry may go on at a token.
  struct EntryPlace: BitwiseCopyable {
    var node: UInt32
    var token: Int
  }

  /// Follows the trie from what lists have for the first word; the stack holds places still to go on from.
  ///
  /// - Returns: The steps taken, those for the first word included.
  private func walk(_ gazetteer: Gazetteer, _ row: FirstWords.Row, from start: Int) -> Int {
    entryStack.removeAll()
    for place in row.nodes {
      entryStack.append(EntryPlace(node: firstWords.nodes[place], token: start + 1))
    }
    var steps = row.steps
    while steps < Self.maximumListSteps, let place = entryStack.popLast() {
      steps += 1
      let token = place.token
      guard token < document.forms.count else { continue }
      // An entry never runs over a paragraph's end.
      if document.flags[token].contains(.paragraphStart) { continue }
      steps += step(gazetteer, from: place.node, at: token) { node in
        if gazetteer.goesOn(from: node) {
          entryStack.append(EntryPlace(node: node, token: token + 1))
        }
        return accept(gazetteer, at: node, start..<(token + 1), into: document.foundEntries)
      }
    }
    return steps
  }

  /// Calls a function with the nodes to which a token leads from another, as it is written or by a lemma.
  ///
  /// - Returns: The sum of what the function returned.
  @inline(__always)
  private func step(
    _ gazetteer: Gazetteer,
    from node: Gazetteer.Node,
    at token: Int,
    _ take: (Gazetteer.Node) -> Int
  ) -> Int {
    var steps = 0
    let form = document.forms[token]
    let symbol = forms.formSymbols[Int(form)]
    if symbol != 0, let next = gazetteer.step(from: node, by: .form(symbol)) { steps += take(next) }
    var previous: SymbolID = 0
    for index in forms.readingRange(form) {
      let lemma = forms.readings.lemma(index)
      guard lemma != 0, lemma != previous else { continue }
      previous = lemma
      if let next = gazetteer.step(from: node, by: .lemma(lemma)) { steps += take(next) }
    }
    return steps
  }

  /// Takes the entries that end at a node.
  ///
  /// - Returns: The steps taken.
  private func accept(
    _ gazetteer: Gazetteer,
    at node: Gazetteer.Node,
    _ tokens: Range<Int>,
    into found: Buffer<ListMatch>
  ) -> Int {
    var id = gazetteer.firstEntry(at: node)
    var steps = 0
    while id >= 0, steps < Self.maximumListSteps {
      steps += tokens.count
      let cells = cells(of: gazetteer.entries[id], in: gazetteer, tokens)
      if !cells.isEmpty {
        found.append(
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
