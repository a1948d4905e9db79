/// Numbers of tests or clauses by spellings, lemmas and lists.
struct WordIndex {
  /// The numbers of some keys, key after key.
  private struct Rows {
    /// The keys in their order.
    var keys: [UInt32] = []
    var starts: [UInt32] = [0]
    var numbers: [UInt32] = []
    /// For each key up to the last its row and one, or 0; empty where keys are few and far between.
    var rows: [UInt32] = []

    init(_ numbers: [UInt32: [UInt32]]) {
      for key in numbers.keys.sorted() {
        keys.append(key)
        self.numbers += numbers[key] ?? []
        starts.append(UInt32(self.numbers.count))
      }
      numberRows()
    }

    init(from reader: inout BinaryReader, below limit: Int) throws(BinaryFault) {
      keys = try reader.plain()
      starts = try reader.plain()
      numbers = try reader.plain()
      guard starts.count == keys.count + 1, starts.areStarts(of: numbers.count),
        numbers.allSatisfy({ Int($0) < limit })
      else { throw BinaryFault() }
      numberRows()
    }

    private mutating func numberRows() {
      guard let last = keys.last, Int(last) < 32 * (keys.count + 32) else { return }
      rows = [UInt32](repeating: 0, count: Int(last) + 1)
      for (row, key) in keys.enumerated() where key <= last { rows[Int(key)] = UInt32(row) + 1 }
    }

    func store(in writer: inout BinaryWriter) {
      writer.write(plain: keys)
      writer.write(plain: starts)
      writer.write(plain: numbers)
    }

    @inline(__always)
    func forEach(_ key: UInt32, _ body: (Int) -> Void) {
      let row: Int
      if rows.isEmpty {
        row = keys.partitioningIndex { $0 >= key }
        guard row < keys.count, keys[row] == key else { return }
      } else {
        guard Int(key) < rows.count, rows[Int(key)] != 0 else { return }
        row = Int(rows[Int(key)]) - 1
      }
      for place in Int(starts[row])..<Int(starts[row + 1]) { body(Int(numbers[place])) }
    }
  }

  private let byForm: Rows
  private let byLemma: Rows
  private let byList: Rows

  /// Collects the numbers.
  struct Builder {
    fileprivate var byForm: [UInt32: [UInt32]] = [:]
    fileprivate var byLemma: [UInt32: [UInt32]] = [:]
    fileprivate var byList: [UInt32: [UInt32]] = [:]

    /// Adds a number for a test that asks for a spelling, a lemma or a list.
    mutating func insert(_ number: Int, by key: TokenTest) {
      let number = UInt32(number)
      switch key {
      case .form(let symbol): byForm[symbol, default: []].append(number)
      case .lemma(let symbol): byLemma[symbol, default: []].append(number)
      case .list(let list): byList[UInt32(list), default: []].append(number)
      default: break
      }
    }
  }

  init(_ builder: Builder) {
    byForm = Rows(builder.byForm)
    byLemma = Rows(builder.byLemma)
    byList = Rows(builder.byList)
  }

  /// Reads an index of numbers below a limit that was stored.
  init(from reader: inout BinaryReader, below limit: Int) throws(BinaryFault) {
    byForm = try Rows(from: &reader, below: limit)
    byLemma = try Rows(from: &reader, below: limit)
    byList = try Rows(from: &reader, below: limit)
  }

  func store(in writer: inout BinaryWriter) {
    for rows in [byForm, byLemma, byList] { rows.store(in: &writer) }
  }

  /// Calls `body` with the numbers for a form, its lemmas and the lists that have it, some of them more than once, and with
  /// the readings that have the lemma: none where it is the form that is meant.
  @inline(__always)
  func forEach(_ form: FormID, _ forms: FormTable, _ body: (Int, Range<Int>) -> Void) {
    let readings = forms.readingRange(form)
    let symbol = forms.formSymbols[Int(form)]
    var run = readings.lowerBound..<readings.lowerBound
    func take(_ rows: Rows, _ key: UInt32) { rows.forEach(key) { body($0, run) } }
    if symbol != 0 {
      take(byForm, symbol)
      forms.forEachList(ofForm: symbol) { take(byList, UInt32($0)) }
    }
    // Readings of one lemma mostly stand together.
    while run.upperBound < readings.upperBound {
      let lemma = forms.readings.lemma(run.upperBound)
      var end = run.upperBound + 1
      while end < readings.upperBound, forms.readings.lemma(end) == lemma { end += 1 }
      run = run.upperBound..<end
      guard lemma != 0 else { continue }
      take(byLemma, lemma)
      forms.forEachList(ofLemma: lemma) { take(byList, UInt32($0)) }
    }
  }
}
