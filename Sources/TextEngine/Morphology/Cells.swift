/// The cells of the agreement table that a word form can fill: case × {masculine, feminine, neuter, plural}.
///
/// The accusative has two rows, since «новых студентов» and «новые столы» differ by animacy only. So there are
/// 7 × 4 = 28 bits, and two words agree where their cells have a bit in common:
///
///     новой      gen dat ins loc, feminine
///     компанию   acc, feminine
///     // no common cell: «новой компанию» is not a phrase
///
/// What a reading leaves open is every value of it: a word without case (`был`, `готова`) fills all the rows.
public struct Cells: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits: four for each case, in the order masculine, feminine, neuter, plural.
  public let rawValue: UInt64
  /// Makes a set of these bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// No condition at all: every cell.
  @inlinable public static var all: Cells { Cells(rawValue: 0xFFF_FFFF) }

  /// All cells of the nominative.
  @inlinable public static var nominative: Cells { Cells(rawValue: 0xF) }
  /// All cells of the genitive.
  @inlinable public static var genitive: Cells { Cells(rawValue: 0xF0) }
  /// All cells of the dative.
  @inlinable public static var dative: Cells { Cells(rawValue: 0xF00) }
  /// The cells of the accusative that animate nouns fill.
  @inlinable public static var animateAccusative: Cells { Cells(rawValue: 0xF000) }
  /// The cells of the accusative that inanimate nouns fill.
  @inlinable public static var inanimateAccusative: Cells { Cells(rawValue: 0xF_0000) }
  /// All cells of the accusative.
  @inlinable public static var accusative: Cells { Cells(rawValue: 0xF_F000) }
  /// All cells of the instrumental.
  @inlinable public static var instrumental: Cells { Cells(rawValue: 0xF0_0000) }
  /// All cells of the prepositional case.
  @inlinable public static var locative: Cells { Cells(rawValue: 0xF00_0000) }

  /// The masculine singular in every case.
  @inlinable public static var masculine: Cells { Cells(rawValue: 0x111_1111) }
  /// The feminine singular in every case.
  @inlinable public static var feminine: Cells { Cells(rawValue: 0x222_2222) }
  /// The neuter singular in every case.
  @inlinable public static var neuter: Cells { Cells(rawValue: 0x444_4444) }
  /// The singular of any gender in every case.
  @inlinable public static var singular: Cells { Cells(rawValue: 0x777_7777) }
  /// The plural in every case.
  @inlinable public static var plural: Cells { Cells(rawValue: 0x888_8888) }
}

extension Cells {
  /// The cells that a reading fills.
  ///
  /// A vocative counts as a nominative, and the second genitive, accusative and locative as the first ones.
  @inlinable
  public init(grammemes: GrammemeSet) {
    self = Cells.cases(of: grammemes).intersection(Cells.numbers(of: grammemes))
  }

  @usableFromInline
  static func cases(of grammemes: GrammemeSet) -> Cells {
    var cells: Cells = []
    if !grammemes.isDisjoint(with: [.nominative, .vocative]) { cells.formUnion(.nominative) }
    if !grammemes.isDisjoint(with: [.genitive, .genitive1, .partitive]) {
      cells.formUnion(.genitive)
    }
    if grammemes.contains(.dative) { cells.formUnion(.dative) }
    if grammemes.contains(.accusative) {
      switch (grammemes.contains(.animate), grammemes.contains(.inanimate)) {
      case (true, false): cells.formUnion(.animateAccusative)
      case (false, true): cells.formUnion(.inanimateAccusative)
      default: cells.formUnion(.accusative)
      }
    }
    // «В народные депутаты»: the second accusative takes its adjectives in the inanimate form.
    if grammemes.contains(.accusative2) { cells.formUnion(.inanimateAccusative) }
    if grammemes.contains(.instrumental) { cells.formUnion(.instrumental) }
    if !grammemes.isDisjoint(with: [.locative, .locative1, .locative2]) {
      cells.formUnion(.locative)
    }
    return cells.isEmpty ? .all : cells
  }

  @usableFromInline
  static func numbers(of grammemes: GrammemeSet) -> Cells {
    var cells: Cells = []
    if grammemes.contains(.masculine) { cells.formUnion(.masculine) }
    if grammemes.contains(.feminine) { cells.formUnion(.feminine) }
    if grammemes.contains(.neuter) { cells.formUnion(.neuter) }
    // «Сирота», «Ли»: either gender, as the text has it.
    if grammemes.contains(.commonGender) { cells = [.masculine, .feminine] }
    if cells.isEmpty || grammemes.contains(.genderUnknown) { cells = .singular }
    switch (grammemes.contains(.singular), grammemes.contains(.plural)) {
    case (true, false): return cells
    case (false, true): return .plural
    // Numerals have no number: «двумя» stands with plurals, «полтора» with its own gender too.
    default: return cells.union(.plural)
    }
  }

  /// The same cases in every gender and number.
  @inlinable public var inAnyNumber: Cells {
    let folded = rawValue | rawValue >> 1 | rawValue >> 2 | rawValue >> 3
    return Cells(rawValue: (folded & 0x111_1111) * 0xF)
  }

  /// The same genders and numbers in every case.
  @inlinable public var inAnyCase: Cells {
    var cells: Cells = []
    if !isDisjoint(with: .masculine) { cells.formUnion(.masculine) }
    if !isDisjoint(with: .feminine) { cells.formUnion(.feminine) }
    if !isDisjoint(with: .neuter) { cells.formUnion(.neuter) }
    if !isDisjoint(with: .plural) { cells.formUnion(.plural) }
    return cells
  }
}
