import TextEngine

/// Puts the letters of one word into the cases of another.
enum LetterShape {
  /// The word with the capitals of the model: all, the first of each hyphenated part, or none; where a model has some
  /// inside as well, those of the letters that both start with.
  ///
  ///     LetterShape.restored("министерство", like: "Министерства")  // "Министерство"
  ///     LetterShape.restored("автоваз", like: "АвтоВАЗа")           // "АвтоВАЗ"
  static func restored(_ word: String, like model: String) -> String {
    switch plainShape(of: model) {
    case .small: return word
    case .capitalised: return capitalised(word)
    case nil: break
    }
    guard model.utf8.contains(UInt8(ascii: "-")) else { return restoredPart(word, model) }
    let parts = Self.parts(of: word)
    let models = Self.parts(of: model)
    guard parts.count == models.count, parts.count > 1 else { return restoredPart(word, model) }
    return zip(parts, models).map { restoredPart($0, $1) }.joined(separator: "-")
  }

  /// What stands between the hyphens of a word.
  static func parts(of word: String) -> [String] {
    // A mark that combines with the hyphen makes it another character; plain letters have none.
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 || $0 & 0xFE == 0xD0 || $0 & 0xC0 == 0x80 }
    guard isPlain else {
      return word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    }
    return word.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// The capitals of a word of Russian letters alone, as most words are.
  private enum PlainShape { case small, capitalised }

  /// How a word of Russian letters without ё is written; nil for others, and for one letter alone.
  private static func plainShape(of model: String) -> PlainShape? {
    var letters = 0
    var isCapitalised = false
    var lead: UInt8 = 0
    for byte in model.utf8 {
      if lead == 0 {
        guard byte & 0xFE == 0xD0 else { return nil }
        lead = byte
        continue
      }
      guard let small = RussianLetter.small(lead, byte), small != (0xD1, 0x91) else { return nil }
      if small != (lead, byte) {
        guard letters == 0 else { return nil }
        isCapitalised = true
      }
      letters += 1
      lead = 0
    }
    guard letters > 1 else { return nil }
    return isCapitalised ? .capitalised : .small
  }

  /// A form of a word with the letters of another where both are alike from the start: capitals and ё.
  ///
  ///     LetterShape.merged("о'нил", into: "О'Нила")  // "О'Нил"
  ///     LetterShape.merged("пётр", into: "Петра")    // "Пётр"
  static func merged(_ form: String, into model: String) -> String {
    // What stands in the wanted form already keeps its spelling.
    guard Folding.folded(form) != Folding.folded(model) else { return model }
    var merged = String.UnicodeScalarView()
    var models = model.unicodeScalars.makeIterator()
    var isShared = true
    for letter in form.unicodeScalars {
      guard isShared, let own = models.next(), Folding.areAlike(letter, own) else {
        isShared = false
        merged.append(letter)
        continue
      }
      // The dictionary's ё is put in, the text's is kept.
      let isAdded = isYo(letter) && !own.properties.isUppercase
      merged.append(isAdded ? letter : own)
    }
    return String(merged)
  }

  private static func isYo(_ letter: Unicode.Scalar) -> Bool {
    letter == "\u{451}" || letter == "\u{401}"
  }

  /// How many letters two words share from the start, capitals and ё apart.
  static func sharedLetters(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let count = min(left.count, right.count)
    return (0..<count).first { !Folding.areAlike(left[$0], right[$0]) } ?? count
  }

  private static func restoredPart(_ plain: String, _ model: String) -> String {
    let word = withYo(plain, like: model)
    var (letters, capitals) = (0, 0)
    for letter in model.unicodeScalars where letter.properties.isAlphabetic {
      letters += 1
      if letter.properties.isUppercase { capitals += 1 }
      if capitals < letters {
        guard capitals > 0 else { return word }
        return hasCapitalInside(model) ? merged(word, into: model) : capitalised(word)
      }
    }
    if letters == 0 { return word }
    return letters > 1 ? word.uppercased() : capitalised(word)
  }

  private static func hasCapitalInside(_ word: String) -> Bool {
    word.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
  }

  /// The word with ё wherever the model has it in the letters that both start with.
  ///
  /// The dictionary may know a name only with е: «Белозёрова» is found as «Белозерова», and is «Белозёров».
  private static func withYo(_ word: String, like model: String) -> String {
    guard model.unicodeScalars.contains(where: isYo) else { return word }
    var letters = Array(word.unicodeScalars)
    let models = Array(model.unicodeScalars)
    for index in 0..<sharedLetters(letters, models) where isYo(models[index]) {
      letters[index] = "\u{451}"
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// The word with a capital in front.
  static func capitalised(_ word: String) -> String {
    if let lead = word.utf8.first, let trail = word.utf8.dropFirst().first,
      let letter = RussianLetter.capital(lead, trail)
    {
      var bytes = Array(word.utf8)
      (bytes[0], bytes[1]) = letter
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }

  /// The text in small letters, byte by byte where it has Russian letters and those of ASCII alone, as most texts.
  static func lowered(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var lead: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      switch (lead, byte) {
      case (0, 0xD0...0xD1): lead = byte
      case (0, 0x41...0x5A): bytes[place] = byte | 0x20
      case (0, 0x00...0x7F): break
      default:
        guard lead != 0, let small = RussianLetter.small(lead, byte) else {
          return text.lowercased()
        }
        (bytes[place - 1], bytes[place]) = small
        lead = 0
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What `lower`, `upper` and `title` give.
  static func recased(_ text: String, _ function: EmitFunction) -> String {
    switch function {
    case .lower: lowered(text)
    case .upper: text.uppercased()
    default: capitalised(text)
    }
  }
}
