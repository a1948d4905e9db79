import FactExtraction
import FactTesting
import RuleLanguage
import TextEngine

/// Lays out the rules of a set, and what each did, as a table or as JSON Lines.
struct ProfilePage {
  private let compiled: RuleCompiler.Result
  private let renderer: DiagnosticRenderer
  private let filter: String?
  /// What the rules did over documents; without it the page is a list of rules.
  var measured: RuleProfile?
  /// The order of a profile.
  var order = ProfileOrder.rule

  init(_ compiled: RuleCompiler.Result, filter: String?) {
    self.compiled = compiled
    self.filter = filter
    renderer = DiagnosticRenderer(compiled.sources)
  }

  private var rules: [CompiledRule] { compiled.program.rules }

  private func isWanted(_ rule: Int) -> Bool {
    filter.map { rules[rule].name.contains($0) } ?? true
  }

  private func place(_ rule: Int) -> String {
    renderer.location(of: compiled.origins[rule].name)?.description ?? ""
  }

  private func kind(_ rule: Int) -> String {
    rules[rule].schema.map { compiled.program.schemas[$0].name } ?? "block"
  }

  private func examples(_ rule: Int) -> (accepting: Int, rejecting: Int) {
    let own = compiled.examples.filter { $0.rule == rule }
    return (own.count { !$0.isReject }, own.count { $0.isReject })
  }

  private func sorted(_ rows: [RuleProfile.Row]) -> [RuleProfile.Row] {
    func key(_ row: RuleProfile.Row) -> Int {
      switch order {
      case .time, .rule: 0
      case .tried: row.tried
      case .matched: row.matched
      case .won: row.won
      case .lost: row.matched - row.won
      }
    }
    if order == .rule { return rows }
    return rows.sorted { left, right in
      if order == .time {
        return left.time == right.time ? left.rule < right.rule : left.time > right.time
      }
      return key(left) == key(right) ? left.rule < right.rule : key(left) > key(right)
    }
  }

  // MARK: Text

  /// The table.
  var text: String {
    guard let measured else { return list }
    var table = [["rule", "tried", "matched", "won", "lost", "time", "lost to"]]
    let rows = sorted(measured.rows.filter { isWanted($0.rule) && $0.tried > 0 })
    for row in rows {
      let killers = row.killers.prefix(3).map { "\(rules[$0.rule].name) \($0.count)" }
      table.append([
        rules[row.rule].name, "\(row.tried)", "\(row.matched)", "\(row.won)",
        "\(row.matched - row.won)", Self.percent(measured.share(row)),
        killers.joined(separator: ", "),
      ])
    }
    let idle = measured.rows.filter { isWanted($0.rule) && $0.matched == 0 }
    var text = Self.laidOut(table, right: 1...5)
    text += "\(measured.documents) documents, \(rows.count) rules tried, "
    text += "\(Self.milliseconds(measured.time)) ms in rules\n"
    if !idle.isEmpty {
      text += "matched nothing (\(idle.count)): "
      text += idle.map { rules[$0.rule].name }.joined(separator: ", ") + "\n"
    }
    return text
  }

  private var list: String {
    var table = [["rule", "kind", "priority", "tests", "rejects", "place"]]
    for rule in rules.indices where isWanted(rule) {
      let (accepting, rejecting) = examples(rule)
      table.append([
        rules[rule].name, kind(rule), "\(rules[rule].priority)", "\(accepting)", "\(rejecting)",
        place(rule),
      ])
    }
    return Self.laidOut(table, right: 2...4) + "\(table.count - 1) rules\n"
  }

  /// Columns wide enough for their cells; those of numbers end in line.
  private static func laidOut(_ table: [[String]], right: ClosedRange<Int>) -> String {
    let widths = (table.first ?? []).indices.map { column in
      table.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return table.map { row in
      var line = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return right.contains(column) ? blanks + cell : cell + blanks
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func milliseconds(_ time: Duration) -> String {
    "\(Int((time / .milliseconds(1)).rounded()))"
  }

  // MARK: JSON

  /// The same as JSON Lines.
  var json: [UInt8] {
    var json = JSONWriter()
    let rows = measured.map { sorted($0.rows) } ?? rules.indices.map { RuleProfile.Row(rule: $0) }
    for row in rows where isWanted(row.rule) {
      json.beginObject()
      json.key("rule")
      json.string(rules[row.rule].name)
      json.key("kind")
      json.string(kind(row.rule))
      json.key("place")
      json.string(place(row.rule))
      if measured == nil {
        let (accepting, rejecting) = examples(row.rule)
        json.key("priority")
        json.integer(rules[row.rule].priority)
        json.key("tests")
        json.integer(accepting)
        json.key("rejects")
        json.integer(rejecting)
      } else {
        write(row, to: &json)
      }
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  private func write(_ row: RuleProfile.Row, to json: inout JSONWriter) {
    json.key("tried")
    json.integer(row.tried)
    json.key("matched")
    json.integer(row.matched)
    json.key("won")
    json.integer(row.won)
    json.key("lost_to")
    json.beginObject()
    for killer in row.killers {
      json.key(rules[killer.rule].name)
      json.integer(killer.count)
    }
    json.endObject()
    json.key("microseconds")
    json.integer(Int((row.time / .microseconds(1)).rounded()))
  }
}
