import Glibc

/// Files that are there as a whole or not at all.
extension Descriptor {
  /// Waits until what was written is on the disk.
  static func sync(_ descriptor: Int32, named name: String) throws(CommandFailure) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw .system("write to", path: name) }
  }

  /// Writes a file under another name and gives it its own when it is on the disk.
  static func replaceFile(
    _ path: String,
    by bytes: [UInt8],
    through newPath: String
  ) throws(CommandFailure) {
    let descriptor = try create(newPath)
    do throws(CommandFailure) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor, named: newPath)
      try sync(descriptor, named: newPath)
    } catch {
      unlink(newPath)
      throw error
    }
    guard retrying({ rename(newPath, path) }) == 0 else {
      let failure = CommandFailure.system("rename", path: newPath)
      unlink(newPath)
      throw failure
    }
    syncFolder(of: path)
  }

  /// Makes the name of a file outlast a power cut.
  static func syncFolder(of path: String) {
    let opened = Glibc.open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    // Not every file system can do this for a folder; what the file holds is safe by now.
    fsync(opened)
    close(opened)
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }

  private static func create(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = retrying {
      Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw .system("create", path: path) }
    return descriptor
  }
}
