import TextEngine

/// The flags of predicates and what each asks for.
enum FlagTable {
  /// What a flag asks for.
  enum Meaning: Equatable {
    /// One of these grammemes in a reading.
    case grammemes(GrammemeSet)
    /// One of these bits of the token's shape.
    case shape(WordShape)
    /// One of these bits of what stands around the token.
    case flags(TokenFlags)
  }

  /// The flags by name.
  static let meanings: [String: Meaning] = [
    // Parts of speech.
    "noun": .grammemes(.noun), "adj": .grammemes(.adjective), "partcp": .grammemes(.participle),
    "verb": .grammemes(.verb), "inf": .grammemes(.infinitive), "ger": .grammemes(.gerund),
    "short": .grammemes([.shortAdjective, .shortParticiple]), "comp": .grammemes(.comparative),
    "adv": .grammemes(.adverb), "prep": .grammemes(.preposition),
    "conj": .grammemes(.conjunction), "pron": .grammemes(.pronoun),
    "numr": .grammemes(.numeral), "particle": .grammemes(.particle),
    "pred": .grammemes(.predicative), "interj": .grammemes(.interjection),
    "apro": .grammemes(.pronominal), "anum": .grammemes(.ordinalNumeral),
    // Case, number, gender, animacy.
    "nom": .grammemes(.nominative), "gen": .grammemes([.genitive, .genitive1, .partitive]),
    "dat": .grammemes(.dative), "acc": .grammemes([.accusative, .accusative2]),
    "ins": .grammemes(.instrumental), "loc": .grammemes([.locative, .locative1, .locative2]),
    "sg": .grammemes(.singular), "pl": .grammemes(.plural), "masc": .grammemes(.masculine),
    "fem": .grammemes(.feminine), "neut": .grammemes(.neuter), "anim": .grammemes(.animate),
    "inan": .grammemes(.inanimate),
    // Names.
    "name": .grammemes(.givenName), "surn": .grammemes(.surname), "patr": .grammemes(.patronymic),
    "geo": .grammemes(.geographic), "orgn": .grammemes(.organisation),
    "abbr": .grammemes(.abbreviation),
    // Verbs.
    "past": .grammemes(.past), "pres": .grammemes(.present), "fut": .grammemes(.future),
    "p1": .grammemes(.firstPerson), "p2": .grammemes(.secondPerson),
    "p3": .grammemes(.thirdPerson), "perf": .grammemes(.perfective),
    "impf": .grammemes(.imperfective), "imper": .grammemes(.imperative),
    "pass": .grammemes(.passive),
    // Spelling.
    "cap": .shape(.capitalised), "capital": .shape(.startsUpper), "upper": .shape(.upper),
    "lower": .shape(.lower), "mixed": .shape(.mixedCase), "initial": .shape(.initial),
    "cyr": .shape(.cyrillic), "latin": .shape(.latin), "digits": .shape(.digits),
    "roman": .shape(.roman), "known": .shape(.known), "guessed": .shape(.guessed),
    "url": .shape(.url), "email": .shape(.email), "punct": .shape(.punctuation),
    "numword": .shape(.numberWord), "word": .shape(.word), "quote": .shape(.quote),
    "dash": .shape(.dash), "bracket": .shape(.bracket), "number": .shape(.number),
    "time": .shape(.time), "date": .shape(.date), "abbreviation": .shape(.abbreviation),
    "alphanumeric": .shape(.alphanumeric), "handle": .shape(.handle),
    "letter": .shape(.singleLetter),
    // What stands around.
    "space": .flags(.spaceBefore), "newline": .flags(.lineBefore),
    "bos": .flags(.sentenceStart), "bop": .flags(.paragraphStart),
  ]

  /// The cells that a flag of case, number or gender asks of a phrase.
  static let cells: [String: Cells] = [
    "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative,
    "ins": .instrumental, "loc": .locative, "sg": .singular, "pl": .plural,
    "masc": .masculine, "fem": .feminine, "neut": .neuter,
  ]
}
