import FactTesting
import Glibc
import TextEngine

/// Finds case files and articles with their records, and the lists of known gaps beside them.
struct TestFolder {
  /// How the names of the files end that a folder is looked through for.
  static let endings = [".cases", ".txt", GoldenArticle.recordEnding]

  /// The rules that the cases are for.
  let program: RuleProgram

  /// Adds to a plan what paths name, and what stands below the folders that they name, by the order of the paths.
  ///
  /// A folder that holds a `.facts.json` is one of articles: each `.txt` in it is one.
  ///
  /// - Throws: `CommandFailure` with status 74 where something cannot be read, 2 where there is nothing to run.
  func add(_ paths: [String], to plan: inout TestPlan) throws(CommandFailure) {
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else { throw .system("open", path: path) }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        try add(file: path, to: &plan)
        continue
      }
      let names = try FolderWalk.files(in: path) { name in
        Self.endings.contains { name.hasSuffix($0) }
      }.map(\.path)
      let before = plan.items.count
      let articles = Set(names.filter { $0.hasSuffix(GoldenArticle.recordEnding) }.map(Self.folder))
      let all = Set(names)
      for name in names {
        let isWanted =
          if name.hasSuffix(".cases") {
            true
          } else if name.hasSuffix(".txt") {
            articles.contains(Self.folder(name)) && Self.name(name) != Self.gapList
          } else {
            // With its text it is one article, which comes with that name.
            !all.contains(Self.text(ofRecord: name))
          }
        if isWanted { try add(file: FolderWalk.join(path, name), to: &plan) }
      }
      if plan.items.count == before {
        throw .usage(
          "\(path): there are no .cases files below this folder, and no .txt with a .facts.json beside it"
        )
      }
    }
  }

  private func add(file path: String, to plan: inout TestPlan) throws(CommandFailure) {
    let folders = try Self.folders(around: path)
    let gaps = try Self.gaps(in: folders)
    if path.hasSuffix(GoldenArticle.recordEnding) {
      try add(article: Self.text(ofRecord: path), gaps: gaps, to: &plan)
    } else if path.hasSuffix(".txt") {
      try add(article: path, gaps: gaps, to: &plan)
    } else {
      let bytes = try ByteSource.bytes(of: path)
      do throws(InvalidUTF8) {
        let text = try SourceText(validating: bytes)
        let all = TextSpan(start: 0, end: text.count)
        let file = CaseFile(text.string(in: all), path: path, kind: folders.last ?? "")
        plan.add(file, gaps: gaps, for: program)
      } catch {
        plan.add(
          CaseFault(
            path: path,
            line: bytes.prefix(error.offset).count { $0 == 0x0A } + 1,
            column: 1,
            message: "byte \(error.offset + 1) of the file is not UTF-8",
            source: ""
          )
        )
      }
    }
  }

  private func add(
    article path: String,
    gaps: KnownGaps,
    to plan: inout TestPlan
  ) throws(CommandFailure) {
    let record = GoldenArticle.recordPath(ofText: path)
    let article = GoldenArticle(
      textPath: path,
      text: try Self.bytesIfAny(of: path),
      record: try Self.bytesIfAny(of: record).map { String(decoding: $0, as: UTF8.self) }
    )
    plan.add(article, gaps: gaps)
  }

  // MARK: Names

  /// The name of the list of cases that are known not to hold.
  static let gapList = "known-gaps.txt"

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path of the text that a record belongs to.
  static func text(ofRecord path: String) -> String {
    String(path.dropLast(GoldenArticle.recordEnding.count)) + ".txt"
  }

  /// The folders that a file stands in, from the root.
  private static func folders(around path: String) throws(CommandFailure) -> [String] {
    // The folder's own name is wanted, also where the path is `.` or `near-misses.cases`.
    guard let whole = realpath(path, nil) else { throw .system("open", path: path) }
    defer { free(whole) }
    return String(cString: whole).split(separator: "/").dropLast().map(String.init)
  }

  /// The paths where a file's list of known gaps may be: in its folder, and in the one above.
  static func gapLists(in folders: [String]) -> [String] {
    (0..<2).compactMap { above in
      above < folders.count
        ? "/" + (folders.dropLast(above) + [gapList]).joined(separator: "/") : nil
    }
  }

  private static func gaps(in folders: [String]) throws(CommandFailure) -> KnownGaps {
    for list in gapLists(in: folders) where access(list, F_OK) == 0 {
      return KnownGaps(String(decoding: try ByteSource.bytes(of: list), as: UTF8.self))
    }
    return KnownGaps()
  }

  // MARK: Reading

  private static func bytesIfAny(of path: String) throws(CommandFailure) -> [UInt8]? {
    access(path, F_OK) == 0 ? try ByteSource.bytes(of: path) : nil
  }
}
