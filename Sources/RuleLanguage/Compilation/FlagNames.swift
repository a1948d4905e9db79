public import TextEngine

/// The names that rules have for grammemes and cells, for showing them to authors of rules.
public enum FlagNames {
  /// The flags of grammar in the order in which a reading is described: part of speech, case, number, gender, the rest.
  private static let grammar = [
    "noun", "adj", "partcp", "short", "comp", "verb", "inf", "ger", "adv", "prep", "conj", "pron",
    "numr", "particle", "pred", "interj", "nom", "gen", "dat", "acc", "ins", "loc", "sg", "pl",
    "masc", "fem", "neut", "anim", "inan", "name", "surn", "patr", "geo", "orgn", "abbr", "apro",
    "anum", "past", "pres", "fut", "p1", "p2", "p3", "perf", "impf", "imper", "pass",
  ]

  /// The flags that hold of a reading: `noun gen sg fem inan`.
  public static func names(of grammemes: GrammemeSet) -> [String] {
    grammar.filter { name in
      guard case .grammemes(let set)? = FlagTable.meanings[name] else { return false }
      return !grammemes.isDisjoint(with: set)
    }
  }

  /// The cases with their genders or the plural that cells stand for: `gen.fem`, `nom.pl`; nothing for all.
  public static func names(of cells: Cells) -> [String] {
    guard cells.intersection(.all) != .all else { return [] }
    var names: [String] = []
    for wanted in ["nom", "gen", "dat", "acc", "ins", "loc"] {
      guard let row = FlagTable.cells[wanted] else { continue }
      let own = cells.intersection(row)
      if own.isEmpty { continue }
      let columns: [(String, Cells)] = [
        ("masc", .masculine), ("fem", .feminine), ("neut", .neuter), ("pl", .plural),
      ]
      let found = columns.filter { !own.isDisjoint(with: $0.1) }.map(\.0)
      switch found {
      case ["masc", "fem", "neut", "pl"]: names.append(wanted)
      case ["masc", "fem", "neut"]: names.append(wanted + ".sg")
      default: names += found.map { wanted + "." + $0 }
      }
    }
    return names
  }

  /// The name of the flag that asks for exactly this, or nil.
  static func name(of meaning: FlagTable.Meaning) -> String? {
    FlagTable.meanings.filter { $0.value == meaning }.map(\.key).min()
  }
}
