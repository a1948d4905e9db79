import Glibc

/// Finds files below a folder.
enum FolderWalk {
  /// The files below a folder whose names are wanted.
  ///
  /// Paths are below the folder, in the order of their bytes. Names that start with a dot and links to folders
  /// are passed over.
  ///
  /// - Throws: `CommandFailure` with status 74 where a folder cannot be read.
  static func files(
    in folder: String,
    where isWanted: (String) -> Bool
  ) throws(CommandFailure) -> [(path: String, size: Int)] {
    var found: [(path: String, size: Int)] = []
    var folders = [""]
    while let below = folders.popLast() {
      for name in try names(in: below.isEmpty ? folder : join(folder, below)) {
        let path = below.isEmpty ? name : join(below, name)
        var status = stat()
        guard lstat(join(folder, path), &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(path)
        } else if isWanted(name), stat(join(folder, path), &status) == 0,
          status.st_mode & S_IFMT == S_IFREG
        {
          found.append((path, Int(status.st_size)))
        }
      }
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return found
  }

  /// A name in a folder, as a path.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a folder that do not start with a dot, in no order.
  private static func names(in folder: String) throws(CommandFailure) -> [String] {
    guard let stream = opendir(folder) else { throw .system("open", path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .system("read", path: folder) }
        return names
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
  }
}
