/// Which rules can go on after their first element, so that most are given up before a search begins.
///
/// Of all rules that may start at a token three of four fail at what comes next. For that a look at the next token is
/// enough: whether its form passes one of a few tests, which is found once for each form and rule, or whether an entry
/// of a list or an annotation starts there that the rule can take.
final class RuleFollows {
  private let forms: FormTable
  /// Whether each rule can end after its first element.
  private let canEnd: Buffer<Bool>
  /// Whether each rule may start with an entry or annotation, which may be longer than a token.
  private let mayStartLong: Buffer<Bool>
  // The tests of what comes second, rule after rule.
  private let testStarts: Buffer<Int32>
  private let tests = Buffer<Int32>(capacity: 4_096)
  // For each list and type of annotation, the rules that take it second, a bit each.
  private let listRows: Buffer<UInt64>
  private let annotationRows: Buffer<UInt64>
  /// The words of such a row.
  private let rowLength: Int
  /// For each form, whether it can come second in a rule.
  private let answers: FormAnswers

  init(program: RuleProgram, forms: FormTable) {
    self.forms = forms
    let count = program.rules.count
    rowLength = (count + 63) / 64
    answers = FormAnswers(questions: count)
    canEnd = Buffer(capacity: count)
    mayStartLong = Buffer(capacity: count)
    testStarts = Buffer(capacity: count + 1)
    listRows = Buffer(capacity: program.lists.count * rowLength)
    listRows.fill(program.lists.count * rowLength, with: 0)
    annotationRows = Buffer(capacity: program.annotationTypes.count * rowLength)
    annotationRows.fill(program.annotationTypes.count * rowLength, with: 0)
    testStarts.append(0)
    for (number, rule) in program.rules.enumerated() {
      let next = NextElements(of: rule.code, from: [0]).following(in: rule.code)
      let second = StartSet(next, of: rule.code)
      canEnd.append(next.canEnd)
      mayStartLong.append(!rule.start.lists.isEmpty || !rule.start.annotations.isEmpty)
      for test in second.tests { tests.append(Int32(test)) }
      testStarts.append(Int32(tests.count))
      let (word, bit) = (number >> 6, UInt64(1) << UInt64(number & 63))
      for list in second.lists { listRows[list * rowLength + word] |= bit }
      for type in second.annotations { annotationRows[type * rowLength + word] |= bit }
    }
  }

  /// Forgets what is known of forms, when their table is emptied.
  func removeForms() { answers.removeAll() }

  /// Whether a rule that starts at a token can go on behind what it takes there.
  @inline(__always)
  func canGoOn(_ rule: Int, at token: Int, in window: Range<Int>, _ document: EngineDocument)
    -> Bool
  {
    canEnd[rule] || follows(rule, token + 1, window, document)
      || (mayStartLong[rule] && followsLong(rule, token, window, document))
  }

  /// Whether something that a rule takes second starts at a token.
  @inline(__always)
  private func follows(
    _ rule: Int,
    _ token: Int,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) -> Bool {
    guard token < window.upperBound else { return false }
    if passes(document.forms[token], rule) { return true }
    let (word, bit) = (rule >> 6, UInt64(1) << UInt64(rule & 63))
    for match in document.listMatches(at: token)
    where listRows[document.foundEntries[match].list * rowLength + word] & bit != 0 {
      return true
    }
    var annotation = document.firstAnnotation(at: token)
    while annotation >= 0 {
      let type = document.allAnnotations[annotation].type
      if annotationRows[type * rowLength + word] & bit != 0 { return true }
      annotation = document.annotation(after: annotation)
    }
    return false
  }

  /// The same behind the entries and annotations of several tokens that start at a token.
  private func followsLong(
    _ rule: Int,
    _ token: Int,
    _ window: Range<Int>,
    _ document: EngineDocument
  ) -> Bool {
    for match in document.listMatches(at: token) {
      let end = document.foundEntries[match].end
      if end > token + 1, follows(rule, end, window, document) { return true }
    }
    var annotation = document.firstAnnotation(at: token)
    while annotation >= 0 {
      let end = document.allAnnotations[annotation].end
      if end > token + 1, follows(rule, end, window, document) { return true }
      annotation = document.annotation(after: annotation)
    }
    return false
  }

  /// Whether a form can be what a rule takes second.
  @inline(__always)
  private func passes(_ form: FormID, _ rule: Int) -> Bool {
    answers.known(form, rule) ?? answer(form, rule)
  }

  @inline(never)
  private func answer(_ form: FormID, _ rule: Int) -> Bool {
    let isPassed = (Int(testStarts[rule])..<Int(testStarts[rule + 1])).contains { place in
      let test = Int(tests[place])
      return forms.canPass(form, test) && forms.passes(form, test)
    }
    answers.keep(isPassed, form, rule)
    return isPassed
  }
}
