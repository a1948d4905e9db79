import Glibc

/// The time since some moment before the start of the process.
enum Clock {
  /// The time in seconds; it does not jump when the clock on the wall is set.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
