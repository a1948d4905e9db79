/// Random patterns of the rule language, and texts in which they find something.
struct RandomRules {
  var generator: SeededGenerator

  static let lists = """
    list @w {
      завод
      =новый город
      =в
      новая компания
      большой завод
      новый большой завод | code = long
      год
    }
    list @v {
      город     | code = one
      город     | code = two, alt
      =Самара
      красивый
      компания Иван
    }

    """

  private static let words = [
    "новый", "новая", "новой", "новые", "компании", "компания", "завод", "завода", "заводы",
    "большого", "больших", "город", "города", "Иван", "Самара", "АФМ", "в", "и", "года", "год",
    "строит", "красивой", "5", "12", "7", ",", "—", "(", ")", "«", "»", ".", "я", "мы", "он",
    "она", "вы", "строю", "строим", "строили", "строил", "построена", "красивого", "два", "пять",
    "стали", "большой", "большому", "новыми", "ИВАН", ".\n",
  ]

  private static let predicates = [
    "noun", "adj", "verb", "gen", "nom", "sg", "pl", "fem", "cap", "lower", "digits", "upper",
    "prep", "noun & gen", "adj & nom", "noun & !gen", "!noun", "!adj & lower", "(adj & gen)",
    "(noun & !gen)", "adj | digits", "(noun & gen) | prep", "noun & sg & fem", "'завод' | 'год'",
    "\"и\"", "len 1..2", "len 5..7 & noun", "int 1..7", "'компания' & (gen | nom)", "noun & cap",
    "@w", "@v", "@w & noun", "(@v & gen)", "!@w", "=\"Самара\"", "=\"Новой\" | digits",
    "/[А-Я].*/", "/\\d+|[а-я]{1,2}/ & !prep", "/(за)?(вод|город)(а|ы)?/", "pron", "verb & p3",
    "verb | short", "(verb & past)", "bos", "!bos & cap", "(pron & p1)", "masc", "(masc & sg)",
  ]

  private static let annotations = [
    "Num", "Quoted", "Bracketed", "found", "found & nom", "found & noun", "found & len 1..2",
    "found & cap", "found & !nom", "found & 'завод'", "found & @w", "found & gen & sg",
    "found & (sg | adj)", "found & bos", "Num & gen", "Quoted & len 1..2", "Bracketed & lower",
    "Quoted & bos", "Quoted & !digits", "found & pl & nom", "Num & [digits]",
  ].filter { !$0.contains("[") }

  /// A text of a few words.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 3...9, using: &generator) {
      if !text.isEmpty, !generator.once(in: 6) { text += " " }
      text += generator.pick(Self.words)
    }
    return text
  }

  /// The clauses of a rule.
  mutating func clauses() -> String {
    // Each branch takes at least one token: a rule that can hold without is a fault.
    var branches = [branch()]
    while generator.once(in: 4), branches.count < 3 { branches.append(branch()) }
    let pattern = branches.joined(separator: " | ")
    var clauses = "match " + pattern
    let labels = ["x", "y"].filter { pattern.contains($0 + ":") }
    if labels.count == 2, !generator.once(in: 3) {
      let names = ["counted", "subject", "sameform", "differ", "near", "subject", "counted"]
      let order = generator.once(in: 2) ? "x, y" : "y, x"
      clauses += "\n  where \(generator.pick(names))(\(order))"
    }
    if let label = labels.first, generator.once(in: 4) { clauses += "\n  span \(label)" }
    if generator.once(in: 4) {
      clauses += "\n  priority \(Int.random(in: -1...1, using: &generator))"
    }
    if generator.once(in: 4) { clauses += "\n  pool \(generator.pick(["one", "two"]))" }
    if generator.once(in: 6) { clauses += "\n  unless after " + context() }
    if generator.once(in: 6) { clauses += "\n  unless before " + context() }
    if generator.once(in: 6) {
      clauses += "\n  unless inside <\(generator.pick(["Quoted", "Bracketed", "found"]))>"
    }
    return clauses
  }

  private mutating func branch() -> String {
    var elements = (0..<Int.random(in: 0...2, using: &generator)).map { _ in element(2) }
    let place = Int.random(in: 0...elements.count, using: &generator)
    let label = generator.pick(["", "x:", "y:"])
    elements.insert(
      label
        + generator.pick([
          "any", "@w", "[noun]", "[adj | noun]", "agr([adj]{0,2} [noun]^)", "<found>", "<Num>",
          "agr[person number]([pron | noun] [verb])", "[verb | short]", "@v^",
        ]),
      at: place
    )
    return elements.joined(separator: " ")
  }

  private mutating func context() -> String {
    generator.once(in: 3)
      ? generator.pick(["bos", "eos", "\"и\" \"в\"?", "(\"в\" | [adj]{1,2})"])
      : "[\(generator.pick(Self.predicates))]"
  }

  private mutating func alternation(_ depth: Int) -> String {
    var branches = [sequence(depth)]
    while generator.once(in: 4), branches.count < 3 { branches.append(sequence(depth)) }
    return branches.joined(separator: " | ")
  }

  private mutating func sequence(_ depth: Int) -> String {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in element(depth) }
      .joined(separator: " ")
  }

  private mutating func element(_ depth: Int) -> String {
    var text = atom(depth)
    let isZeroWidth = ["bos", "eos", "bop", "eop", "glue"].contains(text)
    if !isZeroWidth {
      text += generator.pick([
        "", "", "", "", "^", "?", "*", "+", "{0,2}", "{1,2}", "{2}", "??", "*?", "+?", "{0,2}?",
      ])
    }
    if generator.once(in: 3) { text = generator.pick(["x", "y"]) + ":" + text }
    return text
  }

  private mutating func atom(_ depth: Int) -> String {
    if depth > 0, generator.once(in: 3) {
      let inner = alternation(depth - 1)
      return generator.pick([
        "(", "(", "agr(", "agr(", "agr[case](", "agr[case number](", "free(", "agr[gender](",
        "agr[number](",
        "agr[case gender](", "agr[person number](", "agr[person](",
        "agr[case number gender person](",
      ])
        + inner + ")"
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "any"
    case 1: return generator.pick(["bos", "eos", "bop", "eop", "glue", "dash"])
    case 2: return generator.pick(["@w", "@v"])
    case 3: return "<\(generator.pick(Self.annotations))>"
    case 4: return generator.pick(["'завод'", "'год'", "'новый'"])
    case 5:
      return generator.pick([
        "\"и\"", "\"в\"", "\",\"", "\"Новой\"", "=\"Самара\"", "\"новый завод\"", "=\"в городе\"",
      ])
    default: return "[\(generator.pick(Self.predicates))]"
    }
  }
}
