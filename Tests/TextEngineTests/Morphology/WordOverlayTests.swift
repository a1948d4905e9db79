import StandardRules
import Testing

@testable import TextEngine

/// Words added to the dictionary are inflected like their examples.
@Suite struct WordOverlayTests {
  private let dictionary = StandardLexicon.dictionary

  private func readings(_ word: String, in dictionary: MorphDictionary) -> [Analysis] {
    var found: [Analysis] = []
    _ = dictionary.appendAnalyses(of: word.utf8.span, to: &found)
    return found
  }

  private func adding(_ words: [(String, like: String)]) throws -> MorphDictionary {
    var overlay = WordOverlay()
    for (word, example) in words {
      let reading = try #require(readings(example, in: dictionary).first { $0.row == 0 })
      let isAdded = overlay.add(word.utf8.span, like: reading, in: dictionary)
      #expect(isAdded)
    }
    return dictionary.adding(overlay)
  }

  private func lemmas(_ word: String, in dictionary: MorphDictionary) -> [String] {
    readings(word, in: dictionary).map {
      String(decoding: dictionary.lemma(of: word.utf8.span, $0), as: UTF8.self)
    }
  }

  @Test func `every form of an added word is known`() throws {
    let added = try adding([("маслихат", like: "комитет"), ("нейросеть", like: "плеть")])
    for form in ["маслихат", "маслихата", "маслихату", "маслихатом", "маслихате", "маслихатов"] {
      #expect(lemmas(form, in: added).contains("маслихат"), "\(form)")
      #expect(lemmas(form, in: dictionary) == [])
    }
    let genitive = readings("нейросетью", in: added)
    #expect(genitive.map(\.grammemes.rawValue).count == 1)
    #expect(genitive.allSatisfy { $0.grammemes.contains([.noun, .feminine, .instrumental]) })
    #expect(genitive.allSatisfy { !$0.isGuessed })
  }

  @Test func `an added word is inflected`() throws {
    let added = try adding([("маслихат", like: "комитет")])
    let reading = try #require(
      readings("маслихатами", in: added).first { $0.grammemes.contains(.instrumental) }
    )
    let form = added.inflect("маслихатами".utf8.span, reading, to: [.singular, .genitive])
    #expect(form.map { String(decoding: $0, as: UTF8.self) } == "маслихата")
  }

  @Test func `readings of an added word come before those that the dictionary has`() throws {
    let added = try adding([("стали", like: "дали")])
    let found = readings("стали", in: added)
    #expect(found.count > readings("стали", in: dictionary).count)
    #expect(
      found.suffix(readings("стали", in: dictionary).count).elementsEqual(
        readings("стали", in: dictionary)
      )
    )
  }

  @Test func `the letter ё need not be written`() throws {
    let added = try adding([("лоукостёр", like: "партнёр")])
    #expect(!readings("лоукостеров", in: added).isEmpty)
    #expect(!readings("лоукостёров", in: added).isEmpty)
  }

  @Test func `a word that does not end like its example is refused`() throws {
    var overlay = WordOverlay()
    let reading = try #require(readings("отец", in: dictionary).first { $0.row == 0 })
    let isAdded = overlay.add("маслихат".utf8.span, like: reading, in: dictionary)
    #expect(!isAdded)
    #expect(overlay.isEmpty)
  }
}
