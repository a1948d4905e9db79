import FactExtraction

/// How far a run is at a moment.
struct ProgressReport {
  /// What was done, by earlier runs too.
  var counts: RunCounts
  /// The bytes of input that earlier runs had done.
  var earlierBytes = 0
  /// The seconds since the start.
  var seconds: Double
  /// The bytes of all input, 0 where that is unknown.
  var totalBytes: Int

  /// The bytes a second since the start.
  private var rate: Double {
    // Where blocks end elsewhere than in the earlier run, this one may have come less far for a while.
    seconds > 0 ? max(0, Double(counts.bytes - earlierBytes) / seconds) : 0
  }

  private var secondsLeft: Int? {
    guard totalBytes > counts.bytes, rate > 0 else { return nil }
    let left = Double(totalBytes - counts.bytes) / rate
    // Nobody waits for a billion seconds, and an integer has an end.
    return left < 1e9 ? Int(left) + 1 : nil
  }

  /// A number with one decimal digit.
  private static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The line on a terminal: documents, megabytes a second, errors, and the time left if the whole is known.
  var line: String {
    var text = "\(counts.read) documents, \(Self.tenths(rate / 1e6)) MB/s"
    if counts.errors > 0 { text += ", \(counts.errors) error\(counts.errors == 1 ? "" : "s")" }
    if let left = secondsLeft {
      let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      text += hours > 0 ? ", \(hours):\(two(minutes))" : ", \(minutes)"
      text += ":\(two(seconds)) left"
    }
    return text
  }

  /// One line of JSON, without its end.
  var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("progress")
    json.beginObject()
    for (name, value) in [
      ("read", counts.read), ("written", counts.written), ("errors", counts.errors),
      ("bytes", counts.bytes), ("total_bytes", totalBytes > 0 ? totalBytes : nil),
    ] as [(String, Int?)] {
      json.key(name)
      if let value { json.integer(value) } else { json.null() }
    }
    json.key("seconds")
    json.json(Self.tenths(seconds).utf8)
    json.key("mb_per_second")
    json.json(Self.tenths(rate / 1e6).utf8)
    json.key("seconds_left")
    if let left = secondsLeft { json.integer(left) } else { json.null() }
    json.endObject()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
