import RuleLanguage

/// Reads the files of a rule set from a folder.
enum RuleFolder {
  /// How the names of the files end.
  static let endings = [".rules", ".tsv", ".rbbi"]

  /// The `.rules`, `.tsv` and `.rbbi` files below a folder.
  ///
  /// - Throws: `CommandFailure` with status 2 where the folder holds no rules, 74 where a file cannot be read.
  static func sources(in folder: String) throws(CommandFailure) -> [RuleSource] {
    let files = try FolderWalk.files(in: folder) { name in
      endings.contains { name.hasSuffix($0) }
    }
    guard files.contains(where: { $0.path.hasSuffix(".rules") }) else {
      throw .usage("\(folder): there are no .rules files below this folder")
    }
    var sources: [RuleSource] = []
    for (path, _) in files {
      let place = FolderWalk.join(folder, path)
      sources.append(RuleSource(path: place, bytes: try ByteSource.bytes(of: place)))
    }
    return sources
  }
}
