import Glibc

/// What stands at the path that a user names as output.
struct OutputTarget {
  /// The path, followed through links: a link keeps pointing to what is replaced.
  let path: String
  /// Whether a file can appear there; devices and pipes are written in place.
  let isRegular: Bool
  /// The size of the file that is there.
  let size: Int?

  /// Looks at a path.
  ///
  /// - Throws: `CommandFailure` with status 74 where the path names no place for a file.
  init(path: String) throws(CommandFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .system("create", path: path) }
      self.path = path
      isRegular = true
      size = nil
      return
    }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = Int(status.st_size)
    guard isRegular, let target = realpath(path, nil) else {
      self.path = path
      return
    }
    self.path = String(cString: target)
    free(target)
  }

  /// The path of the file while it is not complete.
  var partPath: String { Self.partPath(of: path) }

  /// The path of a file while it is not complete.
  static func partPath(of path: String) -> String { path + ".part" }

  /// The path of the file that tells how far the run has come.
  var checkpointPath: String { path + ".checkpoint" }

  /// All paths that a run writes for this output.
  var filePaths: [String] { [path, partPath, checkpointPath, checkpointPath + ".new"] }

  /// Paths of files that need not exist, each as one of all the ways to write it.
  static func places(of paths: [String]) -> Set<String> {
    Set(
      paths.map { path in
        guard let folder = realpath(Descriptor.folder(of: path), nil) else { return path }
        defer { free(folder) }
        let name = path.split(separator: "/").last ?? ""
        return FolderWalk.join(String(cString: folder), String(name))
      }
    )
  }
}
