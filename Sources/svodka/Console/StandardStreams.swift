import Glibc

/// The three streams that the process was started with.
enum StandardStreams {
  /// Puts the streams into the state that the rest of the command counts on.
  static func prepare() {
    // A write to a reader that went away shall fail with EPIPE, which becomes status 141 in all cases;
    // the signal's own default would depend on what the parent process left ignored.
    signal(SIGPIPE, SIG_IGN)
    // A file at the limit of its size is a write that fails, like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    // A file opened while 1 or 2 is closed would get that number, and messages would end up in it.
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 {
      // Opened the wrong way round, so that using the stream fails as it would if it were closed.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
