import RuleLanguage
import Testing
import TextEngine

@Suite struct DiagnosticRendererTests {
  /// The range of a piece of a source.
  private func range(_ piece: String, in source: RuleSource, file: Int = 0) throws -> SourceRange {
    let bytes = Array(piece.utf8)
    let start = try #require(
      source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) }
    )
    return SourceRange(file: file, start: start, end: start + bytes.count)
  }

  @Test func `carets stand under Cyrillic, with other places above in order`() throws {
    let source = RuleSource(
      path: "Rules/dates.rules",
      text: "rule x -> date {\n  match 'месяц' y:'год'\n  emit  a = \"ы\", b = ymd(yr, m.n)\n}\n"
    )
    let message = DiagnosticMessage(
      .error,
      "R012",
      "unknown label `yr` in emit",
      label: "no such label; did you mean `y`?",
      notes: ["labels are set by `match`"],
      help: ["write `y`"]
    )
    let diagnostic = Diagnostic(
      message,
      at: try range("yr", in: source),
      labels: [.init(range: try range("y:'год'", in: source), text: "`y` is defined here")]
    )
    #expect(
      DiagnosticRenderer(RuleSourceSet([source])).render(diagnostic) == """
        error[R012]: unknown label `yr` in emit
          --> Rules/dates.rules:3:26
           |
         2 |   match 'месяц' y:'год'
           |                 ------- `y` is defined here
         3 |   emit  a = "ы", b = ymd(yr, m.n)
           |                          ^^ no such label; did you mean `y`?
           = note: labels are set by `match`
           = help: write `y`

        """
    )
  }

  @Test func `combining marks and tabs do not move the carets`() throws {
    let source = RuleSource(path: "x", text: "\t'за\u{301}мок' б\n")
    let diagnostic = Diagnostic(
      .init(.warning, "L01", "x", label: "here"),
      at: try range("б", in: source)
    )
    #expect(
      DiagnosticRenderer(RuleSourceSet([source])).render(diagnostic)
        == "warning[L01]: x\n  --> x:1:10\n   |\n 1 |  'за\u{301}мок' б\n   |          ^ here\n"
    )
  }

  @Test func `a place in another file is shown under its own name`() throws {
    let first = RuleSource(path: "a.rules", text: "rule x\n")
    let second = RuleSource(
      path: "b.rules",
      text: String(repeating: "#\n", count: 999) + "rule x\n"
    )
    let diagnostic = Diagnostic(
      .init(.error, "R002", "two rules `x`"),
      at: try range("x", in: second, file: 1),
      labels: [.init(range: try range("x", in: first), text: "the first")]
    )
    #expect(
      DiagnosticRenderer(RuleSourceSet([first, second])).render(diagnostic) == """
        error[R002]: two rules `x`
            --> b.rules:1000:6
             |
        1000 | rule x
             |      ^
            ::: a.rules:1:6
             |
           1 | rule x
             |      - the first

        """
    )
  }

  @Test func `a range over several lines is marked on the first`() throws {
    let source = RuleSource(path: "x", text: "один\r\nдва")
    let whole = SourceRange(file: 0, start: 0, end: source.bytes.count)
    #expect(
      DiagnosticRenderer(RuleSourceSet([source])).render(
        Diagnostic(.init(.note, "N", "t"), at: whole)
      )
        == "note[N]: t\n  --> x:1:1\n   |\n 1 | один\n   | ^^^^\n"
    )
  }

  @Test func `of a very long line, the part around the place is shown`() throws {
    let source = RuleSource(path: "x", text: String(repeating: "ы", count: 5000) + "Z" + "ы")
    let rendered = DiagnosticRenderer(RuleSourceSet([source])).render(
      Diagnostic(.init(.note, "N", "t"), at: try range("Z", in: source))
    )
    let lines = rendered.split(separator: "\n").map(Array.init)
    let excerpt = try #require(lines.first { $0.contains("Z") })
    let carets = try #require(lines.last)
    #expect(rendered.contains("x:1:5001"))
    #expect(excerpt.count < 150)
    #expect(excerpt.firstIndex(of: "Z") == carets.firstIndex(of: "^"))
  }

  @Test func `diagnostics come in the order of their places`() {
    let source = RuleSource(path: "x", text: "ab")
    let late = Diagnostic(.init(.error, "B", "b"), at: SourceRange(file: 0, start: 1, end: 2))
    let early = Diagnostic(.init(.error, "A", "a"), at: SourceRange(file: 0, start: 0, end: 1))
    let rendered = DiagnosticRenderer(RuleSourceSet([source])).render([late, early])
    #expect(rendered.hasPrefix("error[A]"))
    #expect(rendered.contains("\n\nerror[B]"))
  }

  @Test func `a place outside its source is no crash`() {
    let source = RuleSource(path: "x", text: "ы")
    for range in [
      SourceRange(file: 7, start: 0, end: 1), SourceRange(file: 0, start: 50, end: 60),
      SourceRange(file: 0, start: 1, end: 2), SourceRange(file: 0, start: -4, end: -2),
    ] {
      let rendered = DiagnosticRenderer(RuleSourceSet([source])).render(
        Diagnostic(.init(.error, "A", "a"), at: range)
      )
      #expect(rendered.hasPrefix("error[A]: a\n"))
    }
  }
}
