import Testing

@testable import TextEngine

/// Words folded as a whole, against their letters folded one by one.
struct FoldingTests {
  private static let pieces = [
    "а", "Я", "ё", "Ё", "z", "Q", "-", "—", "«", "’", "Ұ", "ſ", "\u{301}", "\u{AD}", "İ", "я́", "7",
  ]

  @Test(arguments: pieces)
  func `a word is folded as its letters are`(first: String) {
    for second in Self.pieces {
      for third in Self.pieces {
        let word = "П" + first + second + "рабо" + third + "Т"
        for keepingYo in [false, true] {
          var letters: [UInt8] = [0x21]
          for letter in word.unicodeScalars {
            let bytes = Array(String(letter).utf8)
            Folding.appendFolded(bytes.span, keepingYo: keepingYo, to: &letters)
          }
          var whole: [UInt8] = [0x21]
          Folding.appendFolded(Array(word.utf8).span, keepingYo: keepingYo, to: &whole)
          #expect(whole == letters, "\(word)")
        }
      }
    }
  }

  @Test(arguments: pieces)
  func `a word that was folded with its ё is folded on as one without`(first: String) {
    for second in Self.pieces {
      for length in 0..<9 {
        let word = String(repeating: "д", count: length) + first + second
        var folded: [UInt8] = []
        Folding.appendFolded(Array(word.utf8).span, keepingYo: true, to: &folded)
        var bytes = folded.mutableSpan
        Folding.foldYo(of: &bytes, from: 0)
        #expect(folded == Folding.folded(word), "\(word)")
      }
    }
  }

  @Test func `case, ё and signs of one kind are alike, soft hyphens and accents are left out`() {
    #expect(Folding.folded("Ещё") == Folding.folded("ЕЩЕ"))
    #expect(Folding.folded("О’Не\u{AD}и\u{301}л") == Array("о'неил".utf8))
  }
}
