import FactTesting
import Foundation
import TextEngine

/// The sentences of `Fixtures/normal-forms/carriers.txt`.
struct CarrierSentences {
  private var sentences: [String: [String]] = [:]

  /// Reads the file.
  init() throws {
    let text = try Fixtures.text(of: InflectedName.folder.appending(path: "carriers.txt"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 3 else { continue }
      sentences[columns[0] + " " + columns[1], default: []].append(columns[2])
    }
  }

  /// A sentence with a name in a case, and the span of the name.
  ///
  /// - Parameter turn: A number that chooses among the sentences for the case.
  func sentence(
    _ kind: String,
    _ name: InflectedName,
    _ grammaticalCase: GoldCase,
    turn: Int
  ) -> (text: String, span: TextSpan)? {
    guard let place = GoldCase.allCases.firstIndex(of: grammaticalCase),
      let all = sentences[kind + " " + grammaticalCase.rawValue], !all.isEmpty
    else { return nil }
    let isSecond = name.trait == "fem" || name.trait == "plur"
    let sentence = BraceGroups.chosen(all[turn % all.count]) { isSecond ? $0.last : $0.first }
    let halves = sentence.components(separatedBy: "@")
    guard halves.count == 2 else { return nil }
    let form = name.forms[place]
    let start = halves[0].utf8.count
    return (
      halves[0] + form + halves[1], TextSpan(start: start, end: start + form.utf8.count)
    )
  }
}
