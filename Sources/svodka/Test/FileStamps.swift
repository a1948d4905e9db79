import FactTesting
import Glibc

/// When the files of some rules and tests were last changed.
struct FileStamps: Equatable {
  /// What tells a file from its later state.
  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var number: UInt
  }

  private var stamps: [String: Stamp] = [:]

  /// Looks at the rule files, case files, articles and lists of known gaps that settings name.
  ///
  /// What cannot be read is not there: it may be on its way from an editor.
  init(_ settings: TestSettings) {
    if let rules = settings.rules { add(rules, endings: RuleFolder.endings) }
    if let lexicon = settings.lexicon { add(file: lexicon) }
    for path in settings.paths { add(path, endings: TestFolder.endings) }
  }

  /// The number of files.
  var count: Int { stamps.count }

  /// The paths of the files that have changed, came or went since, in the order of their bytes.
  func changes(since old: FileStamps) -> [String] {
    Set(stamps.keys).union(old.stamps.keys).filter { stamps[$0] != old.stamps[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, endings: [String]) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      let files = try? FolderWalk.files(in: path) { name in
        endings.contains { name.hasSuffix($0) }
      }
      for (name, _) in files ?? [] { add(file: FolderWalk.join(path, name)) }
      add(gapListsOf: FolderWalk.join(path, TestFolder.gapList))
      return
    }
    add(file: path)
    add(gapListsOf: path)
    if path.hasSuffix(GoldenArticle.recordEnding) {
      add(file: TestFolder.text(ofRecord: path))
    } else if path.hasSuffix(".txt") {
      add(file: GoldenArticle.recordPath(ofText: path))
    }
  }

  private mutating func add(gapListsOf path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    add(file: folder + TestFolder.gapList)
    add(file: folder + "../" + TestFolder.gapList)
  }

  private mutating func add(file path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    stamps[path] = Stamp(
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size),
      number: UInt(status.st_ino)
    )
  }
}
