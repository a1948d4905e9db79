import Glibc

/// Opens a file for one writer.
enum FileLock {
  /// Opens a file, which need not exist, and locks it until it is closed.
  ///
  /// - Throws: `CommandFailure` with status 75 where another process has the lock.
  static func open(_ path: String) throws(CommandFailure) -> Int32 {
    while true {
      let descriptor = Descriptor.retrying {
        Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
      }
      guard descriptor >= 0 else { throw .system("create", path: path) }
      do throws(CommandFailure) {
        try lock(descriptor, path)
        if try isStill(descriptor, at: path) { return descriptor }
      } catch {
        close(descriptor)
        throw error
      }
      // Whoever had the lock has renamed or removed the file since it was opened here.
      close(descriptor)
    }
  }

  private static func lock(_ descriptor: Int32, _ path: String) throws(CommandFailure) {
    guard Descriptor.retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 else { return }
    guard errno == EWOULDBLOCK else { throw .system("lock", path: path) }
    throw CommandFailure(status: .busy, message: "another process is writing \(path)")
  }

  private static func isStill(_ descriptor: Int32, at path: String) throws(CommandFailure) -> Bool {
    var (opened, named) = (stat(), stat())
    guard fstat(descriptor, &opened) == 0 else { throw .system("lock", path: path) }
    guard stat(path, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
