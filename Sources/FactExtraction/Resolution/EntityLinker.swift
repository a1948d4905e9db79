import TextEngine

/// Joins the mentions of one person or organisation to one entity.
///
/// What is a name is said by the schema: a field marked `key` names the entity, fields marked `alias` are other names
/// of it. A mention under an alias joins the entity that has this alias; where several have it, it stays on its own.
enum EntityLinker {
  /// Sets the entity of every fact whose kind has a key, and returns the entities by first mention.
  ///
  /// - Parameter nameFields: For each schema, the fields of a person's name, if its facts are such names.
  static func link(
    _ facts: inout [Fact],
    program: RuleProgram,
    _ nameFields: [NameFields?]
  ) -> [Entity] {
    var groups: [Group] = []
    // Fuller names first, so that a bare surname finds the name it belongs to.
    let lengths = facts.map { wordCount($0, program) }
    let order = facts.indices.filter { key(of: facts[$0], program) != nil }.sorted { left, right in
      lengths[left] != lengths[right] ? lengths[left] > lengths[right] : left < right
    }
    var index = EntityIndex()
    for fact in order {
      guard let key = key(of: facts[fact], program) else { continue }
      let schema = facts[fact].schema
      let own = aliases(of: facts[fact], program)
      let person = PersonName(facts[fact], nameFields[schema])
      let known = group(of: person, key, own, schema: schema, in: groups, index)
      if let known {
        groups[known].facts.append(fact)
        groups[known].keys.insert(key)
        groups[known].aliases.formUnion(own)
        if let person { groups[known].person = groups[known].person?.merged(with: person) }
      } else {
        groups.append(
          Group(
            schema: schema,
            keys: [key],
            aliases: own,
            person: person,
            first: fact,
            facts: [fact]
          )
        )
      }
      let place = known ?? groups.count - 1
      index.insert(place, schema: schema, key: key, aliases: own, person: groups[place].person)
    }
    for group in groups.indices { groups[group].facts.sort() }
    groups.sort { ($0.facts.first ?? 0) < ($1.facts.first ?? 0) }
    var entities: [Entity] = []
    for group in groups {
      for fact in group.facts { facts[fact].entity = entities.count }
      let name = name(of: facts[group.first], program)
      entities.append(Entity(schema: group.schema, name: name ?? "", facts: group.facts))
    }
    return entities
  }

  /// The one group that a name belongs to: of those that bear it, else of all that it fits.
  private static func group(
    of person: PersonName?,
    _ key: [UInt8],
    _ own: Set<[UInt8]>,
    schema: Int,
    in groups: [Group],
    _ index: EntityIndex
  ) -> Int? {
    func fits(_ place: Int) -> Bool {
      // A person's name is compared by its parts: «Марина Филипповна» can be «Марина Ходорковская».
      if let person, let known = groups[place].person { return person.canBe(known) }
      return groups[place].bears(key, own)
    }
    var found: [Int] = []
    func take(_ place: Int) -> Bool {
      if !found.contains(place), fits(place) { found.append(place) }
      return found.count < 2
    }
    index.forEach(schema: schema, key: key, take)
    if found.isEmpty {
      index.forEachCandidate(schema: schema, key: key, aliases: own, person: person, take)
    }
    return found.count == 1 ? found.first : nil
  }

  private struct Group {
    var schema: Int
    var keys: Set<[UInt8]>
    var aliases: Set<[UInt8]>
    var person: PersonName?
    /// The fact with the fullest name.
    var first: Int
    var facts: [Int]

    /// Whether a name, or one of its own aliases, is a name of this group.
    func bears(_ key: [UInt8], _ own: Set<[UInt8]>) -> Bool {
      keys.contains(key) || aliases.contains(key) || !own.isDisjoint(with: keys)
    }
  }

  private static func name(of fact: Fact, _ program: RuleProgram) -> String? {
    let fields = program.schemas[fact.schema].fields
    guard let place = fields.firstIndex(where: \.isKey) else { return nil }
    return fact.fields[place]?.string
  }

  private static func key(of fact: Fact, _ program: RuleProgram) -> [UInt8]? {
    guard let name = name(of: fact, program), !name.isEmpty else { return nil }
    return Folding.folded(name)
  }

  private static func aliases(of fact: Fact, _ program: RuleProgram) -> Set<[UInt8]> {
    var found = Set<[UInt8]>()
    for (place, field) in program.schemas[fact.schema].fields.enumerated() where field.isAlias {
      if let name = fact.fields[place]?.string, !name.isEmpty {
        found.insert(Folding.folded(name))
      }
    }
    return found
  }

  private static func wordCount(_ fact: Fact, _ program: RuleProgram) -> Int {
    (name(of: fact, program) ?? "").split(separator: " ").count
  }
}
