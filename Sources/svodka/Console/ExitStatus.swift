/// What the process tells its caller.
enum ExitStatus: Int32 {
  /// All done; documents that failed are error records in the output.
  case done = 0
  /// An error record under `--strict`, a test or a check that failed.
  case failed = 1
  /// Wrong usage or a faulty rule file, found before any input is read, or a run that cannot be resumed.
  case usage = 2
  /// Input or output failed (`EX_IOERR`).
  case inputOutput = 74
  /// Another process writes the same output (`EX_TEMPFAIL`).
  case busy = 75
  /// The user ended what would have gone on, as a shell reports it (128 + SIGINT).
  case interrupted = 130
  /// The reader of the output went away, as a shell reports it (128 + SIGPIPE).
  case brokenPipe = 141
  /// The system or a scheduler ended what would have gone on (128 + SIGTERM).
  case terminated = 143
}
