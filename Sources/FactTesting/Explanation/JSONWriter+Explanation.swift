public import FactExtraction
public import TextEngine

extension JSONWriter {
  /// Writes an explanation as one line.
  public mutating func write(_ explanation: RuleExplanation, _ text: SourceText, unit: OffsetUnit) {
    let place = ExplanationPlaces(text: text, offsets: OffsetMap(text, unit: unit))
    beginObject()
    member("rule", explanation.rule)
    member("place", explanation.place)
    member("kind", explanation.kind)
    member("offsets", unit.rawValue)
    member("window", explanation.isParagraph ? "paragraph" : "sentence")
    place.write("span", explanation.window, to: &self)
    key("starts")
    integer(explanation.starts)
    key("failed_at_once")
    integer(explanation.failedAtOnce)
    place.write("start", explanation.start, to: &self)
    key("steps")
    write(explanation.steps, place)
    key("stops")
    beginArray()
    for stop in explanation.stops { write(stop, place) }
    endArray()
    key("matches")
    beginArray()
    for match in explanation.matches { write(match, place) }
    endArray()
    endObject()
    endLine()
  }

  private mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  private mutating func write(_ element: RuleExplanation.Element) {
    key("element")
    beginObject()
    member("text", element.text)
    member("definition", element.definition)
    member("place", element.place)
    endObject()
  }

  private mutating func write(_ steps: [RuleExplanation.Step], _ place: ExplanationPlaces) {
    beginArray()
    for step in steps {
      beginObject()
      place.write("span", step.span, to: &self)
      write(step.element)
      key("readings")
      write(step.readings)
      member("taken", step.taken)
      if let shared = step.shared {
        key("agreement")
        write(shared)
      }
      endObject()
    }
    endArray()
  }

  private mutating func write(_ stop: RuleExplanation.Stop, _ place: ExplanationPlaces) {
    beginObject()
    place.write("span", stop.span, to: &self)
    write(stop.element)
    member("reason", stop.reason)
    key("readings")
    beginArray()
    for reading in stop.readings {
      beginObject()
      member("reading", reading.reading)
      member("fails", reading.fails)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func write(_ match: RuleExplanation.Match, _ place: ExplanationPlaces) {
    beginObject()
    place.write("span", match.span, to: &self)
    key("tokens")
    integer(match.tokens)
    write(match.outcome)
    key("steps")
    write(match.steps, place)
    key("captures")
    beginObject()
    for capture in match.captures {
      key(capture.label)
      beginArray()
      for span in capture.spans {
        beginObject()
        place.write("span", span, to: &self)
        endObject()
      }
      endArray()
    }
    endObject()
    key("fields")
    beginObject()
    for field in match.fields {
      key(field.name)
      string(field.value)
    }
    endObject()
    key("competitors")
    beginArray()
    for competitor in match.competitors {
      beginObject()
      member("rule", competitor.rule)
      member("place", competitor.place)
      place.write("span", competitor.span, to: &self)
      key("won")
      if let isWinner = competitor.isWinner { boolean(isWinner) } else { null() }
      member("reason", competitor.reason)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func write(_ outcome: RuleExplanation.Outcome) {
    switch outcome {
    case .fact(let id):
      member("outcome", "fact")
      member("fact", id)
    case .refused(let clause, let place):
      member("outcome", "refused")
      member("refused_by", clause)
      member("refused_at", place)
    case .assembled: member("outcome", "assembled")
    case .taken: member("outcome", "taken")
    case .impossible: member("outcome", "impossible")
    case .lost: member("outcome", "lost")
    case .shorter: member("outcome", "shorter")
    case .covered: member("outcome", "covered")
    }
  }

  private mutating func write(_ strings: [String]) {
    beginArray()
    for each in strings { string(each) }
    endArray()
  }
}

/// Writes spans of a text with their offsets and what they hold.
private struct ExplanationPlaces {
  let text: SourceText
  let offsets: OffsetMap

  func write(_ name: StaticString, _ span: TextSpan, to json: inout JSONWriter) {
    let (start, end) = offsets.range(of: span)
    json.key(name)
    json.beginObject()
    json.key("start")
    json.integer(start)
    json.key("end")
    json.integer(end)
    json.key("text")
    json.string(text.string(in: span))
    json.endObject()
  }
}
