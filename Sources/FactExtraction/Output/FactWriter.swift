public import TextEngine

/// Writes one document's facts as the line of JSON that the output contract describes.
public struct FactWriter: Sendable {
  /// What positions are counted in.
  public var unit: OffsetUnit
  /// The kinds to write, or nil for all.
  public var kinds: Set<String>?

  private let layouts: [FactLayout]
  /// For each rule the member that names it, with the comma before it.
  private let rules: [[UInt8]]

  /// Makes a writer for facts of a program.
  public init(program: RuleProgram, unit: OffsetUnit = .scalar, kinds: Set<String>? = nil) {
    layouts = program.schemas.map(FactLayout.init)
    rules = program.rules.indices.map { rule in
      var json = JSONWriter()
      json.reserveCapacity(64)
      json.next(",\"rule\":")
      json.string(program.rules[rule].name)
      return json.bytes
    }
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
    let ids = FactIDs(found.facts, kinds: layouts.map(\.writtenKind), offsets)
    json.beginRecord(
      id: document.id,
      date: document.date ?? Document.leadingDate(in: document.text),
      offsets: unit
    )
    json.key("facts")
    json.beginArray()
    for index in found.facts.indices where isWritten[index] {
      write(found.facts[index], at: index, ids, isWritten, document.text, offsets, &json)
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
    json.begin("{\"id\":")
    ids.write(index, to: &json)
    json.next(layouts[fact.schema].beforeSpan)
    json.span(ids.spans[index])
    json.next(",\"text\":")
    json.string(utf8: text.bytes.span.extracting(fact.span.start..<fact.span.end))
    json.next(rules[fact.rule], needsComma: true)
    let members = layouts[fact.schema].members
    for place in members.indices {
      if let field = members[place].field {
        guard let value = written(field, fact, isWritten) else { continue }
        json.next(members[place].key)
        write(value, ids, offsets, &json)
      } else {
        writeObject(members[place], fact, ids, isWritten, offsets, &json)
      }
    }
    if let entity = fact.entity {
      json.next(",\"entity\":")
      json.entity(entity)
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
      if isOpen {
        json.next(key)
      } else {
        json.next(member.key)
        json.beginObject()
        json.next(key.dropFirst())
        isOpen = true
      }
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
    case .span(let span): json.span(offsets.range(of: span))
    case .spans(let spans):
      json.beginArray()
      for span in spans { json.span(offsets.range(of: span)) }
      json.endArray()
    case .reference(let target): ids.write(target, to: &json)
    case .unknown: json.null()
    }
  }

  private func write(
    _ entity: Entity,
    number: Int,
    ids: FactIDs,
    _ facts: [Fact],
    _ json: inout JSONWriter
  ) {
    json.begin("{\"id\":")
    json.entity(number)
    json.next(layouts[entity.schema].beforeName)
    json.string(entity.name)
    let forms = entity.facts.lazy.compactMap { fact in
      layouts[facts[fact].schema].form.flatMap { facts[fact].fields[$0] }
    }
    if let form = forms.first?.string {
      json.key("form")
      json.string(form)
    }
    json.next(",\"facts\":[")
    for fact in entity.facts { ids.write(fact, to: &json) }
    json.endArray()
    json.endObject()
  }
}
