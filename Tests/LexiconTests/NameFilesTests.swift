import Testing

@testable import svodka_lexicon

@Suite struct NameFilesTests {
  @Test func `braces hold what differs from case to case`() throws {
    let text = "# head\n\nsurname\tmasc\tЧорнобрив{ец|ца|цу|ца|цем|це}\ngiven\tfem\tЖибек{|||||}\n"
    let names = try NameForms(parsing: text).names
    #expect(names.map(\.isSurname) == [true, false])
    #expect(names.map(\.isFeminine) == [false, true])
    #expect(
      names.first?.forms == [
        "Чорнобривец", "Чорнобривца", "Чорнобривцу", "Чорнобривца", "Чорнобривцем", "Чорнобривце",
      ]
    )
    #expect(names.last?.forms == Array(repeating: "Жибек", count: 6))
  }

  @Test(arguments: [
    "surname\tmasc\tЧорнобривец", "surname\tmasc\tЖибек{||}", "name\tmasc\tЖибек{|||||}",
    "surname\tЖибек{|||||}", "surname\tmasc\tЖибек}|||||{",
  ])
  func `a line that is no name is refused with its number`(_ line: String) {
    let error = #expect(throws: DumpError.self) { try NameForms(parsing: "# head\n" + line) }
    #expect(error?.line == 2)
  }

  @Test func `examples and letters are told apart`() throws {
    let names = try NameExamples(
      parsing: "letter\tә\tа\nдзе\tsurname\tboth\t-\nец\tsurname\tmasc\tахтырец\n"
    )
    #expect(names.letters == [0x4D9: 0x430])
    #expect(names.examples.map(\.tags) == [["Surn", "ms-f"], ["Surn", "masc"]])
    #expect(names.examples.map { $0.lemma == nil } == [true, false])
  }

  @Test(arguments: [
    "letter\tә", "letter\tаб\tа", "ец\tsurname\tmasc", "ец\tplace\tmasc\t-", "ец\tsurname\tneut\t-",
  ])
  func `a line that is no example is refused with its number`(_ line: String) {
    let error = #expect(throws: DumpError.self) { try NameExamples(parsing: "\n" + line) }
    #expect(error?.line == 2)
  }
}
