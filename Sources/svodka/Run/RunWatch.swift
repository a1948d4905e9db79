import FactTesting
import Glibc

/// A thread that waits for signals and for the time to tell how far a run is.
///
/// SIGINT and SIGTERM are blocked in all threads that start later, so that no call is interrupted half done.
final class RunWatch: Sendable {
  /// The time that documents in hand have to be finished in, in seconds.
  private static let grace = 0.7

  private let tick: Double
  private let onTick: @Sendable () -> Void
  private let onDeadline: @Sendable () -> Void

  /// Makes a watch.
  ///
  /// - Parameters:
  ///   - tick: The time between calls of `onTick` in seconds; 0 for none.
  ///   - onDeadline: Called, before the process ends, where documents in hand take too long after a signal.
  init(
    tick: Double,
    onTick: @escaping @Sendable () -> Void,
    onDeadline: @escaping @Sendable () -> Void
  ) {
    self.tick = tick
    self.onTick = onTick
    self.onDeadline = onDeadline
  }

  /// Starts to watch, until the process ends.
  func start() throws(CommandFailure) {
    try Interruption.prepare()
    var signals = Self.signals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    do throws(SystemThread.Failure) {
      try SystemThread { self.watch() }.detach()
    } catch {
      throw .system("start", path: "a thread", code: error.code)
    }
  }

  /// The signals that ask a run to end, without those that the parent wants ignored, as `nohup` does.
  private static func signals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1 {
        sigaddset(&signals, number)
      }
    }
    return signals
  }

  private func watch() {
    while true {
      if let signal = Self.wait(seconds: tick > 0 ? tick : 3600) {
        Interruption.request(signal: signal)
        // Who asks twice does not want to wait.
        if Self.wait(seconds: Self.grace) == nil { onDeadline() }
        _exit(Interruption.failure.status.rawValue)
      }
      if tick > 0 { onTick() }
    }
  }

  /// The next signal; nil if there is none in time.
  private static func wait(seconds: Double) -> Int32? {
    var signals = signals()
    let whole = Int(seconds)
    var time = timespec(tv_sec: whole, tv_nsec: Int((seconds - Double(whole)) * 1e9))
    while true {
      let signal = sigtimedwait(&signals, nil, &time)
      if signal > 0 { return signal }
      if errno != EINTR { return nil }
    }
  }
}
