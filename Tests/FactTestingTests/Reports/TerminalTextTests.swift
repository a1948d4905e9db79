@testable import FactTesting
import Testing
import TextEngine

/// Texts and carets for terminals.
@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("а\u{1B}[31mб", "а\u{FFFD}[31mб"), ("а\u{9B}б\u{7F}", "а\u{FFFD}б\u{FFFD}"),
    ("а\u{202E}б\u{2066}", "а\u{FFFD}б\u{FFFD}"), ("а\r\nб\nв\tг", "а¶б¶в\u{FFFD}г"),
    ("й — «ё»", "й — «ё»"),
  ])
  func `what a terminal would obey is taken out`(text: String, shown: String) {
    #expect(TerminalText.oneLine(text) == shown)
  }

  @Test func `a mark over a letter takes no column`() {
    #expect(TerminalText.cells(of: "и\u{306}о") == ["и\u{306}", "о"])
    #expect(TerminalText.cells(of: "\u{306}") == ["\u{25CC}\u{306}"])
    #expect(TerminalText.cells(of: "\t\n\u{AD}") == [" ", "¶", "\u{FFFD}"])
  }

  /// The lines for a text in which the first `[…]` is wanted and pointed at.
  private func lines(_ text: String, isQuoted: Bool = false, sign: Character = "^") -> [String] {
    let marked = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    let inner = marked[1].split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
    let start = marked[0].utf8.count
    let span = TextSpan(start: start, end: start + inner[0].utf8.count)
    let plain = String(marked[0] + inner[0] + inner[1])
    return MarkedExcerpt(
      plain,
      wanted: [WantedFact(span: span, text: String(inner[0]))],
      paint: Paint(isOn: false)
    ).lines([MarkedExcerpt.Pointer(span: span, sign: sign, label: "here")], isQuoted: isQuoted)
  }

  @Test func `carets stand under the words, not under their brackets`() {
    #expect(lines("из [трёх] дел") == ["  из [трёх] дел", "      ^^^^ here"])
    #expect(
      lines("из\n[трёх] дел", isQuoted: true)
        == ["  \"из¶[трёх] дел\"", "       ^^^^ here"]
    )
    #expect(
      lines("и\u{306} [о\u{301}й] \u{7}")
        == ["  и\u{306} [о\u{301}й] \u{FFFD}", "     ^^ here"]
    )
  }

  @Test func `of a text of many lines, those are shown that are pointed at`() {
    #expect(lines("один\nдва [три] пять\nшесть") == ["  два [три] пять", "       ^^^ here"])
    #expect(
      lines("один [два\nтри] пять")
        == ["  один [два", "        ^^^ here", "  три] пять", "  ^^^"]
    )
  }

  @Test func `a very long line is cut around what is pointed at`() {
    let far = String(repeating: "слово ", count: 60)
    let shown = lines(far + "[цель] " + far)
    #expect(shown.count == 2)
    #expect(shown[0].hasPrefix("  …") && shown[0].hasSuffix("…"))
    #expect(shown[0].count < 100)
    #expect(Array(shown[1]).firstIndex(of: "^") == Array(shown[0]).firstIndex(of: "ц"))
  }
}
