/// What can be seen of a word form without a dictionary, and whether the dictionary has it.
public struct WordShape: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt64
  /// Takes the bits as they are.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The first letter is a capital and some later letter is small: `Астана`.
  public static let capitalised = WordShape(rawValue: 1 << 0)
  /// Two letters or more, all capitals: `МВД`.
  public static let upper = WordShape(rawValue: 1 << 1)
  /// All letters are small.
  public static let lower = WordShape(rawValue: 1 << 2)
  /// A capital stands after a small letter: `KidsGo`.
  public static let mixedCase = WordShape(rawValue: 1 << 3)
  /// The first letter is a capital, whatever follows.
  public static let startsUpper = WordShape(rawValue: 1 << 4)
  /// One capital letter with its full stop, as `А.` is.
  public static let initial = WordShape(rawValue: 1 << 5)
  /// Holds a Cyrillic letter.
  public static let cyrillic = WordShape(rawValue: 1 << 6)
  /// Holds a Latin letter.
  public static let latin = WordShape(rawValue: 1 << 7)
  /// ASCII digits only.
  public static let digits = WordShape(rawValue: 1 << 8)
  /// Roman numeral letters in capitals only: `XXI`.
  public static let roman = WordShape(rawValue: 1 << 9)
  /// The dictionary has it.
  public static let known = WordShape(rawValue: 1 << 10)
  /// A word with letters that the dictionary lacks.
  public static let guessed = WordShape(rawValue: 1 << 11)
  /// A web address or a domain.
  public static let url = WordShape(rawValue: 1 << 12)
  /// A mail address.
  public static let email = WordShape(rawValue: 1 << 13)
  /// Punctuation or a symbol.
  public static let punctuation = WordShape(rawValue: 1 << 14)
  /// Digits joined to letters by a hyphen: `45-дневную`.
  public static let numberWord = WordShape(rawValue: 1 << 15)
  /// Letters, also hyphenated.
  public static let word = WordShape(rawValue: 1 << 16)
  /// A quotation mark.
  public static let quote = WordShape(rawValue: 1 << 17)
  /// A dash or hyphen that stands alone.
  public static let dash = WordShape(rawValue: 1 << 18)
  /// A bracket.
  public static let bracket = WordShape(rawValue: 1 << 19)
  /// A number in digits, also with a decimal part.
  public static let number = WordShape(rawValue: 1 << 20)
  /// A clock time in digits: `10:30`.
  public static let time = WordShape(rawValue: 1 << 21)
  /// A whole date in digits: `12.05.2024`.
  public static let date = WordShape(rawValue: 1 << 22)
  /// An abbreviation with its full stop.
  public static let abbreviation = WordShape(rawValue: 1 << 23)
  /// Letters and digits without a hyphen: `G20`.
  public static let alphanumeric = WordShape(rawValue: 1 << 24)
  /// Exactly one letter, without a stop.
  public static let singleLetter = WordShape(rawValue: 1 << 25)
  /// A name in a network or a subject mark: `@user`, `#хэштег`.
  public static let handle = WordShape(rawValue: 1 << 26)
}
