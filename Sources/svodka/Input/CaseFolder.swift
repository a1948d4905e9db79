import FactTesting
import Glibc

/// Finds case files and the lists of known gaps beside them.
enum CaseFolder {
  /// The case files that paths name, or that stand below the folders they name, each with its known gaps.
  ///
  /// - Throws: `CommandFailure` with status 74 where something cannot be read, 2 where there is no case file.
  static func files(
    _ paths: [String]
  ) throws(CommandFailure) -> [(file: CaseFile, gaps: KnownGaps)] {
    var found: [(file: CaseFile, gaps: KnownGaps)] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else { throw .system("open", path: path) }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        found.append(try file(path))
        continue
      }
      let below = try FolderWalk.files(in: path) { $0.hasSuffix(".cases") }
      if below.isEmpty { throw .usage("\(path): there are no .cases files below this folder") }
      for (name, _) in below { found.append(try file(FolderWalk.join(path, name))) }
    }
    return found
  }

  private static func file(
    _ path: String
  ) throws(CommandFailure) -> (file: CaseFile, gaps: KnownGaps) {
    let text = try text(of: path)
    // The folder's own name is wanted, also where the path is `.` or `near-misses.cases`.
    guard let whole = realpath(path, nil) else { throw .system("open", path: path) }
    defer { free(whole) }
    var folders = String(cString: whole).split(separator: "/").dropLast()
    let kind = folders.last.map(String.init) ?? ""
    var gaps = KnownGaps()
    for _ in 0..<2 where !folders.isEmpty {
      let list = "/" + folders.joined(separator: "/") + "/known-gaps.txt"
      if access(list, R_OK) == 0 {
        gaps = KnownGaps(try Self.text(of: list))
        break
      }
      folders.removeLast()
    }
    return (CaseFile(text, path: path, kind: kind), gaps)
  }

  private static func text(of path: String) throws(CommandFailure) -> String {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes) > 0 {}
    return String(decoding: bytes, as: UTF8.self)
  }
}
