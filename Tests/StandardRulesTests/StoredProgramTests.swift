import FactExtraction
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// A program that was stored and read back is the program that was compiled.
struct StoredProgramTests {
  private static let compiled = Result {
    try StandardRules.compile(dictionary: StandardLexicon.dictionary).program
  }

  private func restored(_ bytes: [UInt8], key: UInt64) -> RuleProgram? {
    bytes.withUnsafeBytes { RuleProgram(stored: $0, key: key) }
  }

  /// Reads bytes as those of the program's own file are read, which last; nothing gives them back.
  private func embedded(_ bytes: [UInt8], shiftedBy shift: Int, key: UInt64) -> RuleProgram? {
    let size = bytes.count + shift
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    let place = UnsafeMutableRawBufferPointer(rebasing: memory[shift...])
    place.copyBytes(from: bytes)
    return RuleProgram(stored: UnsafeRawBufferPointer(place), key: key, isEmbedded: true)
  }

  @Test func `all parts of a program come back`() throws {
    let program = try Self.compiled.get()
    let bytes = program.stored(key: 7)
    let again = try #require(restored(bytes, key: 7))
    #expect(again.stored(key: 7) == bytes)
    #expect(again.rules.allSatisfy { $0.code.isEmpty && $0.contexts.allSatisfy(\.code.isEmpty) })
    let whole = try #require(again.withInstructions(of: program))
    // A failure would print them all.
    #expect(("\(whole.rules)" == "\(program.rules)") as Bool)
    #expect(again.withInstructions(of: again) == nil)
    #expect(again.tests == program.tests)
    #expect(again.phraseTests == program.phraseTests)
    #expect(!program.phraseTests.isEmpty)
    #expect("\(again.schemas)" == "\(program.schemas)")
    #expect("\(again.lists)" == "\(program.lists)")
    #expect("\(again.phases)" == "\(program.phases)")
    #expect(again.annotationTypes == program.annotationTypes)
    #expect(again.words.isEmpty == program.words.isEmpty)
    #expect(again.symbols.spellings == program.symbols.spellings)
    #expect("\(again.gazetteer.entries)" == "\(program.gazetteer.entries)")
    #expect(again.gazetteer.lemmas == program.gazetteer.lemmas)
    #expect(again.gazetteer.featureRows == program.gazetteer.featureRows)
    #expect(again.tokenRules == program.tokenRules)
    #expect(again.numeralList == program.numeralList)
    #expect(again.numeralEndings == program.numeralEndings)
    // A part that is new in the type must be stored too, and compared above.
    #expect(Mirror(reflecting: program).children.count == 15)
  }

  @Test(arguments: [0, 1])
  func `bytes of the program's own file need not be copied`(shift: Int) throws {
    let bytes = try Self.compiled.get().stored(key: 7)
    // Where numbers do not lie as the machine wants them, they are copied.
    let program = try #require(embedded(bytes, shiftedBy: shift, key: 7))
    #expect(program.stored(key: 7) == bytes)
    #expect(embedded(Array(bytes.dropLast()), shiftedBy: shift, key: 7) == nil)
  }

  @Test func `where the rules of a stored program stand is found by itself`() throws {
    let dictionary = StandardLexicon.dictionary
    let whole = try StandardRules.compile(dictionary: dictionary)
    let places = try #require(
      try RuleCompiler.places(of: whole.program, in: StandardRules.sources, dictionary: dictionary)
    )
    #expect("\(places.origins)" == "\(whole.origins)")
    #expect(places.origins.count > 100)
    var other = whole.program
    other.rules.removeLast()
    #expect(
      try RuleCompiler.places(of: other, in: StandardRules.sources, dictionary: dictionary) == nil
    )
  }

  @Test func `a program that came back finds the same facts`() throws {
    let program = try Self.compiled.get()
    let again = try #require(restored(program.stored(key: 7), key: 7))
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/articles").standardizedFileURL
    let paths = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for path in paths.filter({ $0.hasSuffix(".txt") }).prefix(3) {
      let text = try Data(contentsOf: folder.appendingPathComponent(path))
      let document = Document(text: try SourceText(validating: Array(text)))
      let outputs = try [program, again].map { program in
        let extractor = try Extractor(program: program, dictionary: StandardLexicon.dictionary)
        var writer = JSONWriter()
        FactWriter(program: program).write(extractor.extract(document), of: document, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
      }
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0].contains("\"kind\":"))
    }
  }

  @Test func `the program in the binary is what its rules compile to`() throws {
    // Where rules changed since it was stored, it is not used, and there is nothing to compare.
    guard let stored = StandardRules.storedProgram else { return }
    let key = StandardRules.sourceKey
    #expect(
      try stored.stored(key: key) == Self.compiled.get().stored(key: key),
      "the compiler has changed: raise the version of RuleProgram and run .ci/store-rules"
    )
  }

  @Test func `other bytes are no program`() throws {
    let bytes = try Self.compiled.get().stored(key: 7)
    #expect(restored(bytes, key: 8) == nil)
    #expect(restored([], key: 7) == nil)
    #expect(restored(bytes + [0], key: 7) == nil)
    for count in stride(from: 0, to: bytes.count, by: 9_973) {
      #expect(restored(Array(bytes.prefix(count)), key: 7) == nil)
    }
  }

  @Test func `damaged bytes are another program or none`() throws {
    var bytes = try Self.compiled.get().stored(key: 7)
    for place in stride(from: 1, to: bytes.count, by: bytes.count / 40) {
      let byte = bytes[place]
      bytes[place] = ~byte
      _ = restored(bytes, key: 7)
      bytes[place] = byte
    }
    #expect(restored(bytes, key: 7) != nil)
  }
}
