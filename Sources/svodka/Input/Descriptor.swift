import Glibc

/// Reading and writing file descriptors to the end, whatever the system does half.
enum Descriptor {
  /// Writes all bytes, over short writes and interrupted calls.
  ///
  /// - Throws: `CommandFailure` with status 141 where the reader went away, else 74.
  static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    named name: String
  ) throws(CommandFailure) {
    var written = 0
    while written < bytes.count {
      let rest = written
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + rest }, buffer.count - rest)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw CommandFailure(status: .brokenPipe, message: nil)
      } else if errno == EAGAIN {
        waitUntilReady(descriptor, POLLOUT)
      } else if errno != EINTR {
        throw .system("write to", path: name)
      }
    }
  }

  /// Waits until a descriptor is ready that whoever started the process has made non-blocking, as Node does.
  private static func waitUntilReady(_ descriptor: Int32, _ events: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    poll(&watched, 1, -1)
  }

  /// Makes a call to the system again for as long as a signal interrupts it.
  static func retrying(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// Opens a file for reading.
  static func open(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = retrying { Glibc.open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system("open", path: path) }
    return descriptor
  }

  /// Reads what there is, up to the size of `buffer`; 0 at the end of the file.
  ///
  /// - Throws: `CommandFailure`, also where a run is asked to end while it waits for input.
  static func read(
    _ descriptor: Int32,
    into buffer: UnsafeMutableRawBufferPointer,
    named name: String
  ) throws(CommandFailure) -> Int {
    while true {
      try Interruption.awaitInput(descriptor)
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        waitUntilReady(descriptor, POLLIN)
      } else if errno != EINTR {
        throw .system("read", path: name)
      }
    }
  }
}
