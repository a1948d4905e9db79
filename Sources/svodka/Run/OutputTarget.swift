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
}
