import TextEngine

/// What a document as a whole tells about its facts: the order, dates, entities and speakers.
enum Resolution {
  /// Resolves the facts of a document that the engine has at hand.
  ///
  /// - Parameters:
  ///   - words: The words behind which those who speak are found.
  ///   - states: The states in names of bodies.
  ///   - fields: Where facts have the fields that are filled in here.
  ///   - nameFields: For each schema, the fields of a person's name, if its facts are such names.
  static func resolve(
    _ facts: consuming [Fact],
    engine: Engine,
    words: SpeakerWords,
    states: StateNames,
    fields: FieldPlaces,
    nameFields: [NameFields?]
  ) -> ExtractedDocument {
    var document = ExtractedDocument()
    QuotationFinisher.assemble(&facts, engine: engine, fields)
    document.facts = ordered(facts, program: engine.program, fields)
    for index in document.facts.indices {
      DateFinisher.finish(&document.facts[index], fields)
    }
    document.entities = EntityLinker.link(&document.facts, fields, nameFields, states)
    BearerSex.complete(&document, nameFields)
    TypeElsewhere.complete(&document, fields)
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

  /// The facts by start, longer first, then kind; references follow.
  ///
  /// Facts of one kind and span become one, unless a rule says that they are several.
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
        let first = kept.lastIndex { $0.schema != rank.schema || $0.span != rank.span } ?? -1
        if let place = join(facts[rank.place], to: &kept, from: first + 1, program, fields) {
          places[rank.place] = place
          continue
        }
      }
      places[rank.place] = kept.count
      kept.append(facts[rank.place])
      // What two facts share would be copied as soon as one of them is changed.
      facts[rank.place].fields = []
    }
    fields.redirect(&kept, to: places)
    return kept
  }

  /// Joins a fact to one of its kind and span from a place on, which it completes where it refers to more.
  ///
  /// - Returns: The place of the fact with which it is one now; nil where it is about another, as the second holder of
  ///   a post is, and stays a fact of its own.
  private static func join(
    _ fact: Fact,
    to kept: inout [Fact],
    from start: Int,
    _ program: RuleProgram,
    _ fields: FieldPlaces
  ) -> Int? {
    let references = fields.references(in: fact.schema)
    for place in start..<kept.count {
      let isOther = references.contains { field in
        if let one = kept[place].fields[field], let other = fact.fields[field] {
          one != other
        } else {
          false
        }
      }
      guard !isOther else { continue }
      let tellsMore = references.contains {
        kept[place].fields[$0] == nil && fact.fields[$0] != nil
      }
      if tellsMore {
        for (field, value) in fact.fields.enumerated() where value != nil {
          kept[place].fields[field] = value
        }
        kept[place].rule = fact.rule
      }
      return place
    }
    // Where `per` is about something else than the span, its parts are several for one span.
    let rule = program.rules[fact.rule]
    return rule.partLabel == nil || rule.partLabel == rule.spanLabel ? kept.count - 1 : nil
  }
}
