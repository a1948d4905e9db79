import TextEngine

/// What a document as a whole tells about its facts: the order, dates, entities and speakers.
enum Resolution {
  /// Resolves the facts of a document that the engine has at hand.
  ///
  /// - Parameter nameFields: For each schema, the fields of a person's name, if its facts are such names.
  static func resolve(
    _ facts: [Fact],
    engine: Engine,
    nameFields: [NameFields?]
  ) -> ExtractedDocument {
    var document = ExtractedDocument()
    let assembled = QuotationFinisher.assemble(facts, engine: engine)
    document.facts = ordered(assembled, program: engine.program)
    for index in document.facts.indices {
      DateFinisher.finish(&document.facts[index], program: engine.program)
    }
    document.entities = EntityLinker.link(&document.facts, program: engine.program, nameFields)
    BearerSex.complete(&document, nameFields)
    QuotationFinisher.resolveSpeakers(in: &document, engine: engine)
    return document
  }

  /// The facts by start, longer first, then kind, each kind and span once; references follow.
  private static func ordered(_ facts: [Fact], program: RuleProgram) -> [Fact] {
    let order = facts.indices.sorted { left, right in
      let (first, second) = (facts[left], facts[right])
      if first.span.start != second.span.start { return first.span.start < second.span.start }
      if first.span.end != second.span.end { return first.span.end > second.span.end }
      let (one, other) = (program.schemas[first.schema].name, program.schemas[second.schema].name)
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
