/// A set of grammemes, one bit each, with the names of OpenCorpora (https://opencorpora.org/dict.php?act=gram).
public struct GrammemeSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt128
  /// Makes a set of these bits.
  @inlinable public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// OpenCorpora's names in the order of the bits.
  public static let names: [String] = [
    "NOUN",
    "ADJF",
    "ADJS",
    "COMP",
    "VERB",
    "INFN",
    "PRTF",
    "PRTS",
    "GRND",
    "NUMR",
    "ADVB",
    "NPRO",
    "PRED",
    "PREP",
    "CONJ",
    "PRCL",
    "INTJ",
    "anim",
    "inan",
    "masc",
    "femn",
    "neut",
    "ms-f",
    "GNdr",
    "sing",
    "plur",
    "Sgtm",
    "Pltm",
    "Fixd",
    "nomn",
    "gent",
    "datv",
    "accs",
    "ablt",
    "loct",
    "voct",
    "gen1",
    "gen2",
    "acc2",
    "loc1",
    "loc2",
    "Abbr",
    "Name",
    "Surn",
    "Patr",
    "Geox",
    "Orgn",
    "Trad",
    "Init",
    "Subx",
    "Supr",
    "Qual",
    "Apro",
    "Anum",
    "Poss",
    "V-ey",
    "V-oy",
    "Cmp2",
    "V-ej",
    "perf",
    "impf",
    "tran",
    "intr",
    "Impe",
    "Impx",
    "Mult",
    "Refl",
    "1per",
    "2per",
    "3per",
    "pres",
    "past",
    "futr",
    "indc",
    "impr",
    "incl",
    "excl",
    "actv",
    "pssv",
    "Infr",
    "Slng",
    "Arch",
    "Litr",
    "Erro",
    "Dist",
    "Ques",
    "Dmns",
    "Prnt",
    "V-be",
    "V-en",
    "V-ie",
    "V-bi",
    "Fimp",
    "Prdx",
    "Coun",
    "Coll",
    "V-sh",
    "Af-p",
    "Inmx",
    "Vpre",
    "Adjx",
    "Hypo",
    "LATN",
    "PNCT",
    "NUMB",
    "ROMN",
    "UNKN",
    "Anph",
    "Ms-f",
  ]

  /// The set of the one grammeme at an index of `names`.
  @inlinable @inline(__always)
  public static func bit(_ index: Int) -> GrammemeSet { GrammemeSet(rawValue: 1 << UInt128(index)) }

  /// OpenCorpora: NOUN.
  @inlinable public static var noun: GrammemeSet { bit(0) }
  /// OpenCorpora: ADJF.
  @inlinable public static var adjective: GrammemeSet { bit(1) }
  /// OpenCorpora: ADJS.
  @inlinable public static var shortAdjective: GrammemeSet { bit(2) }
  /// OpenCorpora: COMP.
  @inlinable public static var comparative: GrammemeSet { bit(3) }
  /// OpenCorpora: VERB.
  @inlinable public static var verb: GrammemeSet { bit(4) }
  /// OpenCorpora: INFN.
  @inlinable public static var infinitive: GrammemeSet { bit(5) }
  /// OpenCorpora: PRTF.
  @inlinable public static var participle: GrammemeSet { bit(6) }
  /// OpenCorpora: PRTS.
  @inlinable public static var shortParticiple: GrammemeSet { bit(7) }
  /// OpenCorpora: GRND.
  @inlinable public static var gerund: GrammemeSet { bit(8) }
  /// OpenCorpora: NUMR.
  @inlinable public static var numeral: GrammemeSet { bit(9) }
  /// OpenCorpora: ADVB.
  @inlinable public static var adverb: GrammemeSet { bit(10) }
  /// OpenCorpora: NPRO.
  @inlinable public static var pronoun: GrammemeSet { bit(11) }
  /// OpenCorpora: PRED.
  @inlinable public static var predicative: GrammemeSet { bit(12) }
  /// OpenCorpora: PREP.
  @inlinable public static var preposition: GrammemeSet { bit(13) }
  /// OpenCorpora: CONJ.
  @inlinable public static var conjunction: GrammemeSet { bit(14) }
  /// OpenCorpora: PRCL.
  @inlinable public static var particle: GrammemeSet { bit(15) }
  /// OpenCorpora: INTJ.
  @inlinable public static var interjection: GrammemeSet { bit(16) }
  /// OpenCorpora: anim.
  @inlinable public static var animate: GrammemeSet { bit(17) }
  /// OpenCorpora: inan.
  @inlinable public static var inanimate: GrammemeSet { bit(18) }
  /// OpenCorpora: masc.
  @inlinable public static var masculine: GrammemeSet { bit(19) }
  /// OpenCorpora: femn.
  @inlinable public static var feminine: GrammemeSet { bit(20) }
  /// OpenCorpora: neut.
  @inlinable public static var neuter: GrammemeSet { bit(21) }
  /// OpenCorpora: ms-f.
  @inlinable public static var commonGender: GrammemeSet { bit(22) }
  /// OpenCorpora: GNdr.
  @inlinable public static var genderUnknown: GrammemeSet { bit(23) }
  /// OpenCorpora: sing.
  @inlinable public static var singular: GrammemeSet { bit(24) }
  /// OpenCorpora: plur.
  @inlinable public static var plural: GrammemeSet { bit(25) }
  /// OpenCorpora: Sgtm.
  @inlinable public static var singularOnly: GrammemeSet { bit(26) }
  /// OpenCorpora: Pltm.
  @inlinable public static var pluralOnly: GrammemeSet { bit(27) }
  /// OpenCorpora: Fixd.
  @inlinable public static var indeclinable: GrammemeSet { bit(28) }
  /// OpenCorpora: nomn.
  @inlinable public static var nominative: GrammemeSet { bit(29) }
  /// OpenCorpora: gent.
  @inlinable public static var genitive: GrammemeSet { bit(30) }
  /// OpenCorpora: datv.
  @inlinable public static var dative: GrammemeSet { bit(31) }
  /// OpenCorpora: accs.
  @inlinable public static var accusative: GrammemeSet { bit(32) }
  /// OpenCorpora: ablt.
  @inlinable public static var instrumental: GrammemeSet { bit(33) }
  /// OpenCorpora: loct.
  @inlinable public static var locative: GrammemeSet { bit(34) }
  /// OpenCorpora: voct.
  @inlinable public static var vocative: GrammemeSet { bit(35) }
  /// OpenCorpora: gen1.
  @inlinable public static var genitive1: GrammemeSet { bit(36) }
  /// OpenCorpora: gen2.
  @inlinable public static var partitive: GrammemeSet { bit(37) }
  /// OpenCorpora: acc2.
  @inlinable public static var accusative2: GrammemeSet { bit(38) }
  /// OpenCorpora: loc1.
  @inlinable public static var locative1: GrammemeSet { bit(39) }
  /// OpenCorpora: loc2.
  @inlinable public static var locative2: GrammemeSet { bit(40) }
  /// OpenCorpora: Abbr.
  @inlinable public static var abbreviation: GrammemeSet { bit(41) }
  /// OpenCorpora: Name.
  @inlinable public static var givenName: GrammemeSet { bit(42) }
  /// OpenCorpora: Surn.
  @inlinable public static var surname: GrammemeSet { bit(43) }
  /// OpenCorpora: Patr.
  @inlinable public static var patronymic: GrammemeSet { bit(44) }
  /// OpenCorpora: Geox.
  @inlinable public static var geographic: GrammemeSet { bit(45) }
  /// OpenCorpora: Orgn.
  @inlinable public static var organisation: GrammemeSet { bit(46) }
  /// OpenCorpora: Trad.
  @inlinable public static var trademark: GrammemeSet { bit(47) }
  /// OpenCorpora: Init.
  @inlinable public static var initial: GrammemeSet { bit(48) }
  /// OpenCorpora: Subx.
  @inlinable public static var substantivized: GrammemeSet { bit(49) }
  /// OpenCorpora: Supr.
  @inlinable public static var superlative: GrammemeSet { bit(50) }
  /// OpenCorpora: Qual.
  @inlinable public static var qualitative: GrammemeSet { bit(51) }
  /// OpenCorpora: Apro.
  @inlinable public static var pronominal: GrammemeSet { bit(52) }
  /// OpenCorpora: Anum.
  @inlinable public static var ordinalNumeral: GrammemeSet { bit(53) }
  /// OpenCorpora: Poss.
  @inlinable public static var possessive: GrammemeSet { bit(54) }
  /// OpenCorpora: V-ey.
  @inlinable public static var vEy: GrammemeSet { bit(55) }
  /// OpenCorpora: V-oy.
  @inlinable public static var vOy: GrammemeSet { bit(56) }
  /// OpenCorpora: Cmp2.
  @inlinable public static var comparativePo: GrammemeSet { bit(57) }
  /// OpenCorpora: V-ej.
  @inlinable public static var vEj: GrammemeSet { bit(58) }
  /// OpenCorpora: perf.
  @inlinable public static var perfective: GrammemeSet { bit(59) }
  /// OpenCorpora: impf.
  @inlinable public static var imperfective: GrammemeSet { bit(60) }
  /// OpenCorpora: tran.
  @inlinable public static var transitive: GrammemeSet { bit(61) }
  /// OpenCorpora: intr.
  @inlinable public static var intransitive: GrammemeSet { bit(62) }
  /// OpenCorpora: Impe.
  @inlinable public static var impersonal: GrammemeSet { bit(63) }
  /// OpenCorpora: Impx.
  @inlinable public static var impersonalUse: GrammemeSet { bit(64) }
  /// OpenCorpora: Mult.
  @inlinable public static var multiple: GrammemeSet { bit(65) }
  /// OpenCorpora: Refl.
  @inlinable public static var reflexive: GrammemeSet { bit(66) }
  /// OpenCorpora: 1per.
  @inlinable public static var firstPerson: GrammemeSet { bit(67) }
  /// OpenCorpora: 2per.
  @inlinable public static var secondPerson: GrammemeSet { bit(68) }
  /// OpenCorpora: 3per.
  @inlinable public static var thirdPerson: GrammemeSet { bit(69) }
  /// OpenCorpora: pres.
  @inlinable public static var present: GrammemeSet { bit(70) }
  /// OpenCorpora: past.
  @inlinable public static var past: GrammemeSet { bit(71) }
  /// OpenCorpora: futr.
  @inlinable public static var future: GrammemeSet { bit(72) }
  /// OpenCorpora: indc.
  @inlinable public static var indicative: GrammemeSet { bit(73) }
  /// OpenCorpora: impr.
  @inlinable public static var imperative: GrammemeSet { bit(74) }
  /// OpenCorpora: incl.
  @inlinable public static var inclusive: GrammemeSet { bit(75) }
  /// OpenCorpora: excl.
  @inlinable public static var exclusive: GrammemeSet { bit(76) }
  /// OpenCorpora: actv.
  @inlinable public static var active: GrammemeSet { bit(77) }
  /// OpenCorpora: pssv.
  @inlinable public static var passive: GrammemeSet { bit(78) }
  /// OpenCorpora: Infr.
  @inlinable public static var informal: GrammemeSet { bit(79) }
  /// OpenCorpora: Slng.
  @inlinable public static var slang: GrammemeSet { bit(80) }
  /// OpenCorpora: Arch.
  @inlinable public static var archaic: GrammemeSet { bit(81) }
  /// OpenCorpora: Litr.
  @inlinable public static var literary: GrammemeSet { bit(82) }
  /// OpenCorpora: Erro.
  @inlinable public static var erroneous: GrammemeSet { bit(83) }
  /// OpenCorpora: Dist.
  @inlinable public static var distorted: GrammemeSet { bit(84) }
  /// OpenCorpora: Ques.
  @inlinable public static var interrogative: GrammemeSet { bit(85) }
  /// OpenCorpora: Dmns.
  @inlinable public static var demonstrative: GrammemeSet { bit(86) }
  /// OpenCorpora: Prnt.
  @inlinable public static var parenthetical: GrammemeSet { bit(87) }
  /// OpenCorpora: V-be.
  @inlinable public static var vBe: GrammemeSet { bit(88) }
  /// OpenCorpora: V-en.
  @inlinable public static var vEn: GrammemeSet { bit(89) }
  /// OpenCorpora: V-ie.
  @inlinable public static var vIe: GrammemeSet { bit(90) }
  /// OpenCorpora: V-bi.
  @inlinable public static var vBi: GrammemeSet { bit(91) }
  /// OpenCorpora: Fimp.
  @inlinable public static var fImp: GrammemeSet { bit(92) }
  /// OpenCorpora: Prdx.
  @inlinable public static var predicativeUse: GrammemeSet { bit(93) }
  /// OpenCorpora: Coun.
  @inlinable public static var countable: GrammemeSet { bit(94) }
  /// OpenCorpora: Coll.
  @inlinable public static var collective: GrammemeSet { bit(95) }
  /// OpenCorpora: V-sh.
  @inlinable public static var vSh: GrammemeSet { bit(96) }
  /// OpenCorpora: Af-p.
  @inlinable public static var afP: GrammemeSet { bit(97) }
  /// OpenCorpora: Inmx.
  @inlinable public static var inmx: GrammemeSet { bit(98) }
  /// OpenCorpora: Vpre.
  @inlinable public static var vPre: GrammemeSet { bit(99) }
  /// OpenCorpora: Adjx.
  @inlinable public static var adjx: GrammemeSet { bit(100) }
  /// OpenCorpora: Hypo.
  @inlinable public static var hypo: GrammemeSet { bit(101) }
  /// OpenCorpora: LATN.
  @inlinable public static var latin: GrammemeSet { bit(102) }
  /// OpenCorpora: PNCT.
  @inlinable public static var punctuation: GrammemeSet { bit(103) }
  /// OpenCorpora: NUMB.
  @inlinable public static var digits: GrammemeSet { bit(104) }
  /// OpenCorpora: ROMN.
  @inlinable public static var roman: GrammemeSet { bit(105) }
  /// OpenCorpora: UNKN.
  @inlinable public static var unknown: GrammemeSet { bit(106) }
  /// OpenCorpora: Anph.
  @inlinable public static var anaphoric: GrammemeSet { bit(107) }
  /// OpenCorpora: Ms-f, a noun that is used in more than one gender.
  @inlinable public static var waveringGender: GrammemeSet { bit(108) }
}
