import FactTesting
import Foundation

/// The folder `Fixtures` of the package.
enum Fixtures {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Whether expectations are to be rewritten; a run that does so fails.
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  static let gapList = folder.appending(path: "known-gaps.txt")
  static let gaps = KnownGaps((try? text(of: gapList)) ?? "")

  static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// All case files, in the order of their paths.
  static let caseFiles: [CaseFile] = {
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]) ?? []
    return paths.filter { $0.hasSuffix(".cases") }.sorted().compactMap { path in
      let file = folder.appending(path: path)
      guard let text = try? text(of: file) else { return nil }
      return CaseFile(
        text,
        path: file.path,
        kind: file.deletingLastPathComponent().lastPathComponent
      )
    }
  }()

  /// The names of the articles, without `.txt`.
  static let articles: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "articles").path
    )
    return (names ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()
}
