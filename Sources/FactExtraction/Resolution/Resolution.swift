import TextEngine

/// What a document as a whole tells about its facts: the order, dates, entities and speakers.
enum Resolution {
  /// Resolves the facts of a document that the engine has at hand.
  ///
  /// - Parameters:
  ///   - words: The words behind which those who speak are found.
  ///   - fields: Where facts have the fields that are filled in here.
  ///   - nameFields: For each schema, the fields of a person's name, if its facts are such names.
  static func resolve(
    _ facts: consuming [Fact],
    engine: Engine,
    words: SpeakerWords,
    fields: FieldPlaces,
    nameFields: [NameFields?]
  ) -> ExtractedDocument {
    var document = ExtractedDocument()
    QuotationFinisher.assemble(&facts, engine: engine, fields)
    document.facts = ordered(facts, program: engine.program, fields)
    for index in document.facts.indices {
      DateFinisher.finish(&document.facts[index], fields)
    }
    document.entities = EntityLinker.link(&document.facts, fields, nameFields)
    BearerSex.complete(&document, nameFields)
    OfficeElsewhere.complete(&document, fields)
    QuotationFinisher.resolveSpeakers(in: &document, engine: engine, words, fields)
    return document
  }

  /// What decides the order of a fact, and its place before.
  private struct Rank {
    var span: TextSpan
    var schema: Int
    var place: Int
  }

  /// The facts by start, longer first, then kind, each kind and span once; references follow.
  private static func ordered(
    _ facts: consuming [Fact],
    program: RuleProgram,
    _ fields: FieldPlaces
  ) -> [Fact] {
    var order: [Rank] = []
    order.reserveCapacity(facts.count)
    for (place, fact) in facts.enumerated() {
      order.append(Rank(span: fact.span, schema: fact.schema, place: place))
    }
    order.sort { left, right in
      if left.span.start != right.span.start { return left.span.start < right.span.start }
      if left.span.end != right.span.end { return left.span.end > right.span.end }
      if left.schema != right.schema {
        let one = program.schemas[left.schema].name
        let other = program.schemas[right.schema].name
        if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
      }
      return left.place < right.place
    }
    var places = [Int?](repeating: nil, count: facts.count)
    var kept: [Fact] = []
    kept.reserveCapacity(facts.count)
    for rank in order {
      if let last = kept.last, last.schema == rank.schema, last.span == rank.span {
        places[rank.place] = kept.count - 1
        continue
      }
      places[rank.place] = kept.count
      kept.append(facts[rank.place])
      // What two facts share would be copied as soon as one of them is changed.
      facts[rank.place].fields = []
    }
    fields.redirect(&kept, to: places)
    return kept
  }
}
