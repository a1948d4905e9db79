public import TextEngine

/// Writes one document's facts as the line of JSON that the output contract describes.
public struct FactWriter: Sendable {
  /// What positions are counted in.
  public var unit: OffsetUnit
  /// The kinds to write, or nil for all.
  public var kinds: Set<String>?

  private let layouts: [FactLayout]
  private let rules: [String]

  /// Makes a writer for facts of a program.
  public init(program: RuleProgram, unit: OffsetUnit = .scalar, kinds: Set<String>? = nil) {
    layouts = program.schemas.map(FactLayout.init)
    rules = program.rules.map(\.name)
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
    let isWritten = found.facts.map { kinds?.contains(layouts[$0.schema].kind) ?? true }
    let ids = FactIDs(found.facts, kinds: layouts.map { Array($0.kind.utf8) }, offsets)
    json.beginRecord(
      id: document.id,
      date: document.date ?? Document.leadingDate(in: document.text),
      offsets: unit
    )
    json.key("facts")
    json.beginArray()
    for (index, fact) in found.facts.enumerated() where isWritten[index] {
      write(fact, at: index, ids, isWritten, document.text, offsets, &json)
    }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for (number, entity) in found.entities.enumerated()
    where kinds?.contains(layouts[entity.schema].kind) ?? true {
      write(entity, number: number, ids: ids, found.facts, &json)
    }
    json.endArray()
    json.diagnostics(found.diagnostics)
    json.endObject()
    json.endLine()
  }

  private func write(
    _ fact: Fact,
    at index: Int,
    _ ids: FactIDs,
    _ isWritten: [Bool],
    _ text: SourceText,
    _ offsets: OffsetMap,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    ids.write(index, to: &json)
    json.key("kind")
    json.string(layouts[fact.schema].kind)
    json.key("span")
    write(fact.span, offsets, &json)
    json.key("text")
    json.string(utf8: text.bytes.span.extracting(fact.span.start..<fact.span.end))
    json.key("rule")
    json.string(rules[fact.rule])
    let members = layouts[fact.schema].members
    for place in members.indices {
      if let field = members[place].field {
        guard let value = written(field, fact, isWritten) else { continue }
        json.key(written: members[place].key)
        write(value, ids, offsets, &json)
      } else {
        writeObject(members[place], fact, ids, isWritten, offsets, &json)
      }
    }
    if let entity = fact.entity {
      json.key("entity")
      json.string("e\(entity + 1)")
    }
    json.endObject()
  }

  /// The value of a field; nil where there is none, or it refers to a fact that is not written.
  private func written(_ field: Int, _ fact: Fact, _ isWritten: [Bool]) -> FieldValue? {
    guard let value = fact.fields[field] else { return nil }
    if case .reference(let target) = value, !isWritten[target] { return nil }
    return value
  }

  /// Writes the members of a nested object, wherever they stand in the schema.
  private func writeObject(
    _ member: FactLayout.Member,
    _ fact: Fact,
    _ ids: FactIDs,
    _ isWritten: [Bool],
    _ offsets: OffsetMap,
    _ json: inout JSONWriter
  ) {
    var isOpen = false
    for (key, field) in member.inner {
      guard let value = written(field, fact, isWritten) else { continue }
      if !isOpen {
        json.key(written: member.key)
        json.beginObject()
        isOpen = true
      }
      json.key(written: key)
      write(value, ids, offsets, &json)
    }
    if isOpen { json.endObject() }
  }

  private func write(
    _ value: FieldValue,
    _ ids: FactIDs,
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
    case .reference(let target): ids.write(target, to: &json)
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
    ids: FactIDs,
    _ facts: [Fact],
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.string("e\(number + 1)")
    json.key("kind")
    json.string(layouts[entity.schema].kind)
    json.key("name")
    json.string(entity.name)
    let forms = entity.facts.lazy.compactMap { fact in
      layouts[facts[fact].schema].form.flatMap { facts[fact].fields[$0] }
    }
    if let form = forms.first?.string {
      json.key("form")
      json.string(form)
    }
    json.key("facts")
    json.beginArray()
    for fact in entity.facts { ids.write(fact, to: &json) }
    json.endArray()
    json.endObject()
  }
}
