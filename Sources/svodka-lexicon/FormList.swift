/// All forms of the dictionary in order, with their readings.
struct FormList {
  /// The codes of all forms' letters, one form after the other.
  private var codes: [UInt8] = []
  private var starts: [Int] = [0]
  private var readings: [UInt32] = []
  private var order: [Int32] = []

  /// The number of readings of all forms.
  var readingCount: Int { readings.count }
  /// The number of different forms, known after `forEach`.
  let count: Int

  init(_ dump: Dump, _ alphabet: Alphabet) {
    let suffixes = dump.suffixes.map(alphabet.encode)
    let prefixes = dump.prefixes.map(alphabet.encode)
    for lexeme in dump.lexemes {
      let stem = alphabet.encode(lexeme.stem)
      for (index, row) in dump.paradigms[lexeme.paradigm].enumerated() {
        codes += prefixes[row.prefix]
        codes += stem
        codes += suffixes[row.suffix]
        starts.append(codes.count)
        readings.append(ReadingLists.reading(paradigm: lexeme.paradigm, row: index))
      }
    }
    let (codes, starts, readings) = (codes, starts, readings)
    func isOrdered(_ left: Int32, _ right: Int32) -> Bool {
      let (left, right) = (Int(left), Int(right))
      var (mine, its) = (starts[left], starts[right])
      while mine < starts[left + 1], its < starts[right + 1] {
        if codes[mine] != codes[its] { return codes[mine] < codes[its] }
        mine += 1
        its += 1
      }
      let lengths = (starts[left + 1] - starts[left], starts[right + 1] - starts[right])
      return lengths.0 != lengths.1
        ? lengths.0 < lengths.1 : readings[left] < readings[right]
    }
    order = (0..<Int32(readings.count)).sorted(by: isOrdered)
    var count = 0
    for index in order.indices
    where index == 0
      || codes[starts[Int(order[index])]..<starts[Int(order[index]) + 1]]
        != codes[starts[Int(order[index - 1])]..<starts[Int(order[index - 1]) + 1]]
    {
      count += 1
    }
    self.count = count
  }

  /// Calls the closure with each form and its readings, in ascending order of both.
  func forEach(_ body: (ArraySlice<UInt8>, [UInt32]) -> Void) {
    var index = 0
    while index < order.count {
      let form = self[index]
      var list: [UInt32] = []
      while index < order.count, self[index] == form {
        let reading = readings[Int(order[index])]
        if list.last != reading { list.append(reading) }
        index += 1
      }
      body(form, list)
    }
  }

  private subscript(index: Int) -> ArraySlice<UInt8> {
    let form = Int(order[index])
    return codes[starts[form]..<starts[form + 1]]
  }
}
