import Glibc

/// Where the records go: standard output, or a file that appears under its name when it is complete.
final class OutputFile {
  private let descriptor: Int32
  private let name: String
  /// The file's final path; nil where the output is written in place.
  private let finalPath: String?

  private var partPath: String { name + ".part" }

  /// Takes standard output.
  init() {
    descriptor = STDOUT_FILENO
    name = "standard output"
    finalPath = nil
  }

  /// Opens `path` for output.
  ///
  /// A regular file is written as `path.part` and renamed at the end; a device or pipe is written in place.
  ///
  /// - Throws: `CommandFailure` with status 2 where the file exists and `isForced` is false, else 74.
  init(path: String, isForced: Bool) throws(CommandFailure) {
    var status = stat()
    var path = path
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        name = path
        finalPath = nil
        descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path: path) }
        return
      }
      guard isForced else { throw .usage("\(path) exists; --force replaces it") }
      // A link keeps pointing to what is replaced.
      if let target = realpath(path, nil) {
        path = String(cString: target)
        free(target)
      }
    }
    name = path
    finalPath = path
    descriptor = Glibc.open(path + ".part", O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system("create", path: path + ".part") }
    // Emptied only once it is ours: another run may be writing the same file.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .system("lock", path: path + ".part")
    }
    guard ftruncate(descriptor, 0) == 0 else { throw .system("empty", path: path + ".part") }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try Descriptor.write(bytes, to: descriptor, named: finalPath == nil ? name : partPath)
  }

  /// Makes the output appear under its name, on the disk and not just in its cache.
  func publish() throws(CommandFailure) {
    guard let finalPath else { return }
    guard fsync(descriptor) == 0 else { throw .system("write to", path: partPath) }
    guard rename(partPath, finalPath) == 0 else { throw .system("rename", path: partPath) }
    close(descriptor)
    let folder = finalPath.utf8.lastIndex(of: UInt8(ascii: "/")).map { finalPath[...$0] } ?? "."
    let opened = Glibc.open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    // Not every file system can do this for a folder; the file itself is safe by now.
    fsync(opened)
    close(opened)
  }

  /// Removes what was written so far.
  func discard() {
    if finalPath != nil { unlink(partPath) }
  }
}
