/// What the lists of the token grammar say about a word; a word may be in several.
///
/// Each name is a heading in the second part of `Rules/tokens.rbbi`, where the classes are explained.
struct WordClass: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt32

  static let abbreviation = WordClass(rawValue: 1 << 0)
  static let final = WordClass(rawValue: 1 << 1)
  static let scale = WordClass(rawValue: 1 << 2)
  static let part = WordClass(rawValue: 1 << 3)
  static let year = WordClass(rawValue: 1 << 4)
  static let unit = WordClass(rawValue: 1 << 5)
  static let half = WordClass(rawValue: 1 << 6)
  static let bareUnit = WordClass(rawValue: 1 << 7)
  static let common = WordClass(rawValue: 1 << 8)
  static let initial = WordClass(rawValue: 1 << 9)
  static let ending = WordClass(rawValue: 1 << 10)
  static let opener = WordClass(rawValue: 1 << 11)
  static let tail = WordClass(rawValue: 1 << 12)
  static let domain = WordClass(rawValue: 1 << 13)
  static let times = WordClass(rawValue: 1 << 14)
  static let behind = WordClass(rawValue: 1 << 15)
  static let month = WordClass(rawValue: 1 << 16)

  /// The classes whose words take a stop to themselves.
  static let takesStop: WordClass = [
    .abbreviation, .final, .scale, .part, .year, .unit, .half, .bareUnit, .common, .initial, .tail,
  ]

  /// The class of a heading, or nil where no class has that name.
  init?(heading: Substring) {
    switch heading {
    case "abbreviation": self = .abbreviation
    case "final": self = .final
    case "scale": self = .scale
    case "part": self = .part
    case "year": self = .year
    case "unit": self = .unit
    case "half": self = .half
    case "bare-unit": self = .bareUnit
    case "common": self = .common
    case "initial": self = .initial
    case "ending": self = .ending
    case "opener": self = .opener
    case "tail": self = .tail
    case "domain": self = .domain
    case "times": self = .times
    case "behind": self = .behind
    case "month": self = .month
    default: return nil
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}
