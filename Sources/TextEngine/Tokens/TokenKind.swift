/// What a token is, as the rule status of `Rules/tokens.rbbi` and the token's neighbours say.
///
/// The raw values are the statuses in that file. Where two rules accept the same length, ICU reports the largest
/// status, so a more specific kind has a larger number. The order of the cases has no other meaning.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// A punctuation mark, a symbol or anything else that no rule names; one character, but stops in a row (`...`) and
  /// emoji in a row are one token.
  case other = 0
  /// Letters, also with hyphens inside: `новой`, `Санкт-Петербург`, `из-за`, `IT-хаба`.
  case word = 10
  /// Digits, also with a decimal part or grouped by stops or commas: `70`, `94,3`, `1.5`, `1,000,000`.
  case number = 20
  /// Digits joined to letters by a hyphen, in either order: `45-дневную`, `3-й`, `85-летие`, `Ту-154`, `COVID-19`.
  case numberWord = 30
  /// Letters and digits without a hyphen, digits with several stops: `G20`, `5G`, `м²`, `3.1.2`.
  case mixed = 35
  /// A clock time: `10:30`, `23:59:59`.
  case time = 40
  /// A numeric date with all three parts: `12.05.2024`, `12.05.24`, `12/05/2024`, `12-05-2024`, `2024-05-12`.
  case date = 50
  /// One capital letter with its full stop, or two with a hyphen: `А.`, `Ж.-П.`, `Дж.`
  case initial = 60
  /// An abbreviation that seldom ends a sentence, with its full stop: `им.`, `ул.`, `проф.`
  case abbreviation = 70
  /// An abbreviation that may end a sentence, with its full stop: `г.`, `руб.`, `т.д.`, `др.`
  case finalAbbreviation = 75
  /// A web address or a domain: `https://example.kz/a`, `BAQ.KZ`.
  case url = 80
  /// A name in a network or a subject mark: `@user`, `#хэштег`.
  case handle = 85
  /// A mail address.
  case email = 90
}
