import Foundation

/// The dictionary as `dump.py` writes it: affixes, tags, paradigms, and stems with their paradigms.
struct Dump {
  /// A form of a paradigm.
  struct Row {
    var suffix: Int
    var tag: Int
    var prefix: Int
  }

  /// A stem with its paradigm, which together give all forms of a word.
  struct Lexeme {
    var stem: [UInt8]
    var paradigm: Int
  }

  private(set) var prefixes: [[UInt8]] = []
  private(set) var suffixes: [[UInt8]] = []
  /// Each the names of its grammemes.
  private(set) var tags: [[String]] = []
  private(set) var paradigms: [[Row]] = []
  private(set) var lexemes: [Lexeme] = []
  /// For forms that the corpus has: the share of each tag, by its number, in the form's uses.
  private(set) var shares: [[UInt8]: [Int: Int]] = [:]
  /// The number of forms in all lexemes, as the source counts them.
  private(set) var entries = 0

  /// Reads a dump.
  ///
  /// - Throws: `DumpError` with the number of the line that is at fault.
  init(parsing data: Data) throws {
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n")) {
      number += 1
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard let kind = fields.first, let first = fields.dropFirst().first else {
        throw DumpError(line: number, message: "no fields")
      }
      switch String(decoding: kind, as: UTF8.self) {
      case "svodka-lexicon-dump":
        guard try Dump.number(first, number) == 1 else {
          throw DumpError(line: number, message: "unknown version of the dump")
        }
      case "revision": break
      case "entries": entries = try Dump.number(first, number)
      case "prefix": prefixes.append(Array(first))
      case "suffix": suffixes.append(Array(first))
      case "tag":
        let names = first.split(separator: UInt8(ascii: ","))
        tags.append(names.map { String(decoding: $0, as: UTF8.self) })
      case "paradigm": paradigms.append(try fields.dropFirst().map { try row($0, number) })
      case "lexeme":
        guard fields.count == 3 else { throw DumpError(line: number, message: "not 3 fields") }
        let paradigm = try Dump.number(fields[2], number)
        guard paradigms.indices.contains(paradigm) else {
          throw DumpError(line: number, message: "unknown paradigm")
        }
        lexemes.append(Lexeme(stem: Array(first), paradigm: paradigm))
      case "share":
        guard fields.count == 4 else { throw DumpError(line: number, message: "not 4 fields") }
        let tag = try Dump.number(fields[2], number)
        guard tags.indices.contains(tag) else {
          throw DumpError(line: number, message: "unknown tag")
        }
        shares[Array(first), default: [:]][tag] = try Dump.number(fields[3], number)
      default: throw DumpError(line: number, message: "unknown kind of line")
      }
    }
  }

  /// The dictionary with those of its lexemes that a condition holds for; shares of other forms stay.
  func keeping(_ isKept: (Lexeme) -> Bool) -> Dump {
    var rest = self
    rest.lexemes = lexemes.filter(isKept)
    rest.entries = rest.lexemes.reduce(0) { $0 + paradigms[$1.paradigm].count }
    return rest
  }

  /// A form of a lexeme.
  func form(_ lexeme: Lexeme, _ row: Row) -> [UInt8] {
    prefixes[row.prefix] + lexeme.stem + suffixes[row.suffix]
  }

  /// The grammemes of a row of a paradigm.
  func tag(_ paradigm: Int, _ row: Int) -> [String]? {
    let rows = paradigms[paradigm]
    return row < rows.count ? tags[rows[row].tag] : nil
  }

  /// The paradigm of a lexeme by its lemma and grammemes of that, the one with most lexemes if there are several.
  func paradigm(ofLemma lemma: [UInt8], _ wanted: Set<String>, _ lexemes: [Int]) -> Int? {
    let found = self.lexemes.filter { lexeme in
      guard let row = paradigms[lexeme.paradigm].first,
        lemma.count == prefixes[row.prefix].count + lexeme.stem.count + suffixes[row.suffix].count
      else { return false }
      return wanted.isSubset(of: tags[row.tag]) && form(lexeme, row) == lemma
    }
    return found.map(\.paradigm).max { (lexemes[$0], -$0) < (lexemes[$1], -$1) }
  }

  /// Adds a paradigm whose forms are all the same, six cases in each number.
  mutating func addIndeclinable(_ grammemes: [String], numbers: [String] = ["sing"]) throws -> Int {
    guard let suffix = suffixes.firstIndex(of: []) else {
      throw DumpError(message: "there is no empty suffix")
    }
    var rows: [Row] = []
    for number in numbers {
      for grammaticalCase in ["nomn", "gent", "datv", "accs", "ablt", "loct"] {
        rows.append(Row(suffix: suffix, tag: tags.count, prefix: 0))
        tags.append(grammemes + [number, grammaticalCase])
      }
    }
    paradigms.append(rows)
    return paradigms.count - 1
  }

  /// The number of lexemes of each paradigm.
  var lexemeCounts: [Int] {
    lexemes.reduce(into: [Int](repeating: 0, count: paradigms.count)) { $0[$1.paradigm] += 1 }
  }

  /// The paradigm without endings that has some grammemes and not others, the one with most lexemes.
  func indeclinable(_ wanted: Set<String>, without unwanted: Set<String>, _ lexemes: [Int]) -> Int?
  {
    let found = paradigms.indices.filter { paradigm in
      let tag = tag(paradigm, 0) ?? []
      return wanted.isSubset(of: tag) && unwanted.isDisjoint(with: tag)
        && paradigms[paradigm].allSatisfy { suffixes[$0.suffix].isEmpty && $0.prefix == 0 }
    }
    return found.max { (lexemes[$0], -$0) < (lexemes[$1], -$1) }
  }

  private func row(_ field: Data, _ line: Int) throws -> Row {
    let numbers = try field.split(separator: UInt8(ascii: ",")).map { try Dump.number($0, line) }
    guard numbers.count == 3, suffixes.indices.contains(numbers[0]),
      tags.indices.contains(numbers[1]), prefixes.indices.contains(numbers[2])
    else { throw DumpError(line: line, message: "a row needs a suffix, a tag and a prefix") }
    return Row(suffix: numbers[0], tag: numbers[1], prefix: numbers[2])
  }

  private static func number(_ field: Data, _ line: Int) throws -> Int {
    guard let number = Int(String(decoding: field, as: UTF8.self)) else {
      throw DumpError(line: line, message: "a number was expected")
    }
    return number
  }
}
