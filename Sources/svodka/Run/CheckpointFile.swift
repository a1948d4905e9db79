import Glibc

/// The file beside an output that tells how far the run has come; only who has locked the part writes it.
struct CheckpointFile {
  /// Its path.
  let path: String

  /// Makes the one of an output.
  init(of output: OutputTarget) {
    path = output.checkpointPath
  }

  private var newPath: String { path + ".new" }

  /// Whether there is one.
  var exists: Bool { access(path, F_OK) == 0 }

  /// The checkpoint; nil if there is none.
  ///
  /// - Throws: `CommandFailure` with status 74 where it cannot be read, 2 where it is no checkpoint.
  func read() throws(CommandFailure) -> Checkpoint? {
    guard exists else { return nil }
    let bytes = try ByteSource.bytes(of: path)
    guard let checkpoint = Checkpoint(text: String(decoding: bytes, as: UTF8.self)) else {
      throw .usage(
        "cannot resume: \(path) is no checkpoint of this version; --force without --resume starts over"
      )
    }
    return checkpoint
  }

  /// Replaces the checkpoint as a whole: after a crash there is the old one or the new one.
  func write(_ checkpoint: Checkpoint) throws(CommandFailure) {
    try Descriptor.replaceFile(path, by: Array(checkpoint.text.utf8), through: newPath)
  }

  /// Removes the checkpoint, if there is one.
  func remove() throws(CommandFailure) {
    unlink(newPath)
    guard Descriptor.retrying({ unlink(path) }) == 0 || errno == ENOENT else {
      throw .system("remove", path: path)
    }
  }
}
