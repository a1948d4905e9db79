extension PatternMatcher {
  @inline(__always)
  func passes(_ token: Int, _ test: Int) -> Bool { document.passes(token, test, forms) }

  func cells(_ token: Int, _ test: Int) -> Cells {
    forms.cells(document.forms[token], test, flags: document.flags[token])
  }
}
