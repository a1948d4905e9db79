extension PatternMatcher {
  func cells(_ token: Int, _ test: Int) -> Cells {
    forms.cells(document.forms[token], test, flags: document.flags[token])
  }
}
