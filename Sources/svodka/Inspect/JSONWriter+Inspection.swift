import FactExtraction
import TextEngine

extension JSONWriter {
  /// Writes what rules see of the document that the extractor took up last, as one line.
  mutating func inspection(
    of engine: Engine,
    id: DocumentID,
    unit: OffsetUnit,
    offsets: OffsetMap
  ) {
    beginObject()
    key("id")
    json(id.json)
    key("offsets")
    string(unit.rawValue)
    key("tokens")
    beginArray()
    for token in InspectedToken.tokens(of: engine) { write(token, offsets) }
    endArray()
    key("annotations")
    beginArray()
    for annotation in InspectedAnnotation.annotations(of: engine) {
      beginObject()
      key("type")
      string(annotation.type)
      span(annotation.span, offsets)
      key("text")
      string(annotation.text)
      if let value = annotation.value {
        key("value")
        json(value)
      }
      endObject()
    }
    endArray()
    endObject()
    endLine()
  }

  private mutating func write(_ token: InspectedToken, _ offsets: OffsetMap) {
    beginObject()
    span(token.span, offsets)
    key("text")
    string(token.text)
    key("kind")
    string(token.kind)
    key("paragraph")
    integer(token.paragraph)
    key("sentence")
    integer(token.sentence)
    key("readings")
    beginArray()
    for reading in token.readings {
      beginObject()
      key("lemma")
      string(reading.lemma)
      key("grammemes")
      strings(reading.grammemes)
      key("guessed")
      boolean(reading.isGuessed)
      endObject()
    }
    endArray()
    key("lists")
    strings(token.lists)
    endObject()
  }

  private mutating func strings(_ strings: [String]) {
    beginArray()
    for each in strings { string(each) }
    endArray()
  }

  private mutating func span(_ span: TextSpan, _ offsets: OffsetMap) {
    let (start, end) = offsets.range(of: span)
    key("span")
    beginObject()
    key("start")
    integer(start)
    key("end")
    integer(end)
    endObject()
  }
}
