/// Something that takes tokens in a pattern, of whatever place, and that a gate can ask for.
enum GateSymbol: Hashable, Sendable {
  case test(Int)
  case list(ListID)
  case annotation(Int)

  init?(_ instruction: Instruction) {
    switch instruction {
    case .token(let test, _): self = .test(test)
    case .list(let list, _): self = .list(list)
    case .annotation(let type, _, _): self = .annotation(type)
    default: return nil
    }
  }

  /// Whether any token passes.
  func isAnything(_ tests: [TokenTest]) -> Bool {
    if case .test(let test) = self { tests[test] == .anything } else { false }
  }
}

/// Finds smallest sets of symbols of which every match of a pattern holds one.
struct GateSearch {
  /// Which symbols a gate is made of, if there is a choice.
  enum Preference {
    /// Words by their spelling, such as a colon, else figures and the like.
    case forms
    /// Lists, such as verbs of speech.
    case lists
  }

  private let code: [Instruction]
  private var symbols: [GateSymbol] = []
  private var strengths: [GateStrength] = []
  /// The symbol of each instruction, or -1.
  private var symbolOfPlace: [Int]
  private var placesOfSymbol: [[Int]] = []
  /// The instructions that can be reached past the open symbols.
  private var seen: [Bool]
  /// Those that were reached since the last symbol was opened.
  private var reached: [Int] = []
  private var stack: [Int] = []

  /// Takes up a pattern; nil where it can hold without any word that tells something.
  init?(_ code: [Instruction], tests: [TokenTest], symbols words: SymbolTable) {
    self.code = code
    symbolOfPlace = [Int](repeating: -1, count: code.count)
    seen = [Bool](repeating: false, count: code.count)
    var numbers: [GateSymbol: Int] = [:]
    for (place, instruction) in code.enumerated() {
      guard let symbol = GateSymbol(instruction),
        let strength = GateStrength(symbol, tests, words)
      else { continue }
      if let number = numbers[symbol] {
        symbolOfPlace[place] = number
        placesOfSymbol[number].append(place)
        continue
      }
      numbers[symbol] = symbols.count
      symbolOfPlace[place] = symbols.count
      placesOfSymbol.append([place])
      symbols.append(symbol)
      strengths.append(strength)
    }
    guard !reachesAccept(from: [0], [Bool](repeating: true, count: symbols.count)) else {
      return nil
    }
  }

  /// A smallest gate.
  ///
  /// - Complexity: O(*n*·*m*) in instructions and symbols; an instruction is looked at again only for a symbol that must
  ///   stay closed.
  mutating func gate(keeping preference: Preference) -> [GateSymbol] {
    var isClosed = [Bool](repeating: true, count: symbols.count)
    for place in seen.indices { seen[place] = false }
    _ = reachesAccept(from: [0], isClosed)
    // What is opened first does not come into the gate if something else can do without it.
    let order = symbols.indices.sorted { left, right in
      let (first, second) = (strengths[left], strengths[right])
      return first == second
        ? left < right : first.isOpenedBefore(second, keeping: preference)
    }
    for symbol in order {
      isClosed[symbol] = false
      let next = placesOfSymbol[symbol].filter { seen[$0] }.map { $0 + 1 }
      if reachesAccept(from: next, isClosed) {
        isClosed[symbol] = true
        for place in reached { seen[place] = false }
      }
    }
    return symbols.indices.filter { isClosed[$0] }.map { symbols[$0] }
  }

  /// Goes on from some instructions to those not seen yet; stops at the end of the pattern.
  private mutating func reachesAccept(from places: [Int], _ isClosed: [Bool]) -> Bool {
    reached.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    stack.append(contentsOf: places)
    while let place = stack.popLast() {
      guard place < code.count, !seen[place] else { continue }
      seen[place] = true
      reached.append(place)
      switch code[place] {
      case .accept: return true
      case .fork(let first, let second):
        stack.append(first)
        stack.append(second)
      case .jump(let target): stack.append(target)
      default:
        let symbol = symbolOfPlace[place]
        if symbol >= 0, isClosed[symbol] { continue }
        stack.append(place + 1)
      }
    }
    return false
  }
}
