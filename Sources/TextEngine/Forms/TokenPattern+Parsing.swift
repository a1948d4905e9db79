extension TokenPattern {
  /// A fault in an expression, with its place in scalars.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    public let message: String
    /// How many scalars stand before the fault.
    public let offset: Int
  }

  /// The most states that an expression may have.
  static let maximumStates = 2_000

  /// Reads an expression.
  ///
  /// - Throws: `Fault` where the expression is malformed, nested too deep or too large.
  public init(_ source: String) throws(Fault) {
    var builder = Builder(scalars: Array(source.unicodeScalars))
    let fragment = try builder.alternation(depth: 0)
    guard builder.position == builder.scalars.count else {
      throw Fault(message: "unbalanced ')'", offset: builder.position)
    }
    let accept = try builder.add(State())
    builder.patch(fragment, to: accept)
    self.init(source: source, states: builder.states, start: fragment.start, accept: accept)
  }

  private struct Fragment {
    var start: Int
    var ends: [Int]
  }

  private struct Builder {
    let scalars: [Unicode.Scalar]
    var position = 0
    var states: [State] = []

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func fault(_ message: String) -> Fault { Fault(message: message, offset: position) }

    mutating func add(_ state: State) throws(Fault) -> Int {
      guard states.count < maximumStates else { throw fault("the expression is too large") }
      states.append(state)
      return states.count - 1
    }

    mutating func patch(_ fragment: Fragment, to target: Int) {
      for end in fragment.ends { states[end].next.append(target) }
    }

    mutating func alternation(depth: Int) throws(Fault) -> Fragment {
      guard depth < 32 else { throw fault("groups are nested too deep") }
      var branches = [try sequence(depth: depth)]
      while next == "|" {
        position += 1
        branches.append(try sequence(depth: depth))
      }
      if branches.count == 1 { return branches[0] }
      let fork = try add(State(next: branches.map(\.start)))
      return Fragment(start: fork, ends: branches.flatMap(\.ends))
    }

    mutating func sequence(depth: Int) throws(Fault) -> Fragment {
      let entry = try add(State())
      var whole = Fragment(start: entry, ends: [entry])
      while let scalar = next, scalar != "|", scalar != ")" {
        let part = try repetition(depth: depth)
        patch(whole, to: part.start)
        whole.ends = part.ends
      }
      return whole
    }

    mutating func repetition(depth: Int) throws(Fault) -> Fragment {
      let begin = position
      var part = try atom(depth: depth)
      while let scalar = next {
        switch scalar {
        case "?": part = try optional(part)
        case "*": part = try star(part)
        case "+":
          let again = try add(State(next: [part.start]))
          patch(part, to: again)
          part = Fragment(start: part.start, ends: [again])
        case "{":
          part = try counted(part, from: begin, depth: depth)
          continue
        default: return part
        }
        position += 1
      }
      return part
    }

    mutating func optional(_ part: Fragment) throws(Fault) -> Fragment {
      let fork = try add(State(next: [part.start]))
      return Fragment(start: fork, ends: part.ends + [fork])
    }

    mutating func star(_ part: Fragment) throws(Fault) -> Fragment {
      let fork = try add(State(next: [part.start]))
      patch(part, to: fork)
      return Fragment(start: fork, ends: [fork])
    }

    mutating func counted(
      _ part: Fragment,
      from begin: Int,
      depth: Int
    ) throws(Fault) -> Fragment {
      let brace = position
      position += 1
      guard let low = number() else { throw fault("a number should follow '{'") }
      var high = low
      if next == "," {
        position += 1
        guard let bound = number() else { throw fault("a number should follow ','") }
        high = bound
      }
      guard next == "}" else { throw fault("'}' is missing") }
      guard low <= high, high > 0, high <= 100 else { throw fault("bounds go from 0 to 100") }
      position += 1
      let end = position
      var whole: Fragment?
      for count in 0..<high {
        var copy = part
        if count > 0 {
          position = begin
          copy = try atom(depth: depth)
          guard position == brace else { throw fault("one quantifier only") }
          position = end
        }
        if count >= low { copy = try optional(copy) }
        if let before = whole {
          patch(before, to: copy.start)
          whole = Fragment(start: before.start, ends: copy.ends)
        } else {
          whole = copy
        }
      }
      position = end
      return whole ?? part
    }

    mutating func number() -> Int? {
      var value: Int?
      while let scalar = next,
        let digit = scalar.properties.numericType == .decimal
          ? Int(scalar.value) - 48 : nil, (0...9).contains(digit), (value ?? 0) < 10_000
      {
        value = (value ?? 0) * 10 + digit
        position += 1
      }
      return value
    }

    mutating func atom(depth: Int) throws(Fault) -> Fragment {
      guard let scalar = next else { throw fault("something should stand here") }
      switch scalar {
      case "(":
        position += 1
        let inner = try alternation(depth: depth + 1)
        guard next == ")" else { throw fault("')' is missing") }
        position += 1
        return inner
      case "[": return try bracket()
      case "?", "*", "+", "{": throw fault("nothing to repeat before '\(scalar)'")
      case ".":
        position += 1
        return try single(State(ranges: [], isNegated: true, consumes: true))
      default:
        let ranges = try escaped()
        return try single(State(ranges: ranges, consumes: true))
      }
    }

    mutating func single(_ state: State) throws(Fault) -> Fragment {
      let id = try add(state)
      return Fragment(start: id, ends: [id])
    }

    mutating func escaped() throws(Fault) -> [ClosedRange<UInt32>] {
      guard let scalar = next else { throw fault("something should stand here") }
      position += 1
      guard scalar == "\\" else { return [scalar.value...scalar.value] }
      guard let name = next else { throw fault("'\\' at the end") }
      position += 1
      return name == "d" ? [0x30...0x39] : [name.value...name.value]
    }

    mutating func bracket() throws(Fault) -> Fragment {
      position += 1
      var state = State(consumes: true)
      if next == "^" {
        state.isNegated = true
        position += 1
      }
      while let scalar = next, scalar != "]" {
        let low = try escaped()
        if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
          position += 1
          let high = try escaped()
          guard let first = low.first?.lowerBound, let last = high.first?.lowerBound, first <= last
          else { throw fault("a range runs from the lower to the higher") }
          state.ranges.append(first...last)
        } else {
          state.ranges += low
        }
      }
      guard next == "]" else { throw fault("']' is missing") }
      position += 1
      return try single(state)
    }
  }
}
