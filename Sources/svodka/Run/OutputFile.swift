import Glibc

/// Where the records go: standard output, or a file that appears under its name when it is complete.
///
/// Until then the records are in `FILE.part`, which is locked: of two runs with one output, one ends with status 75.
final class OutputFile {
  private let descriptor: Int32
  /// What the output is called in messages.
  let name: String
  /// The file's final path; nil where the output is written in place.
  let finalPath: String?
  /// The number of bytes written, and what stands for them where a run keeps account.
  private(set) var length = 0
  private(set) var hash = StreamHash()
  /// Whether account is kept of the bytes.
  var isHashed = false

  /// The path that is written to before the file is complete.
  var partPath: String { OutputTarget.partPath(of: name) }

  /// Takes standard output.
  init() {
    descriptor = STDOUT_FILENO
    name = "standard output"
    finalPath = nil
  }

  /// Opens `path` for output, behind what it holds already if there is a `.part` of before.
  ///
  /// Devices and pipes are written in place.
  ///
  /// - Throws: `CommandFailure` with status 2 where the file exists and is not to be replaced, 75 where another
  ///   run writes it.
  init(path: String, isForced: Bool) throws(CommandFailure) {
    let target = try OutputTarget(path: path)
    name = target.path
    guard target.isRegular else {
      finalPath = nil
      descriptor = Descriptor.retrying { Glibc.open(path, O_WRONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw .system("open", path: path) }
      return
    }
    finalPath = target.path
    guard isForced || target.size == nil else { throw Self.exists(path) }
    descriptor = try FileLock.open(target.partPath)
    // Looked at again: a run that had the lock before may have finished meanwhile.
    if !isForced, access(target.path, F_OK) == 0 {
      unlink(target.partPath)
      throw Self.exists(path)
    }
  }

  private static func exists(_ path: String) -> CommandFailure {
    .usage("\(path) exists; --force replaces it")
  }

  deinit { if descriptor != STDOUT_FILENO { close(descriptor) } }

  /// Empties the part.
  func startOver() throws(CommandFailure) {
    guard finalPath != nil else { return }
    guard Descriptor.retrying({ ftruncate(descriptor, 0) }) == 0 else {
      throw .system("empty", path: partPath)
    }
  }

  /// Goes on behind the first bytes of the part.
  ///
  /// - Throws: `CommandFailure` with status 2 where they are not those that were written.
  func goOn(behind count: Int, hash expected: UInt64) throws(CommandFailure) {
    let source = try ByteSource(path: partPath)
    var piece: [UInt8] = []
    while length < count {
      piece.removeAll(keepingCapacity: true)
      guard try source.read(into: &piece) > 0 else { break }
      if length + piece.count > count { piece.removeLast(length + piece.count - count) }
      hash.append(piece)
      length += piece.count
    }
    guard length == count, hash.value == expected else {
      throw .usage(
        "cannot resume: \(partPath) is not what the run wrote; --force without --resume starts over"
      )
    }
    guard Descriptor.retrying({ ftruncate(descriptor, off_t(count)) }) == 0,
      lseek(descriptor, off_t(count), SEEK_SET) >= 0
    else { throw .system("cut", path: partPath) }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try Descriptor.write(bytes, to: descriptor, named: finalPath == nil ? name : partPath)
    length += bytes.count
    if isHashed { hash.append(bytes) }
  }

  /// Waits until all is on the disk and not just in its cache.
  func sync() throws(CommandFailure) {
    guard finalPath != nil else { return }
    try Descriptor.sync(descriptor, named: partPath)
  }

  /// Makes the output appear under its name.
  func publish() throws(CommandFailure) {
    guard let finalPath else { return }
    try sync()
    guard Descriptor.retrying({ rename(partPath, finalPath) }) == 0 else {
      throw .system("rename", path: partPath)
    }
    Descriptor.syncFolder(of: finalPath)
  }

  /// Removes what was written so far.
  func discard() {
    if finalPath != nil { unlink(partPath) }
  }
}
