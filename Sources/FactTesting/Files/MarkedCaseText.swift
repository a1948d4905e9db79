import TextEngine

/// The text of a case with its marks taken out: `Акции [1:ПАО «Газпром»] выросли`.
///
/// Marks may nest; `\[` and `\]` are brackets of the text, `\\` is a backslash.
struct MarkedCaseText {
  /// A place in the file: the line from 0, the column from 1.
  typealias Place = (line: Int, column: Int)

  /// A mark that was opened and closed.
  struct Mark {
    var span: TextSpan
    var place: Place
  }

  /// The text without marks.
  private(set) var text = ""
  /// The marks by their numbers.
  private(set) var marks: [Int: Mark] = [:]
  /// What is wrong, and where.
  private(set) var faults: [(Place, String)] = []

  /// Reads the lines of a text.
  init(lines: ArraySlice<String>, firstLine: Int) {
    var bytes: [UInt8] = []
    var open: [(number: Int, start: Int, place: Place)] = []
    for (offset, line) in lines.enumerated() {
      if offset > 0 { bytes.append(UInt8(ascii: "\n")) }
      let scalars = Array(line.unicodeScalars)
      var index = 0
      while index < scalars.count {
        let place = (line: firstLine + offset, column: index + 1)
        switch scalars[index] {
        case "\\"
        where index + 1 < scalars.count && "[]\\".unicodeScalars.contains(scalars[index + 1]):
          bytes += UTF8.encode(scalars[index + 1]).map(Array.init) ?? []
          index += 2
          continue
        case "[":
          guard let (number, end) = Self.number(scalars, after: index) else {
            faults.append((place, "a mark is written `[1:…]`; a bracket of the text is `\\[`"))
            break
          }
          if marks[number] != nil || open.contains(where: { $0.number == number }) {
            faults.append((place, "mark \(number) stands twice"))
          }
          open.append((number, bytes.count, place))
          index = end
          continue
        case "]":
          guard let mark = open.popLast() else {
            faults.append((place, "`]` closes no mark; a bracket of the text is `\\]`"))
            break
          }
          if mark.start == bytes.count { faults.append((mark.place, "the mark is empty")) }
          marks[mark.number] = Mark(
            span: TextSpan(start: mark.start, end: bytes.count),
            place: mark.place
          )
        case let scalar: bytes += UTF8.encode(scalar).map(Array.init) ?? []
        }
        index += 1
      }
    }
    for mark in open { faults.append((mark.place, "mark \(mark.number) is not closed")) }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The number of a mark and the index after its colon.
  private static func number(_ scalars: [Unicode.Scalar], after index: Int) -> (Int, Int)? {
    var end = index + 1
    while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
    guard end < scalars.count, scalars[end] == ":",
      let number = Int(String(String.UnicodeScalarView(scalars[(index + 1)..<end])))
    else { return nil }
    return (number, end + 1)
  }
}
