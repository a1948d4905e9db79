import Glibc
import Synchronization

/// The end of a run's line: writes results and counts them, one at a time.
///
/// `output` and `journal` are guarded by `mutex`; the counts can be had while a write waits for a slow reader.
final class Delivery: @unchecked Sendable {
  private let output: OutputFile
  private var journal: RunJournal?
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let shown: Mutex<RunCounts>
  /// What stands for the input of all that was written, where the run keeps account of it.
  private(set) var inputHash: UInt64

  /// Delivers to `output`.
  ///
  /// - Parameter before: What an earlier run has written there.
  init(output: OutputFile, journal: RunJournal? = nil, before: Checkpoint? = nil) {
    self.output = output
    self.journal = journal
    shown = Mutex(before?.counts ?? RunCounts())
    inputHash = before?.inputHash ?? StreamHash().value
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// What was written so far.
  var counts: RunCounts { shown.withLock { $0 } }

  /// Writes a result; results come in order and never two at once.
  ///
  /// - Throws: `CommandFailure`, also behind a result that a request to end has cut short.
  func deliver(_ result: WorkResult) throws(CommandFailure) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    try output.write(result.output)
    let counts = shown.withLock { counts in
      counts += result.counts
      return counts
    }
    // The checkpoint stays where it is then: it speaks of whole items.
    guard result.isComplete else { throw Interruption.failure }
    guard let hash = result.inputHash else { return }
    inputHash = hash
    try journal?.advance(to: counts, inputHash: hash)
  }

  /// Gives the output its name.
  func finish() throws(CommandFailure) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    try journal?.finish()
  }

  /// Keeps what a failed run has done, for a later one.
  ///
  /// - Returns: Whether a later run can go on.
  @discardableResult
  func keepForLater() -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    journal?.keepForLater()
    return journal?.isSaved ?? false
  }

  /// Does the same unless a write is in the way.
  func keepForLaterIfPossible() {
    guard pthread_mutex_trylock(mutex) == 0 else { return }
    defer { pthread_mutex_unlock(mutex) }
    journal?.keepForLater()
  }
}
