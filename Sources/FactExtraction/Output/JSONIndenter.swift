/// Lays out compact JSON for people.
///
/// Two blanks a level; an object or array of plain values stays on one line while it is short, so that a
/// span is not spread over four lines:
///
///     {
///       "kind": "number",
///       "span": {"start": 85, "end": 109}
///     }
public enum JSONIndenter {
  /// The longest object or array, in bytes as compact JSON, that stays on one line.
  private static let inlineLimit = 72

  /// Appends `compact`, which is one valid compact JSON value, to `output` with line breaks and blanks.
  ///
  /// - Complexity: O(*n*) in the length of `compact`.
  public static func append(_ compact: Span<UInt8>, to output: inout [UInt8]) {
    var depth = 0
    var index = 0
    var inlineEnd = 0
    while index < compact.count {
      let byte = compact[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(compact, from: index)
        compact.extracting(index..<end).withUnsafeBufferPointer { output.append(contentsOf: $0) }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        output.append(byte)
        if let end = endOfInline(compact, from: index) {
          inlineEnd = end
        } else {
          depth += 1
          breakLine(depth, in: &output)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if index >= inlineEnd {
          depth -= 1
          breakLine(depth, in: &output)
        }
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        if index >= inlineEnd {
          breakLine(depth, in: &output)
        } else {
          output.append(UInt8(ascii: " "))
        }
      case UInt8(ascii: ":"):
        output.append(byte)
        output.append(UInt8(ascii: " "))
      default: output.append(byte)
      }
      index += 1
    }
  }

  private static func breakLine(_ depth: Int, in output: inout [UInt8]) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
  }

  private static func endOfString(_ json: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < json.count {
      if json[index] == UInt8(ascii: "\"") { return index + 1 }
      index += json[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return json.count
  }

  /// The offset after the bracket that closes the one at `start`, if what is between is plain and short.
  private static func endOfInline(_ json: Span<UInt8>, from start: Int) -> Int? {
    let limit = min(json.count, start + inlineLimit)
    var index = start + 1
    while index < limit {
      switch json[index] {
      case UInt8(ascii: "}"), UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
      case UInt8(ascii: "\""): index = endOfString(json, from: index)
      default: index += 1
      }
    }
    return nil
  }
}
