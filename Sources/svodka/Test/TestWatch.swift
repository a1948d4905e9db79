import Glibc

/// Runs tests again whenever a file of theirs changes, until the process is interrupted.
struct TestWatch {
  /// The time between two looks at the files, in microseconds.
  private static let pause: UInt32 = 500_000
  /// The changed files that are named; of many, such as after a change of branch, the rest is counted.
  private static let pathsShown = 5

  let session: TestSession
  let output: TestOutput

  /// Runs and watches; does not return.
  ///
  /// - Throws: `CommandFailure` where a path does not exist at the start, or standard output is gone.
  func run() throws(CommandFailure) {
    for path in session.settings.paths + [session.settings.rules].compactMap({ $0 })
    where access(path, F_OK) != 0 {
      throw .system("open", path: path)
    }
    // The default action would end the process by the signal itself; callers get a status to rely on.
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
    // Who started the process may have left the signal blocked.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    while true {
      // Taken before the run, so that what changes meanwhile starts the next.
      let stamps = FileStamps(session.settings)
      do throws(CommandFailure) {
        try output.publish(session.run())
      } catch {
        if error.status == .brokenPipe { throw error }
        if let message = error.message { Console.error(message) }
      }
      Console.message("watching \(stamps.count) files; Ctrl-C ends")
      var changes: [String] = []
      while changes.isEmpty {
        usleep(Self.pause)
        changes = FileStamps(session.settings).changes(since: stamps)
      }
      let rest = changes.count - Self.pathsShown
      let names = changes.prefix(Self.pathsShown).joined(separator: ", ")
      Console.message(
        Console.printable("\nchanged: \(names)" + (rest > 0 ? " and \(rest) more" : ""))
      )
    }
  }
}
