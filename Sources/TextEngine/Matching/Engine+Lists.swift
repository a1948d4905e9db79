extension Engine {
  /// Finds the entries of all lists in the document.
  func findListEntries() {
    let gazetteer = program.gazetteer
    for start in 0..<document.tokens.count {
      let first = document.listMatches.count
      walk(gazetteer, from: start)
      if document.listMatches.count > first + 1 {
        document.listMatches[first...].sort { left, right in
          if left.end != right.end { return left.end > right.end }
          return left.entry < right.entry
        }
        removeDoubles(from: first)
      }
    }
    document.indexListMatches()
  }

  /// Follows the trie from a token; the stack holds places still to go on from.
  private func walk(_ gazetteer: Gazetteer, from start: Int) {
    var stack: [(node: UInt32, token: Int)] = [(0, start)]
    while let (node, token) = stack.popLast() {
      guard token < document.tokens.count else { continue }
      // An entry never runs over a paragraph's end.
      if token > start, document.tokens.flags[token].contains(.paragraphStart) { continue }
      let form = document.forms[token]
      let symbol = forms.formSymbols[Int(form)]
      if symbol != 0, let next = gazetteer.step(from: node, by: .form(symbol)) {
        accept(gazetteer, at: next, start..<(token + 1))
        stack.append((next, token + 1))
      }
      var previous: SymbolID = 0
      for index in forms.readingRange(form) {
        let lemma = forms.readings[index].lemma
        guard lemma != 0, lemma != previous else { continue }
        previous = lemma
        if let next = gazetteer.step(from: node, by: .lemma(lemma)) {
          accept(gazetteer, at: next, start..<(token + 1))
          stack.append((next, token + 1))
        }
      }
    }
  }

  private func accept(_ gazetteer: Gazetteer, at node: UInt32, _ tokens: Range<Int>) {
    for id in gazetteer.entries(at: node) {
      let entry = gazetteer.entries[Int(id)]
      var cells = Cells.all
      for place in 0..<min(entry.length, tokens.count)
      where entry.agreeing & (1 << UInt32(min(place, 31))) != 0 {
        let form = document.forms[tokens.lowerBound + place]
        let wanted = entry.lemmas.indices.contains(place) ? entry.lemmas[place] : 0
        var own: Cells = []
        for index in forms.readingRange(form)
        where wanted == 0 || forms.readings[index].lemma == wanted {
          own.formUnion(forms.readings[index].cells)
        }
        cells.formIntersection(own)
      }
      if cells.isEmpty { continue }
      document.listMatches.append(
        ListMatch(
          list: entry.list, entry: Int(id), start: tokens.lowerBound, end: tokens.upperBound,
          cells: cells))
    }
  }

  private func removeDoubles(from first: Int) {
    var kept = first + 1
    for index in (first + 1)..<document.listMatches.count {
      let (match, last) = (document.listMatches[index], document.listMatches[kept - 1])
      if match.entry == last.entry, match.end == last.end { continue }
      document.listMatches[kept] = match
      kept += 1
    }
    document.listMatches.removeLast(document.listMatches.count - kept)
  }
}
