/// A file of cases, as `Fixtures/README.md` describes it.
///
/// Everything that is wrong in it is told, and the cases that are sound can run all the same.
public struct CaseFile: Sendable {
  /// The path, as faults and failures show it.
  public let path: String
  /// The sound cases, in their order.
  public private(set) var cases: [FactCase] = []
  /// What is wrong.
  public private(set) var faults: [CaseFault] = []

  /// The kind of fact that the cases are about.
  public let kind: String
  private let name: String
  let lines: [String]

  /// Reads the text of a case file.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - path: The path for messages; the file's stem is part of the cases' names.
  ///   - kind: The kind of fact that its cases are about: the name of the file's folder.
  public init(_ text: String, path: String, kind: String) {
    self.path = path
    self.kind = kind
    let file = path.split(separator: "/").last.map(String.init) ?? path
    name = kind + "/" + (file.hasSuffix(".cases") ? String(file.dropLast(6)) : file)
    // Scalars, not characters: to Swift CR LF is one character and no line feed.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
    readCases()
  }

  private mutating func readCases() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank || line.hasPrefix("#") {
        index += 1
      } else if line.hasPrefix("==") {
        readCase(&index)
      } else {
        fault("a case starts with `== ` and its title", line: index)
        repeat { index += 1 } while index < lines.count && !lines[index].hasPrefix("==")
      }
    }
  }

  /// Reads the case whose title stands at `index`, and goes on to what follows it.
  private mutating func readCase(_ index: inout Int) {
    let first = index
    let before = faults.count
    let title = lines[first].dropFirst(2).trimmed
    if title.isEmpty { fault("a case needs a title", line: first) }
    if cases.contains(where: { $0.title == title }) {
      fault("a case of this title stands above", line: first, column: 4)
    }
    index += 1
    while index < lines.count, lines[index].trimmed != "--" {
      if lines[index].hasPrefix("==") { break }
      index += 1
    }
    guard index < lines.count, lines[index].trimmed == "--" else {
      fault("the case has no line `--` after its text", line: first)
      return
    }
    var body = first + 1..<index
    while let last = body.last, lines[last].isBlank { body.removeLast() }
    while let start = body.first, lines[start].isBlank { body.removeFirst() }
    if body.isEmpty { fault("the case has no text", line: first) }
    let marked = MarkedCaseText(lines: lines[body], firstLine: body.lowerBound)
    for (place, message) in marked.faults {
      fault(message, line: place.line, column: place.column)
    }
    index += 1
    var expected: [FactCase.Expectation] = []
    while index < lines.count, !lines[index].hasPrefix("==") {
      if !lines[index].isBlank, !lines[index].hasPrefix("#") {
        if let found = expectation(line: index, marks: marked.marks, known: expected) {
          expected.append(found)
        }
      }
      index += 1
    }
    if faults.count == before {
      for (number, mark) in marked.marks.sorted(by: { $0.key < $1.key })
      where !expected.contains(where: { $0.number == number }) {
        fault(
          "mark \(number) has no line below `--`",
          line: mark.place.line,
          column: mark.place.column
        )
      }
    }
    guard faults.count == before else { return }
    cases.append(
      FactCase(
        file: name,
        kind: kind,
        title: title,
        line: first + 1,
        text: marked.text,
        expected: expected
      )
    )
  }

  /// Reads a line such as `1 number value=5 unit.lemma="рубль"`.
  private mutating func expectation(
    line index: Int,
    marks: [Int: MarkedCaseText.Mark],
    known: [FactCase.Expectation]
  ) -> FactCase.Expectation? {
    var reader = ExpectationReader(lines[index])
    guard let number = reader.number() else {
      fault("an expectation starts with the number of its mark", line: index)
      return nil
    }
    guard let mark = marks[number] else {
      fault("the text has no mark `[\(number):…]`", line: index)
      return nil
    }
    if known.contains(where: { $0.number == number }) {
      fault("mark \(number) has a line already", line: index)
      return nil
    }
    let column = reader.column
    guard reader.word() == kind else {
      fault("this file's cases are of the kind `\(kind)`", line: index, column: column)
      return nil
    }
    var fields: [(name: String, value: String?)] = []
    while !reader.isAtEnd {
      let column = reader.column
      guard let field = reader.field() else {
        fault("a field is written name=value or name=\"value\"", line: index, column: column)
        return nil
      }
      if fields.contains(where: { $0.name == field.name }) {
        fault("`\(field.name)` stands twice", line: index, column: column)
        return nil
      }
      fields.append(field)
    }
    return FactCase.Expectation(number: number, span: mark.span, fields: fields, line: index + 1)
  }

  private mutating func fault(_ message: String, line: Int, column: Int = 1) {
    faults.append(
      CaseFault(path: path, line: line + 1, column: column, message: message, source: lines[line])
    )
  }
}

extension StringProtocol {
  /// Whether there is nothing but blanks and tabs.
  var isBlank: Bool { unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" } }

  /// The string without blanks and tabs at its ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
    return String(String.UnicodeScalarView(scalars))
  }
}
