import Glibc

/// A thread of the system, which is joined or detached once.
package struct SystemThread {
  /// What the system says where it starts no thread.
  package struct Failure: Error {
    /// The code of the error, as in `errno`.
    package let code: Int32
  }

  /// The work of a thread, as an object that the system can carry.
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// Starts a thread.
  package init(_ work: @escaping @Sendable () -> Void) throws(Failure) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Work(work)).toOpaque()
    let status = pthread_create(
      &thread,
      nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      },
      context
    )
    guard status == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      throw Failure(code: status)
    }
    self.thread = thread
  }

  /// Waits until its work is done.
  package func join() { pthread_join(thread, nil) }

  /// Leaves it to itself.
  package func detach() { pthread_detach(thread) }
}
