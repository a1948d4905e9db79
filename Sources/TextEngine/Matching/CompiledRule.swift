/// A rule, compiled.
public struct CompiledRule: Sendable {
  /// The full name, `phase.rule`.
  public var name: String
  /// The place of the fact's schema, or nil for a block, which takes words and gives no fact.
  public var schema: Int?
  /// Whether the words in its groups of agreement keep only the readings that agree.
  public var narrows = false
  /// The pattern; empty in a program that was stored, where the engine's tables have it.
  public var code: [Instruction] { didSet { codeCount = code.count } }
  /// The number of its instructions, wherever they are.
  public private(set) var codeCount: Int
  /// The names of the labels.
  public var labels: [String]
  /// Conditions over labels that a match must meet.
  public var conditions: [Condition] = []
  /// Patterns that must not stand before or after a match.
  public var contexts: [Context] = []
  /// Types of annotation that must not cover a match.
  public var notInside: [Int] = []
  /// Higher wins.
  public var priority = 0
  /// Rules of different pools may overlap.
  public var pool = 0
  /// The label whose span is the fact's, where it is not the whole match.
  public var spanLabel: Int?
  /// The label that gives a fact for each of its parts.
  public var partLabel: Int?
  /// What must still stand in the text where the rule is tried, if that is worth a look.
  var gates: FoundGates?
  /// The fields, which are read when the rule first gives a fact.
  var deferredEmits = DeferredArray<EmitField>()
  /// The fields of the fact.
  public var emits: [EmitField] {
    get { deferredEmits.elements }
    _modify { yield &deferredEmits.elements }
  }

  /// Makes a rule.
  public init(
    name: String,
    schema: Int?,
    code: [Instruction],
    labels: [String]
  ) {
    self.name = name
    self.schema = schema
    self.code = code
    codeCount = code.count
    self.labels = labels
  }

  /// Makes a rule whose so many instructions are elsewhere.
  init(name: String, schema: Int?, codeCount: Int, labels: [String]) {
    self.init(name: name, schema: schema, code: [], labels: labels)
    self.codeCount = codeCount
  }

  /// A pattern beside a match.
  public struct Context: Sendable {
    /// Whether it stands before the match, and not after.
    public var isBefore: Bool
    /// The pattern; empty in a program that was stored, where the engine's tables have it.
    public var code: [Instruction] { didSet { codeCount = code.count } }
    /// The number of its instructions, wherever they are.
    public private(set) var codeCount: Int
    /// The most tokens that it can take.
    public var maximumLength: Int

    /// Makes a context.
    public init(isBefore: Bool, code: [Instruction], maximumLength: Int) {
      self.isBefore = isBefore
      self.code = code
      codeCount = code.count
      self.maximumLength = maximumLength
    }

    /// Makes a context whose so many instructions are elsewhere.
    init(isBefore: Bool, codeCount: Int, maximumLength: Int) {
      self.init(isBefore: isBefore, code: [], maximumLength: maximumLength)
      self.codeCount = codeCount
    }
  }

  /// A condition over two labels.
  public struct Condition: Hashable, Sendable {
    /// The names that rules use.
    public enum Name: String, CaseIterable, Sendable {
      /// The noun stands in the form that the numeral governs.
      case counted
      /// The noun phrase can be the subject of the verb.
      case subject
      /// The two are spelt alike.
      case sameform
      /// The two are not spelt alike.
      case differ
      /// At most eight tokens stand between the two.
      case near
    }

    /// Which condition.
    public var name: Name
    /// The first label.
    public var first: Int
    /// The second label.
    public var second: Int

    /// Makes a condition.
    public init(name: Name, first: Int, second: Int) {
      self.name = name
      self.first = first
      self.second = second
    }
  }
}

extension CompiledRule {
  /// Whether a pattern can hold without taking anything.
  public static func canTakeNothing(_ code: [Instruction]) -> Bool {
    NextElements(of: code, from: [0]).canEnd
  }
}

/// Which elements of a pattern can be the next to take something.
struct NextElements {
  /// Their places in the code.
  private(set) var places: [Int] = []
  /// Whether the pattern can hold without another element.
  private(set) var canEnd = false

  /// Goes on from some places in the code.
  init(of code: [Instruction], from starts: [Int]) {
    var seen = [Bool](repeating: false, count: code.count)
    var stack = starts
    while let place = stack.popLast() {
      guard code.indices.contains(place), !seen[place] else { continue }
      seen[place] = true
      switch code[place] {
      case .token, .list, .annotation: places.append(place)
      case .fork(let first, let second): stack += [first, second]
      case .jump(let target): stack.append(target)
      case .accept: canEnd = true
      default: stack.append(place + 1)
      }
    }
  }

  /// What they take, each once, in an order that is always the same.
  func elements(of code: [Instruction]) -> [GateSymbol] {
    var found: [GateSymbol] = []
    for element in places.compactMap({ GateSymbol(code[$0]) }) where !found.contains(element) {
      found.append(element)
    }
    return found
  }

  /// The elements after these.
  func following(in code: [Instruction]) -> NextElements {
    NextElements(of: code, from: places.map { $0 + 1 })
  }
}
