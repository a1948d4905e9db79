/// What digits with marks between them are: one token with a kind, or several tokens.
enum DigitChain {
  /// The kind of the chain as one token, or nil where each of its marks is a token of its own.
  ///
  ///     12.05.2024, 12/05/24, 2024-05-12    a date      10:30, 23:59:59  a time
  ///     1,000,000 and 1.234.567,5           a number    3.1.2            mixed
  ///     5,6,7   1:100   123-45-67           several tokens
  static func kind(of bytes: Span<UInt8>) -> TokenKind? {
    var chain = Parts()
    for index in bytes.indices { chain.take(bytes[index]) }
    guard !chain.hasLetters else { return nil }
    switch chain.separators {
    case .colon: return chain.isTime ? .time : nil
    case .stop:
      if chain.isDayFirst(shortYear: true) || chain.isYearFirst { return .date }
      return chain.isGrouped ? .number : .mixed
    case .slash: return chain.isDayFirst(shortYear: true) || chain.isYearFirst ? .date : nil
    case .hyphen: return chain.isDayFirst(shortYear: false) || chain.isYearFirst ? .date : nil
    case .comma: return chain.isGrouped ? .number : nil
    default: return chain.isGrouped && chain.endsWithDecimals ? .number : nil
    }
  }

  private struct Separators: OptionSet {
    let rawValue: UInt8
    static let colon = Separators(rawValue: 1)
    static let stop = Separators(rawValue: 2)
    static let slash = Separators(rawValue: 4)
    static let hyphen = Separators(rawValue: 8)
    static let comma = Separators(rawValue: 16)
  }

  /// The first three numbers of a chain with their lengths, and what its groups look like.
  private struct Parts {
    var separators: Separators = []
    var hasLetters = false
    var values = (0, 0, 0)
    var lengths = (0, 0, 0)
    var count = 1
    /// All groups before the last have three digits, the first one to three.
    var groupsBefore = true
    var length = 0
    var value = 0
    var lastSeparatorIsNew = false

    mutating func take(_ byte: UInt8) {
      if (0x30...0x39).contains(byte) {
        length += 1
        // A saturated value is out of every range that matters.
        value = min(value * 10 + Int(byte - 0x30), 1_000_000)
        store()
        return
      }
      let separator: Separators
      switch byte {
      case 0x3A: separator = .colon
      case 0x2E: separator = .stop
      case 0x2F: separator = .slash
      case 0x2D: separator = .hyphen
      case 0x2C: separator = .comma
      default:
        hasLetters = true
        return
      }
      groupsBefore = groupsBefore && (count == 1 ? length <= 3 : length == 3)
      groupsBefore = groupsBefore && !lastSeparatorIsNew
      lastSeparatorIsNew = count > 1 && !separators.contains(separator)
      separators.insert(separator)
      count += 1
      length = 0
      value = 0
    }

    private mutating func store() {
      switch count {
      case 1: (values.0, lengths.0) = (value, length)
      case 2: (values.1, lengths.1) = (value, length)
      case 3: (values.2, lengths.2) = (value, length)
      default: break
      }
    }

    var endsWithDecimals: Bool { lastSeparatorIsNew && separators.isSubset(of: [.stop, .comma]) }

    var isGrouped: Bool { groupsBefore && (lastSeparatorIsNew || length == 3) && count > 2 }

    var isTime: Bool {
      guard count == 2 || count == 3, lengths.0 <= 2, values.0 <= 24 else { return false }
      guard lengths.1 == 2, values.1 < 60 else { return false }
      return count == 2 || (lengths.2 == 2 && values.2 < 60)
    }

    func isDayFirst(shortYear: Bool) -> Bool {
      guard count == 3, lengths.0 <= 2, lengths.1 <= 2 else { return false }
      guard (1...31).contains(values.0), (1...12).contains(values.1) else { return false }
      if lengths.2 == 4 { return (1000...2999).contains(values.2) }
      // «1.2.10» is a clause; «12.05.24» is a date.
      return shortYear && lengths.2 == 2 && lengths.0 == 2 && lengths.1 == 2
    }

    var isYearFirst: Bool {
      count == 3 && lengths.0 == 4 && (1000...2999).contains(values.0) && lengths.1 == 2
        && (1...12).contains(values.1) && lengths.2 == 2 && (1...31).contains(values.2)
    }
  }
}
