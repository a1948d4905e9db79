import TextEngine

/// The ids of a document's facts, one after another: `person:12-25`.
struct FactIDs {
  private var bytes: [UInt8] = []
  /// Where each id ends.
  private var ends: [Int] = []

  /// Makes the ids of facts of kinds with these names.
  init(_ facts: [Fact], kinds: [[UInt8]], _ offsets: OffsetMap) {
    ends.reserveCapacity(facts.count)
    bytes.reserveCapacity(facts.count * 24)
    for fact in facts {
      let span = offsets.range(of: fact.span)
      bytes.append(contentsOf: kinds[fact.schema])
      bytes.append(UInt8(ascii: ":"))
      JSONWriter.append(span.start, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      JSONWriter.append(span.end, to: &bytes)
      ends.append(bytes.count)
    }
  }

  /// Writes the id of a fact as a value, or `null` where there is no such fact.
  func write(_ fact: Int, to json: inout JSONWriter) {
    guard ends.indices.contains(fact) else { return json.null() }
    let start = fact > 0 ? ends[fact - 1] : 0
    json.string(utf8: bytes.span.extracting(start..<ends[fact]))
  }
}
