public import TextEngine

/// Writes one document's facts as the line of JSON that the output contract describes.
public struct FactWriter: Sendable {
  /// What positions are counted in.
  public var unit: OffsetUnit
  /// The kinds to write, or nil for all.
  public var kinds: Set<String>?

  private let program: RuleProgram

  /// Makes a writer for facts of a program.
  public init(program: RuleProgram, unit: OffsetUnit = .scalar, kinds: Set<String>? = nil) {
    self.program = program
    self.unit = unit
    self.kinds = kinds
  }

  /// Writes the record of a document and ends the line.
  public func write(
    _ found: ExtractedDocument,
    of document: Document,
    to json: inout JSONWriter
  ) {
    let offsets = OffsetMap(document.text, unit: unit)
    let isWritten = found.facts.map { kinds?.contains(program.schemas[$0.schema].name) ?? true }
    let ids = found.facts.map { fact in
      let span = offsets.range(of: fact.span)
      return "\(program.schemas[fact.schema].name):\(span.start)-\(span.end)"
    }
    json.beginRecord(
      id: document.id,
      date: document.date ?? Document.leadingDate(in: document.text),
      offsets: unit
    )
    json.key("facts")
    json.beginArray()
    for (index, fact) in found.facts.enumerated() where isWritten[index] {
      write(fact, id: ids[index], ids: ids, isWritten, document.text, offsets, &json)
    }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for (number, entity) in found.entities.enumerated()
    where kinds?.contains(program.schemas[entity.schema].name) ?? true {
      write(entity, number: number, ids: ids, found.facts, &json)
    }
    json.endArray()
    json.diagnostics(found.diagnostics)
    json.endObject()
    json.endLine()
  }

  private func write(
    _ fact: Fact,
    id: String,
    ids: [String],
    _ isWritten: [Bool],
    _ text: SourceText,
    _ offsets: OffsetMap,
    _ json: inout JSONWriter
  ) {
    let schema = program.schemas[fact.schema]
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("kind")
    json.string(schema.name)
    json.key("span")
    write(fact.span, offsets, &json)
    json.key("text")
    json.string(text.string(in: fact.span))
    json.key("rule")
    json.string(program.rules[fact.rule].name)
    var written = Set<String>()
    for (place, field) in schema.fields.enumerated() {
      guard let head = field.path.first, !written.contains(head) else { continue }
      written.insert(head)
      if field.path.count == 1 {
        guard let value = fact.fields[place] else { continue }
        if case .reference(let target) = value, !isWritten[target] { continue }
        json.key(head)
        write(value, ids, offsets, &json)
      } else {
        writeObject(head, schema, fact, ids, isWritten, offsets, &json)
      }
    }
    if let entity = fact.entity {
      json.key("entity")
      json.string("e\(entity + 1)")
    }
    json.endObject()
  }

  /// Writes the members of a nested object, wherever they stand in the schema.
  private func writeObject(
    _ head: String,
    _ schema: FactSchema,
    _ fact: Fact,
    _ ids: [String],
    _ isWritten: [Bool],
    _ offsets: OffsetMap,
    _ json: inout JSONWriter
  ) {
    var isOpen = false
    for (place, field) in schema.fields.enumerated() where field.path.first == head {
      guard let value = fact.fields[place], field.path.count > 1 else { continue }
      if case .reference(let target) = value, !isWritten[target] { continue }
      if !isOpen {
        json.key(head)
        json.beginObject()
        isOpen = true
      }
      json.key(field.path.dropFirst().joined(separator: "."))
      write(value, ids, offsets, &json)
    }
    if isOpen { json.endObject() }
  }

  private func write(
    _ value: FieldValue,
    _ ids: [String],
    _ offsets: OffsetMap,
    _ json: inout JSONWriter
  ) {
    switch value {
    case .text(let text): json.string(text)
    case .decimal(let number):
      var digits: [UInt8] = []
      number.write(to: &digits)
      json.json(digits)
    case .bool(let value): json.boolean(value)
    case .span(let span): write(span, offsets, &json)
    case .spans(let spans):
      json.beginArray()
      for span in spans { write(span, offsets, &json) }
      json.endArray()
    case .reference(let target):
      if ids.indices.contains(target) { json.string(ids[target]) } else { json.null() }
    case .unknown: json.null()
    }
  }

  private func write(_ span: TextSpan, _ offsets: OffsetMap, _ json: inout JSONWriter) {
    let range = offsets.range(of: span)
    json.beginObject()
    json.key("start")
    json.integer(range.start)
    json.key("end")
    json.integer(range.end)
    json.endObject()
  }

  private func write(
    _ entity: Entity,
    number: Int,
    ids: [String],
    _ facts: [Fact],
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.string("e\(number + 1)")
    json.key("kind")
    json.string(program.schemas[entity.schema].name)
    json.key("name")
    json.string(entity.name)
    if let fact = entity.facts.first(where: { program.value("form", of: facts[$0]) != nil }),
      let form = program.value("form", of: facts[fact])?.string
    {
      json.key("form")
      json.string(form)
    }
    json.key("facts")
    json.beginArray()
    for fact in entity.facts { json.string(ids[fact]) }
    json.endArray()
    json.endObject()
  }
}
