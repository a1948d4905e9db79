import TextEngine

/// A part of a document's record, a fact for instance, that differs between two records.
public struct GoldenDifference: Sendable {
  /// How the fact came out: missing, noisy, moved, or with other fields.
  public var status: FactStatus
  /// The id of the fact or entity, `document` for what stands around them.
  public var subject: String
  /// Whether the part is a fact.
  public var isFact: Bool
  /// The rule of the fact in the new record, or in the old one where the new one has no such fact.
  public var rule: String?
  /// The line of the old record where the part stands, from 1; 1 where it has none.
  public var line: Int
  /// The lines that differ, in the order of the records.
  public var lines: [DifferenceLine]
}

/// A fact or entity of a pretty record, or everything around them.
struct RecordPart {
  var name: String
  var firstLine: Int
  var lines: [String]

  /// Whether it is a fact: an entity has no span.
  var isFact: Bool { value(of: "span") != nil }

  /// The value of a member of the part itself, as it is written.
  func value(of member: String) -> String? {
    let start = "      \"\(member)\": "
    guard let line = lines.first(where: { $0.hasPrefix(start) }) else { return nil }
    let value = line.dropFirst(start.count)
    return String(value.last == "," ? value.dropLast() : value)
  }

  /// The value of a member without its quotation marks.
  func string(of member: String) -> String? {
    value(of: member).map { String($0.dropFirst().dropLast()) }
  }

  /// The offsets of the fact.
  var span: TextSpan? {
    guard let numbers = value(of: "span")?.split(whereSeparator: { !$0.isASCIIDigit }),
      numbers.count == 2, let start = Int(numbers[0]), let end = Int(numbers[1])
    else { return nil }
    return TextSpan(start: start, end: end)
  }

  /// The lines that open and close the lists of parts: that a list has become empty is told by its parts.
  private static let frame: Set<String> = [
    "  \"facts\": [", "  \"facts\": [],", "  \"entities\": [", "  \"entities\": [],",
    "  \"diagnostics\": [", "  \"diagnostics\": []", "  ],", "  ]",
  ]

  /// The parts of a pretty record: first what stands around the facts and entities, then each of these.
  static func parts(of record: String) -> [RecordPart] {
    var parts: [RecordPart] = []
    var rest = RecordPart(name: "document", firstLine: 1, lines: [])
    var open = RecordPart(name: "", firstLine: 1, lines: [])
    let lines = record.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      guard line == "    {" || !open.lines.isEmpty else {
        if !line.isEmpty, !frame.contains(line) { rest.lines.append(line) }
        continue
      }
      if open.lines.isEmpty { open.firstLine = index + 1 }
      // The last member of a list has no comma; that a fact has become the last is no change of it.
      open.lines.append(line == "    }," ? "    }" : line)
      guard line.hasPrefix("    }") else { continue }
      // A diagnostic has a code and no id.
      open.name = open.string(of: "id") ?? open.string(of: "code") ?? "?"
      parts.append(open)
      open.lines = []
    }
    // A record that ends within a part was cut; its lines are not lost.
    rest.lines += open.lines
    return [rest] + parts
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
