import Foundation
import Testing

@testable import TextEngine

@Suite struct BreakMachineTests {
  /// A piece of a text with its status.
  private struct Piece: Equatable {
    var status: Int32
    var start: Int
    var end: Int
  }

  @Test func `the fixtures are cut as ICU cuts them`() throws {
    let (iterator, machine) = try Self.shipped()
    let folder = MarkedText.root.appending(path: "Fixtures")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    var count = 0
    for name in names.sorted() {
      guard let contents = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      let text = SourceText(String(decoding: contents, as: UTF8.self))
      #expect(Self.differences(text, iterator, machine) == [], "\(name)")
      count += 1
    }
    #expect(count > 50)
  }

  @Test func `random texts are cut as ICU cuts them`() throws {
    let (iterator, machine) = try Self.shipped()
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = TextGenerator(seed: seed)
      let text = random.text(scalars: 300)
      #expect(Self.differences(SourceText(text), iterator, machine) == [], "seed \(seed)")
    }
  }

  @Test func `mixtures of all categories of scalars are cut as ICU cuts them`() throws {
    let (iterator, machine) = try Self.shipped()
    let categories = try Self.scalarsByCategory()
    #expect(categories.count > 30)
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = TextGenerator(seed: seed)
      var text = String.UnicodeScalarView()
      for _ in 0..<300 {
        let scalars = categories[Int.random(in: categories.indices, using: &random)]
        text.append(scalars[Int.random(in: scalars.indices, using: &random)])
      }
      #expect(Self.differences(SourceText(String(text)), iterator, machine) == [], "seed \(seed)")
    }
  }

  @Test(arguments: [
    // Look-ahead, the start and the end of the text.
    "[a-z]+ / [0-9] {10};", "[{bof}] [a-z]+ {10};", "[a-z]+ {10}; [0-9]+ [{eof}] {20};",
  ])
  func `rules that ask for more are left to ICU`(rules: String) throws {
    let tokenizer = try Tokenizer(rules: Array(rules.utf8).span)
    #expect(BreakMachine(compiled: tokenizer.compiledGrammar) == nil)
    var table = TokenTable()
    tokenizer.tokenize(SourceText("ab12 cd"), into: &table)
    #expect(table.count > 0)
  }

  @Test func `bytes that are no compiled rules make no machine`() throws {
    let compiled = try Self.grammar().compiledRules
    #expect(BreakMachine(compiled: compiled) != nil)
    for count in [0, 3, 40, 80, 1_000, compiled.count / 2] {
      #expect(BreakMachine(compiled: Array(compiled[..<count])) == nil)
    }
    // Every number of the header in turn is made too large.
    for place in stride(from: 0, to: 56, by: 4) where ![8, 24, 28, 40, 44].contains(place) {
      var damaged = compiled
      for byte in place..<place + 4 { damaged[byte] = 0x7F }
      #expect(BreakMachine(compiled: damaged) == nil, "number at \(place)")
    }
  }

  // MARK: What both give

  /// The first pieces that differ, ICU's before the machine's; empty where all are the same.
  private static func differences(
    _ text: SourceText,
    _ iterator: BreakIterator,
    _ machine: BreakMachine
  ) -> [Piece] {
    let range = 0..<text.count
    var expected: [Piece] = []
    iterator.forEachPiece(text.bytes.span, in: range) {
      expected.append(Piece(status: $0, start: $1, end: $2))
    }
    var found: [Piece] = []
    machine.forEachPiece(text.bytes.span, in: range) {
      found.append(Piece(status: $0, start: $1, end: $2))
    }
    if expected == found { return [] }
    let place = zip(expected, found).prefix { $0 == $1 }.count
    return Array(expected.dropFirst(place).prefix(1)) + found.dropFirst(place).prefix(1)
  }

  private static func grammar() throws -> BreakIterator {
    let rules = try [UInt8](Data(contentsOf: MarkedText.root.appending(path: "Rules/tokens.rbbi")))
    return try BreakIterator(TokenGrammar(file: rules.span))
  }

  /// ICU's iterator and a machine for the rules of the package.
  private static func shipped() throws -> (BreakIterator, BreakMachine) {
    let iterator = try grammar()
    return (iterator, try #require(BreakMachine(compiled: iterator.compiledRules)))
  }

  /// Some scalars of each category that the rules tell apart.
  private static func scalarsByCategory() throws -> [[Unicode.Scalar]] {
    let rules = try #require(CompiledBreakRules(try grammar().compiledRules))
    let trie = try #require(CategoryTrie(rules.trie))
    var scalars: [Int: [Unicode.Scalar]] = [:]
    for value in 0...UInt32(0x10_FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = trie.category(of: value)
      let known = scalars[category]?.count ?? 0
      // Those beyond the first are few, so that both tables are asked.
      if known < 40 || (value > 0x800 && known < 80) {
        scalars[category, default: []].append(scalar)
      }
    }
    return scalars.sorted { $0.key < $1.key }.map(\.value)
  }
}
