/// Random documents: any scalars, or a mix of what news texts are made of.
struct RandomTexts {
  var generator: SeededGenerator

  private static let pieces = [
    "Министерства", "образования", "и", "науки", "Иван", "Петров", "А.", "С.", "заявил", "сказал",
    "что", "по", "словам", "компания", "ТОО", "АО", "Газпром", "директор", "5", "1,2", "12.05.2024",
    "10:30", "24", "434", "млрд", "тыс.", "тенге", "руб.", "%", "XXI", "века", "в", "2019", "г.",
    "двадцать", "пять", "45-дневную", "3-й", "Өзбеккалиева", "ё", "№", "$", "https://a.kz/б?в=1",
    "a@b.ru", "мая", "вчера", "от", "до", "января", "—", "-", "–", "«", "»", "\"", "„", "“", "”",
    "(", ")", "[", "]", ",", ".", "!", "?", "…", ":", ";", "/", "'", "№5", "999999999999999999999",
    "0,00000000000000000001", "\u{301}", "\u{AD}", "\u{A0}", "\u{FEFF}", "\u{200B}", "🙂", "\u{0}",
    "\r\n", "\n", "\n\n", "\t", "год", "года", "лет", "раза", "самый-самый", "не", "менее", "около",
  ]

  /// A text of random pieces, most of them with blanks between.
  mutating func news() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      text += generator.pick(Self.pieces)
      if !generator.once(in: 5) { text += " " }
    }
    return text
  }

  /// A text of random scalars of all planes, letters of news among them.
  mutating func scalars() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...80, using: &generator) {
      let limit: UInt32 = generator.pick(["a", "b", "c"]) == "a" ? 0x10FFFF : 0x500
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A valid text with a few bytes changed, made valid again.
  mutating func damaged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 2: bytes.insert(contentsOf: bytes[place...].prefix(12), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
