public import FactExtraction
import TextEngine

extension JSONWriter {
  /// Writes a report for programs, as one line.
  ///
  /// Spans count Unicode scalars of the test's text, as the output of `svodka extract` does.
  public mutating func report(_ report: TestReport) {
    beginObject()
    key("schema")
    string("svodka-test/1")
    key("summary")
    summary(report)
    key("rewritten")
    strings(report.rewritten)
    if let coverage = report.coverage {
      key("coverage")
      write(coverage)
    }
    key("tests")
    beginArray()
    for result in report.results { test(result) }
    endArray()
    endObject()
    endLine()
  }

  private mutating func summary(_ report: TestReport) {
    beginObject()
    key("ok")
    boolean(!report.isFailure)
    key("tests")
    beginObject()
    for status in [TestResult.Status.passed, .failed, .gap] {
      key(status.rawValue)
      integer(report.count(status))
    }
    endObject()
    key("facts")
    beginObject()
    for status in FactStatus.allCases {
      key(status.rawValue)
      integer(report.facts[status])
    }
    endObject()
    key("rules")
    integer(report.ruleCount)
    key("without_test")
    strings(report.untested.filter(\.lacksTest).map(\.rule))
    key("without_reject")
    strings(report.untested.filter(\.lacksReject).map(\.rule))
    key("seconds")
    seconds(report.seconds)
    endObject()
  }

  private mutating func write(_ coverage: RuleCoverage) {
    let (shown, all) = coverage.counts
    beginObject()
    key("shown")
    integer(shown)
    key("all")
    integer(all)
    key("words_shown")
    integer(coverage.words.shown)
    key("words")
    integer(coverage.words.all)
    key("gaps")
    beginArray()
    for gap in coverage.gaps {
      beginObject()
      key("place")
      string(gap.place)
      key("owner")
      string(gap.owner)
      key("text")
      string(gap.text)
      key("fired")
      boolean(gap.isFired)
      key("stopped")
      boolean(gap.isStopped)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func test(_ result: TestResult) {
    beginObject()
    key("kind")
    string(result.kind.rawValue)
    key("suite")
    string(result.suite)
    key("name")
    string(result.name)
    if let mode = result.mode {
      key("mode")
      string(mode.rawValue)
    }
    key("status")
    string(result.status.rawValue)
    place(result.place)
    key("seconds")
    seconds(result.seconds)
    if !result.failures.isEmpty, !result.text.isEmpty {
      key("text")
      string(result.text)
    }
    let map = OffsetMap(SourceText(result.text), unit: .scalar)
    if !result.failures.isEmpty {
      key("failures")
      beginArray()
      for failure in result.failures { self.failure(failure, map) }
      endArray()
    }
    if !result.notes.isEmpty {
      key("notes")
      strings(result.notes)
    }
    endObject()
  }

  private mutating func failure(_ failure: FactFailure, _ map: OffsetMap) {
    beginObject()
    key("status")
    string(failure.status.rawValue)
    place(failure.place)
    if let subject = failure.subject {
      key("subject")
      string(subject)
    }
    if let want = failure.want {
      key("want")
      beginObject()
      span(want.span, want.text, map)
      endObject()
    }
    if let got = failure.got {
      key("got")
      found(got, map)
    }
    if !failure.fields.isEmpty {
      key("fields")
      beginArray()
      for field in failure.fields {
        beginObject()
        key("name")
        string(field.name)
        key("want")
        optional(field.want)
        key("got")
        optional(field.got)
        endObject()
      }
      endArray()
    }
    if !failure.takers.isEmpty {
      key("taken_by")
      beginArray()
      for taker in failure.takers { found(taker, map) }
      endArray()
    }
    if !failure.lines.isEmpty {
      key("difference")
      strings(failure.lines.map(\.description))
    }
    if !failure.notes.isEmpty {
      key("notes")
      strings(failure.notes)
    }
    endObject()
  }

  private mutating func found(_ fact: FoundFact, _ map: OffsetMap) {
    beginObject()
    key("rule")
    string(fact.rule)
    key("kind")
    optional(fact.kind)
    span(fact.span, fact.text, map)
    endObject()
  }

  private mutating func span(_ span: TextSpan, _ text: String, _ map: OffsetMap) {
    let (start, end) = map.range(of: span)
    key("span")
    beginObject()
    key("start")
    integer(start)
    key("end")
    integer(end)
    endObject()
    key("text")
    string(text)
  }

  private mutating func place(_ place: TestPlace) {
    key("file")
    string(place.path)
    key("line")
    integer(place.line)
    key("column")
    integer(place.column)
  }

  private mutating func strings(_ strings: [String]) {
    beginArray()
    for each in strings { string(each) }
    endArray()
  }

  private mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes a time with six digits after the point at most.
  private mutating func seconds(_ seconds: Double) {
    let millionths = Int((max(0, seconds) * 1e6).rounded())
    let rest = String(millionths % 1_000_000)
    let digits = String(repeating: "0", count: 6 - rest.count) + rest
    json("\(millionths / 1_000_000).\(digits)".utf8)
  }
}
