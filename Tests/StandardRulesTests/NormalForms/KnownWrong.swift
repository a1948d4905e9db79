import FactTesting
import Foundation
import Testing

/// The lists of what is not right yet, which are compared with what comes out.
enum KnownWrong {
  /// Compares a list with its file, so that gains are seen as well as losses; rewrites it where asked to.
  static func compare(_ lines: [String], file name: String) throws {
    let file = InflectedName.folder.appending(path: name)
    if Fixtures.isUpdating {
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
      Issue.record("rewrote \(name)")
      return
    }
    let known = (try? Fixtures.text(of: file)) ?? ""
    let old = Set(known.split(separator: "\n").map(String.init))
    let new = Set(lines)
    let lost = new.subtracting(old).sorted().joined(separator: "\n")
    let gained = old.subtracting(new).sorted().joined(separator: "\n")
    #expect(lost.isEmpty, "wrong now:\n\(lost)")
    #expect(gained.isEmpty, "right now, run UPDATE_GOLDEN=1 swift test:\n\(gained)")
  }
}
