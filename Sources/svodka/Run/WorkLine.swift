import FactTesting
import Glibc

/// Workers that take items in order and a sink that gets their results in the same order.
///
/// A window bounds the items in flight, so that memory does not grow with the input, whatever the speed of
/// reader, workers and sink. Threads are started when there is work that no idle one takes.
///
/// `submit` and `finish` are called from one thread. All state is guarded by `mutex`, except what only the
/// thread that set `isDelivering` touches.
final class WorkLine: @unchecked Sendable {
  /// Does one item; each thread has its own, made by the factory.
  typealias Process = (WorkItem) -> WorkResult
  /// Takes the results, in order.
  typealias Deliver = (WorkResult) throws(CommandFailure) -> Void

  private let makeProcess: @Sendable () -> Process
  private let deliver: Deliver
  private let jobs: Int
  private let window: Int

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let workCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let resultLeft = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private var waiting: [(number: Int, item: WorkItem)] = []
  private var results: [Int: WorkResult] = [:]
  private var submitted = 0
  private var delivered = 0
  private var isDelivering = false
  private var isClosed = false
  private var failure: CommandFailure?
  private var idleThreads = 0
  private var threads: [SystemThread] = []

  /// Makes a line of up to `jobs` threads.
  init(jobs: Int, makeProcess: @escaping @Sendable () -> Process, deliver: @escaping Deliver) {
    self.jobs = jobs
    self.makeProcess = makeProcess
    self.deliver = deliver
    window = jobs * 3
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(workCame, nil)
    pthread_cond_init(resultLeft, nil)
  }

  deinit {
    pthread_cond_destroy(resultLeft)
    pthread_cond_destroy(workCame)
    pthread_mutex_destroy(mutex)
    resultLeft.deallocate()
    workCame.deallocate()
    mutex.deallocate()
  }

  /// Hands in the next item; waits while the window is full.
  ///
  /// - Throws: What delivering an earlier result threw.
  func submit(_ item: WorkItem) throws(CommandFailure) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while submitted - delivered >= window, failure == nil { pthread_cond_wait(resultLeft, mutex) }
    if let failure { throw failure }
    waiting.append((submitted, item))
    submitted += 1
    if idleThreads < waiting.count, threads.count < jobs { try startThread() }
    pthread_cond_signal(workCame)
  }

  /// Waits until all that was handed in is delivered.
  ///
  /// - Throws: What delivering a result threw.
  func finish() throws(CommandFailure) {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(workCame)
    let started = threads
    pthread_mutex_unlock(mutex)
    for thread in started { thread.join() }
    if let failure { throw failure }
  }

  private func startThread() throws(CommandFailure) {
    do throws(SystemThread.Failure) {
      threads.append(try SystemThread { self.work() })
    } catch {
      // Fewer threads than asked for do the same work.
      if threads.isEmpty { throw .system("start", path: "a thread", code: error.code) }
    }
  }

  private func work() {
    let process = makeProcess()
    while let (number, item) = takeItem() {
      let result = process(item)
      pthread_mutex_lock(mutex)
      results[number] = result
      deliverReady()
      pthread_mutex_unlock(mutex)
    }
  }

  private func takeItem() -> (Int, WorkItem)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty, !isClosed, failure == nil {
      idleThreads += 1
      pthread_cond_wait(workCame, mutex)
      idleThreads -= 1
    }
    // The window keeps this short, so taking from the front costs nothing that counts.
    return waiting.isEmpty || failure != nil ? nil : waiting.removeFirst()
  }

  /// Delivers the results whose turn it is; called and left with the mutex held, which is open meanwhile.
  private func deliverReady() {
    guard !isDelivering else { return }
    isDelivering = true
    while failure == nil, let result = results.removeValue(forKey: delivered) {
      pthread_mutex_unlock(mutex)
      var fault: CommandFailure?
      do throws(CommandFailure) { try deliver(result) } catch { fault = error }
      pthread_mutex_lock(mutex)
      delivered += 1
      if let fault {
        failure = fault
        pthread_cond_broadcast(workCame)
      }
      pthread_cond_broadcast(resultLeft)
    }
    isDelivering = false
  }
}
