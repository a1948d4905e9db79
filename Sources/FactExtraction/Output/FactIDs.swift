public import TextEngine

/// The ids of a document's facts, one after another: `"person:12-25"`.
///
/// Where several facts of a kind were read from the same words, as a post that two people hold, the second has
/// a `_2` behind its kind, and so on.
struct FactIDs {
  /// The ids with their quotation marks.
  private var bytes: [UInt8] = []
  /// Where each id ends.
  private var ends: [Int] = []
  /// The spans of the facts in the units of the output.
  private(set) var spans: [(start: Int, end: Int)] = []

  /// Makes the ids of facts of kinds with these names, which stand as the inside of a string of JSON.
  init(_ facts: [Fact], kinds: [[UInt8]], _ offsets: OffsetMap) {
    ends.reserveCapacity(facts.count)
    spans.reserveCapacity(facts.count)
    bytes.reserveCapacity(facts.count * 24)
    var number = 1
    for place in facts.indices {
      let span = offsets.range(of: facts[place].span)
      let isAnother =
        place > 0 && facts[place - 1].schema == facts[place].schema
        && facts[place - 1].span == facts[place].span
      number = isAnother ? number + 1 : 1
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: kinds[facts[place].schema])
      if number > 1 {
        bytes.append(UInt8(ascii: "_"))
        JSONWriter.append(number, to: &bytes)
      }
      bytes.append(UInt8(ascii: ":"))
      JSONWriter.append(span.start, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      JSONWriter.append(span.end, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      ends.append(bytes.count)
      spans.append(span)
    }
  }

  /// The ids without quotation marks.
  var strings: [String] {
    ends.indices.map { fact in
      let start = fact > 0 ? ends[fact - 1] : 0
      return String(decoding: bytes[(start + 1)..<(ends[fact] - 1)], as: UTF8.self)
    }
  }

  /// Writes the id of a fact as a value, or `null` where there is no such fact.
  func write(_ fact: Int, to json: inout JSONWriter) {
    guard ends.indices.contains(fact) else { return json.null() }
    let start = fact > 0 ? ends[fact - 1] : 0
    json.json(bytes[start..<ends[fact]])
  }
}

extension ExtractedDocument {
  /// The ids of the facts as the output has them.
  public func factIDs(of program: RuleProgram, _ offsets: OffsetMap) -> [String] {
    FactIDs(facts, kinds: program.schemas.map { Array($0.name.utf8) }, offsets).strings
  }
}
