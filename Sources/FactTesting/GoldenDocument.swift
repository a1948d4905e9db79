public import FactExtraction
import TextEngine

/// A whole document against the record that is kept for it.
public enum GoldenDocument {
  /// The record of a document as `svodka extract --pretty` prints it.
  public static func record(
    of document: Document,
    by extractor: Extractor
  ) -> String {
    var json = JSONWriter()
    FactWriter(program: extractor.program).write(
      extractor.extract(document),
      of: document,
      to: &json
    )
    var pretty: [UInt8] = []
    let line = json.bytes
    JSONIndenter.append(line.span.extracting(..<(line.count - 1)), to: &pretty)
    pretty.append(UInt8(ascii: "\n"))
    return String(decoding: pretty, as: UTF8.self)
  }

  /// What differs between two records, fact by fact, or nil where they are the same.
  ///
  /// A fact that only one of them has is shown whole, after `-` where it is missing and after `+` where it is new;
  /// of a fact that both have, the lines that differ.
  ///
  /// - Parameter limit: The number of facts to show.
  public static func difference(_ want: String, _ got: String, limit: Int = 5) -> String? {
    if want == got { return nil }
    let wanted = parts(of: want)
    let found = parts(of: got)
    let known = Dictionary(
      wanted.map { ($0.name, $0.lines) },
      uniquingKeysWith: { first, _ in first }
    )
    let new = Dictionary(found.map { ($0.name, $0.lines) }, uniquingKeysWith: { first, _ in first })
    var shown: [String] = []
    for part in wanted where new[part.name] != part.lines {
      let lines =
        new[part.name].map { changes(part.lines, $0) } ?? part.lines.map { "-" + $0 }
      shown.append(([part.name] + lines).joined(separator: "\n"))
    }
    for part in found where known[part.name] == nil {
      shown.append(([part.name] + part.lines.map { "+" + $0 }).joined(separator: "\n"))
    }
    if shown.isEmpty { return "the order differs" }
    let rest = shown.count - limit
    return shown.prefix(limit).joined(separator: "\n")
      + (rest > 0 ? "\n… and \(rest) more" : "")
  }

  private static func changes(_ want: [String], _ got: [String]) -> [String] {
    got.difference(from: want).map { change in
      switch change {
      case .remove(_, let line, _): "-" + line
      case .insert(_, let line, _): "+" + line
      }
    }
  }

  /// The facts and entities of a pretty record by their ids, and everything around them as one part.
  private static func parts(of record: String) -> [(name: String, lines: [String])] {
    var parts: [(name: String, lines: [String])] = []
    var rest: [String] = []
    var open: [String] = []
    for line in record.split(separator: "\n").map(String.init) {
      let isOpening = line == "    {"
      if isOpening || !open.isEmpty {
        open.append(line)
        guard line.hasPrefix("    }") else { continue }
        let id = open.first { $0.hasPrefix("      \"id\": ") } ?? ""
        parts.append((String(id.drop { $0 == " " }.dropFirst(6)), open.map(withoutComma)))
        open = []
      } else {
        rest.append(line)
      }
    }
    return [("document", rest)] + parts
  }

  /// The last member of a list has no comma; that a fact has become the last is no change of it.
  private static func withoutComma(_ line: String) -> String {
    line == "    }," ? "    }" : line
  }
}
