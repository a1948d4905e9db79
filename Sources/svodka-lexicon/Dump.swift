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
