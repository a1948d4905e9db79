import ArgumentParser
import FactExtraction
import RuleLanguage
import TextEngine

/// A report as a log in SARIF 2.1.0.
///
/// Columns count Unicode code points, as `columnKind` says. The format is that of
/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
struct SARIFLog {
  private let report: CheckReport
  private let places: [String: Int]

  init(_ report: CheckReport) {
    self.report = report
    var places: [String: Int] = [:]
    for (place, entry) in DiagnosticCatalogue.entries.enumerated() { places[entry.code] = place }
    self.places = places
  }

  /// The log as one JSON object.
  var text: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("$schema")
    json.string("https://json.schemastore.org/sarif-2.1.0.json")
    json.key("version")
    json.string("2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    writeTool(&json)
    json.key("columnKind")
    json.string("unicodeCodePoints")
    json.key("results")
    json.beginArray()
    for diagnostic in report.diagnostics { write(diagnostic, &json) }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func writeTool(_ json: inout JSONWriter) {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.string("svodka")
    json.key("version")
    json.string(Svodka.configuration.version)
    json.key("rules")
    json.beginArray()
    for entry in DiagnosticCatalogue.entries {
      json.beginObject()
      json.key("id")
      json.string(entry.code)
      writeMessage("shortDescription", entry.summary, &json)
      json.key("defaultConfiguration")
      json.beginObject()
      json.key("level")
      json.string(entry.severity.rawValue)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func writeMessage(_ key: StaticString, _ text: String, _ json: inout JSONWriter) {
    json.key(key)
    json.beginObject()
    json.key("text")
    json.string(text)
    json.endObject()
  }

  private func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    let message = diagnostic.message
    json.beginObject()
    json.key("ruleId")
    json.string(message.code)
    if let place = places[message.code] {
      json.key("ruleIndex")
      json.integer(place)
    }
    json.key("level")
    json.string(message.severity.rawValue)
    writeMessage("message", message.plainText, &json)
    json.key("locations")
    json.beginArray()
    if let place = report.renderer.place(of: diagnostic.range) {
      json.beginObject()
      write(place, &json)
      json.endObject()
    }
    json.endArray()
    if !diagnostic.labels.isEmpty { writeRelated(diagnostic.labels, &json) }
    json.endObject()
  }

  private func writeRelated(_ labels: [Diagnostic.Label], _ json: inout JSONWriter) {
    json.key("relatedLocations")
    json.beginArray()
    for (number, label) in labels.enumerated() {
      guard let place = report.renderer.place(of: label.range) else { continue }
      json.beginObject()
      json.key("id")
      json.integer(number + 1)
      write(place, &json)
      writeMessage("message", label.text, &json)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ place: DiagnosticPlace, _ json: inout JSONWriter) {
    json.key("physicalLocation")
    json.beginObject()
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.string(Self.uri(of: place.path))
    json.endObject()
    json.key("region")
    json.beginObject()
    json.key("startLine")
    json.integer(place.line)
    json.key("startColumn")
    json.integer(place.column)
    json.key("endLine")
    json.integer(place.endLine)
    json.key("endColumn")
    json.integer(place.endColumn)
    json.key("byteOffset")
    json.integer(place.span.start)
    json.key("byteLength")
    json.integer(place.span.count)
    json.endObject()
    json.endObject()
  }

  /// A path as a URI reference: what is not unreserved is escaped, also Cyrillic.
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = path.hasPrefix("/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default:
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}

extension DiagnosticMessage {
  /// The whole message as lines: the headline, what stands beside the place, remarks and help.
  var plainText: String {
    var lines = [label.isEmpty ? text : "\(text): \(label)"]
    lines += notes.map { "note: \($0)" }
    lines += help.map { "help: \($0)" }
    return lines.joined(separator: "\n")
  }
}
