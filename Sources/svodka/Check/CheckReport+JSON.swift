import FactExtraction
import RuleLanguage
import TextEngine

extension CheckReport {
  /// The report as one JSON object.
  var jsonText: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("rules")
    json.integer(rules)
    json.key("examples")
    json.integer(examples)
    json.key("errors")
    json.integer(errors)
    json.key("warnings")
    json.integer(warnings)
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in diagnostics { write(diagnostic, &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    let message = diagnostic.message
    json.beginObject()
    json.key("code")
    json.string(message.code)
    json.key("severity")
    json.string(message.severity.rawValue)
    json.key("message")
    json.string(message.text)
    json.key("label")
    json.string(message.label)
    write("notes", message.notes, &json)
    write("help", message.help, &json)
    if let place = renderer.place(of: diagnostic.range) { json.members(of: place) }
    json.key("related")
    json.beginArray()
    for label in diagnostic.labels {
      guard let place = renderer.place(of: label.range) else { continue }
      json.beginObject()
      json.key("message")
      json.string(label.text)
      json.members(of: place)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ key: StaticString, _ strings: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.beginArray()
    for string in strings { json.string(string) }
    json.endArray()
  }
}

extension JSONWriter {
  /// Writes the members that say where something is: lines and columns from 1, bytes from 0.
  fileprivate mutating func members(of place: DiagnosticPlace) {
    key("file")
    string(place.path)
    key("line")
    integer(place.line)
    key("column")
    integer(place.column)
    key("endLine")
    integer(place.endLine)
    key("endColumn")
    integer(place.endColumn)
    key("bytes")
    beginObject()
    key("start")
    integer(place.span.start)
    key("end")
    integer(place.span.end)
    endObject()
  }
}
