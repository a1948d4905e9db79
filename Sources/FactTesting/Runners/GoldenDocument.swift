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

  /// The parts of two records that differ, in the order of the first record, then what only the second has.
  ///
  /// A fact whose span overlaps that of a new fact of its kind has moved; of a fact that both records have, the lines
  /// that differ are told.
  public static func differences(_ want: String, _ got: String) -> [GoldenDifference] {
    if want == got { return [] }
    let wanted = RecordPart.parts(of: want)
    let found = RecordPart.parts(of: got)
    let known = Set(wanted.map(\.name))
    let new = Dictionary(found.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var added = found.filter { !known.contains($0.name) }
    var differences: [GoldenDifference] = []
    for part in wanted {
      if let same = new[part.name] {
        guard same.lines != part.lines else { continue }
        differences.append(difference(.wrongField, part, same))
      } else if let place = added.firstIndex(where: { isMoved(part, $0) }) {
        differences.append(difference(.movedSpan, part, added.remove(at: place)))
      } else {
        differences.append(difference(.missing, part, nil))
      }
    }
    differences += added.map { difference(.noisy, nil, $0) }
    if differences.isEmpty {
      // The parts are the same: they come in another order, or the record is laid out in another way.
      let names = (wanted.map(\.name), found.map(\.name))
      var rest = difference(.wrongField, nil, nil)
      rest.subject = names.0 == names.1 ? "layout" : "order"
      rest.lines = names.0 == names.1 ? lines(rows(want), rows(got)) : lines(names.0, names.1)
      differences.append(rest)
    }
    return differences
  }

  /// What differs between two records, as text, or nil where they are the same.
  ///
  /// - Parameter limit: The number of parts to show.
  public static func difference(_ want: String, _ got: String, limit: Int = 5) -> String? {
    let differences = differences(want, got)
    if differences.isEmpty { return nil }
    let shown = differences.prefix(limit).map { part in
      ([part.subject] + part.lines.map(\.description)).joined(separator: "\n")
    }
    let rest = differences.count - shown.count
    return shown.joined(separator: "\n") + (rest > 0 ? "\n… and \(rest) more" : "")
  }

  private static func rows(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func isMoved(_ part: RecordPart, _ other: RecordPart) -> Bool {
    guard let old = part.span, let new = other.span else { return false }
    return old.overlaps(new) && part.value(of: "kind") == other.value(of: "kind")
  }

  private static func difference(
    _ status: FactStatus,
    _ old: RecordPart?,
    _ new: RecordPart?
  ) -> GoldenDifference {
    GoldenDifference(
      status: status,
      subject: old?.name ?? new?.name ?? "",
      isFact: (old ?? new)?.isFact ?? false,
      rule: new?.string(of: "rule") ?? old?.string(of: "rule"),
      line: old?.firstLine ?? 1,
      lines: lines(old?.lines ?? [], new?.lines ?? [])
    )
  }

  /// The lines that only one of two texts has, where they stand.
  private static func lines(_ want: [String], _ got: [String]) -> [DifferenceLine] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in got.difference(from: want) {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): inserted.insert(place)
      }
    }
    var lines: [DifferenceLine] = []
    var (old, new) = (0, 0)
    while old < want.count || new < got.count {
      if removed.contains(old) {
        lines.append(DifferenceLine(isAdded: false, text: want[old]))
        old += 1
      } else if inserted.contains(new) {
        lines.append(DifferenceLine(isAdded: true, text: got[new]))
        new += 1
      } else {
        old += 1
        new += 1
      }
    }
    return lines
  }
}
