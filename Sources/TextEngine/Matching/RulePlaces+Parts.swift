extension RulePlaces {
  /// What is known of a program before there are forms.
  struct Parts {
    let free: Buffer<UInt64>
    let bySymbol: Buffer<UInt64>
    let takerStarts: Buffer<UInt32>
    let takers: Buffer<Takers>

    init(_ program: RuleProgram) {
      let lists = program.lists.count
      let length = (program.rules.count + 63) / 64 * Part.count
      let symbols = lists + program.annotationTypes.count
      let (free, bySymbol) = (Buffer<UInt64>(), Buffer<UInt64>())
      free.fill(length, with: 0)
      bySymbol.fill(symbols * length, with: 0)
      let tests = program.tests
      // For each test the words of its row that are not 0.
      var byTest = [[Int: UInt64]](repeating: [:], count: program.testCount)
      for (rule, compiled) in program.rules.enumerated() {
        func insert(_ symbols: some Sequence<GateSymbol>, as part: Part) {
          let word = (rule >> 6) * Part.count + part.rawValue
          let bit: UInt64 = 1 << UInt64(rule & 63)
          for symbol in symbols {
            switch symbol {
            case .test(let test): byTest[test][word, default: 0] |= bit
            case .list(let list): bySymbol[list * length + word] |= bit
            case .annotation(let type): bySymbol[(lists + type) * length + word] |= bit
            }
          }
        }
        func setFree(_ part: Part) {
          free[(rule >> 6) * Part.count + part.rawValue] |= 1 << UInt64(rule & 63)
        }
        var next = NextElements(of: compiled.code, from: [0])
        var canEnd = false
        for part in [Part.first, .second, .third] {
          let elements = next.elements(of: compiled.code)
          canEnd = canEnd || next.canEnd
          if canEnd || elements.contains(where: { $0.isAnything(tests) }) {
            setFree(part)
          }
          insert(elements, as: part)
          next = next.following(in: compiled.code)
        }
        let gates = [compiled.gates?.forms ?? [], compiled.gates?.lists ?? []]
        for (gate, part) in zip(gates, [Part.firstGate, .secondGate]) {
          if gate.isEmpty { setFree(part) }
          insert(gate, as: part)
        }
      }
      (self.free, self.bySymbol) = (free, bySymbol)
      takerStarts = Buffer(capacity: byTest.count + 1)
      takers = Buffer(capacity: byTest.count)
      takerStarts.append(0)
      for words in byTest {
        for word in words.keys.sorted() {
          takers.append(Takers(word: UInt64(word), rules: words[word] ?? 0))
        }
        takerStarts.append(UInt32(takers.count))
      }
    }

    /// Reads what was stored for a program.
    init(from reader: inout BinaryReader, _ program: RuleProgram) throws(BinaryFault) {
      free = try reader.buffer()
      bySymbol = try reader.buffer()
      takerStarts = try reader.buffer()
      takers = try reader.buffer()
      let symbols = program.lists.count + program.annotationTypes.count
      guard free.count == (program.rules.count + 63) / 64 * Part.count,
        bySymbol.count == symbols * free.count,
        takerStarts.count == program.testCount + 1,
        takerStarts.array(0..<takerStarts.count).areStarts(of: takers.count)
      else { throw BinaryFault() }
      for place in 0..<takers.count where takers[place].word >= UInt64(free.count) {
        throw BinaryFault()
      }
    }

    func store(in writer: inout BinaryWriter) {
      writer.write(plain: free)
      writer.write(plain: bySymbol)
      writer.write(plain: takerStarts)
      writer.write(plain: takers)
    }
  }
}
