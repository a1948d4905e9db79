import TextEngine

/// Joins the mentions of one person or organisation to one entity.
///
/// What is a name is said by the schema: a field marked `key` names the entity, fields marked `alias` are other names
/// of it. A mention under an alias joins the entity that has this alias; where several have it, it stays on its own.
enum EntityLinker {
  /// Sets the entity of every fact whose kind has a key, and returns the entities by first mention.
  static func link(_ facts: inout [Fact], engine: Engine) -> [Entity] {
    let program = engine.program
    var groups: [Group] = []
    // Fuller names first, so that a bare surname finds the name it belongs to.
    let lengths = facts.map { wordCount($0, program) }
    let order = facts.indices.filter { key(of: facts[$0], program) != nil }.sorted { left, right in
      lengths[left] != lengths[right] ? lengths[left] > lengths[right] : left < right
    }
    for index in order {
      guard let key = key(of: facts[index], program) else { continue }
      let own = aliases(of: facts[index], program)
      let person = PersonName(facts[index], program: program)
      let fitting = groups.indices.filter { place in
        guard groups[place].schema == facts[index].schema else { return false }
        // A person's name is compared by its parts: «Марина Филипповна» can be «Марина Ходорковская».
        if let person, let known = groups[place].person { return person.canBe(known) }
        return groups[place].bears(key, own)
      }
      let exact = fitting.filter { groups[$0].keys.contains(key) }
      if let group = exact.count == 1 ? exact.first : fitting.count == 1 ? fitting.first : nil {
        groups[group].facts.append(index)
        groups[group].keys.insert(key)
        groups[group].aliases.formUnion(own)
        if let person { groups[group].person = groups[group].person?.merged(with: person) }
      } else {
        groups.append(
          Group(
            schema: facts[index].schema,
            keys: [key],
            aliases: own,
            person: person,
            first: index,
            facts: [index]
          )
        )
      }
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
