import TextEngine

/// What a document as a whole tells about its facts: the order, dates, entities and speakers.
enum Resolution {
  /// Resolves the facts of a document that the engine has at hand.
  ///
  /// - Parameters:
  ///   - fields: Where facts have the fields that are filled in here.
  ///   - nameFields: For each schema, the fields of a person's name, if its facts are such names.
  static func resolve(
    _ facts: [Fact],
    engine: Engine,
    fields: FieldPlaces,
    nameFields: [NameFields?]
  ) -> ExtractedDocument {
    var document = ExtractedDocument()
    let assembled = QuotationFinisher.assemble(facts, engine: engine, fields)
    document.facts = ordered(assembled, program: engine.program)
    for index in document.facts.indices {
      DateFinisher.finish(&document.facts[index], fields)
    }
    document.entities = EntityLinker.link(&document.facts, fields, nameFields)
    BearerSex.complete(&document, nameFields)
    QuotationFinisher.resolveSpeakers(in: &document, engine: engine, fields)
    return document
  }

  /// The facts by start, longer first, then kind, each kind and span once; references follow.
  private static func ordered(_ facts: [Fact], program: RuleProgram) -> [Fact] {
    let spans = facts.map(\.span)
    let order = facts.indices.sorted { left, right in
      let (first, second) = (spans[left], spans[right])
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      let one = program.schemas[facts[left].schema].name
      let other = program.schemas[facts[right].schema].name
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
      return left < right
    }
    var places = [Int](repeating: 0, count: facts.count)
    var kept: [Fact] = []
    for index in order {
      if let last = kept.last, last.schema == facts[index].schema, last.span == facts[index].span {
        places[index] = kept.count - 1
        continue
      }
      places[index] = kept.count
      kept.append(facts[index])
    }
    for index in kept.indices {
      for field in kept[index].fields.indices {
        if case .reference(let target)? = kept[index].fields[field], places.indices.contains(target)
        {
          kept[index].fields[field] = .reference(places[target])
        }
      }
    }
    return kept
  }
}
