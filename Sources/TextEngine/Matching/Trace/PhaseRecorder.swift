/// Counts and times what the rules of a phase do while it runs.
final class PhaseRecorder {
  var record: PhaseRecord
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant

  init(phase: Int, ruleCount: Int) {
    record = PhaseRecord(phase: phase, ruleCount: ruleCount)
    start = clock.now
  }

  /// A rule is tried.
  func begin() { start = clock.now }

  /// The try of a rule, by its place in the phase, is over.
  func end(_ rule: Int) {
    record.rules[rule].tries += 1
    record.rules[rule].time += start.duration(to: clock.now)
  }
}
