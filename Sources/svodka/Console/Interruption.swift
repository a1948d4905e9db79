import Glibc
import Synchronization

/// A request from outside, by SIGINT or SIGTERM, to end a run early.
///
/// Nothing here does anything before `prepare`: commands that do not ask for it end by the signals themselves.
enum Interruption {
  private static let number = Atomic<Int32>(0)
  /// The end of a pipe that becomes readable with the request; -1 where nobody prepared for one.
  private static let wakeUp = Atomic<Int32>(-1)
  private static let trigger = Atomic<Int32>(-1)

  /// Whether there is a request; workers ask before each document.
  static var isRequested: Bool { number.load(ordering: .relaxed) != 0 }

  /// The end of the run as its caller sees it.
  static var failure: CommandFailure {
    let isTermination = number.load(ordering: .relaxed) == SIGTERM
    return CommandFailure(
      status: isTermination ? .terminated : .interrupted,
      message: isTermination ? "ended by SIGTERM" : "interrupted"
    )
  }

  /// Makes waiting for input end with a request.
  ///
  /// - Throws: `CommandFailure` with status 74 where the system has no pipe left.
  static func prepare() throws(CommandFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("make", path: "a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakeUp.store(ends[0], ordering: .relaxed)
    trigger.store(ends[1], ordering: .relaxed)
  }

  /// Makes the request.
  static func request(signal: Int32) {
    number.store(signal, ordering: .relaxed)
    var byte: UInt8 = 0
    _ = write(trigger.load(ordering: .relaxed), &byte, 1)
  }

  /// Waits until a descriptor can be read.
  ///
  /// - Throws: `failure` where a request comes first.
  static func awaitInput(_ descriptor: Int32) throws(CommandFailure) {
    let wakeUp = wakeUp.load(ordering: .relaxed)
    guard wakeUp >= 0 else { return }
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0),
    ]
    while !isRequested {
      // Any answer about the descriptor will do, a fault too: reading it tells which.
      if poll(&watched, 2, -1) > 0, watched[0].revents != 0 { break }
      // What cannot be waited for is read without.
      if errno != EINTR, watched[1].revents == 0 { break }
    }
    if isRequested { throw failure }
  }
}
