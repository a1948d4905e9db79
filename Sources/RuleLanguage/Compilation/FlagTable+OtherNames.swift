extension FlagTable {
  /// The flags by the names that others have for them: the words of grammars, and those of OpenCorpora, which
  /// `svodka inspect` shows.
  static let otherNames: [String: String] = [
    // Grammars.
    "adjective": "adj", "participle": "partcp", "gerund": "ger", "infinitive": "inf",
    "adverb": "adv", "preposition": "prep", "conjunction": "conj", "pronoun": "pron",
    "numeral": "numr", "interjection": "interj", "comparative": "comp", "predicative": "pred",
    "nominative": "nom", "genitive": "gen", "dative": "dat", "accusative": "acc",
    "instrumental": "ins", "prepositional": "loc", "locative": "loc",
    "singular": "sg", "sing": "sg", "plural": "pl", "masculine": "masc", "feminine": "fem",
    "femn": "fem", "neuter": "neut", "animate": "anim", "inanimate": "inan",
    "surname": "surn", "lastname": "surn", "firstname": "name", "patronymic": "patr",
    "place": "geo", "organisation": "orgn", "organization": "orgn",
    "present": "pres", "future": "fut", "perfective": "perf", "imperfective": "impf",
    "imperative": "imper", "passive": "pass", "capitalised": "cap", "capitalized": "cap",
    "title": "cap", "uppercase": "upper", "lowercase": "lower", "cyrillic": "cyr",
    // OpenCorpora.
    "adjf": "adj", "adjs": "short", "prtf": "partcp", "prts": "short", "infn": "inf",
    "grnd": "ger", "advb": "adv", "npro": "pron", "prcl": "particle", "intj": "interj",
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc",
    "plur": "pl", "futr": "fut", "impr": "imper", "pssv": "pass", "1per": "p1", "2per": "p2",
    "3per": "p3", "geox": "geo",
  ]
}
