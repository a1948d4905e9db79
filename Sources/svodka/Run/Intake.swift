/// Takes the items that a reader cuts, and hands on those that a run is for.
///
/// In this order: documents behind the limit are left, a sample is drawn, what an earlier run has done is passed
/// over and compared, and account is kept of the rest, which begins in small pieces.
struct Intake {
  /// The documents that an earlier run has done.
  struct Done {
    /// Their number.
    var documents: Int
    /// What stands for them.
    var hash: UInt64
    /// The bytes that were counted for them.
    var bytes: Int
  }

  /// What a run takes of its input.
  struct Settings {
    /// The number of documents that are read at most.
    var limit: Int?
    /// The sample that is drawn of them.
    var sample: DocumentSample?
    /// Whether each document is handed on by itself.
    var isSplit = false
    /// Whether account of the input is kept.
    var isHashed = false
    /// What was done before.
    var done: Done?
  }

  /// Takes one item.
  typealias Take = (WorkItem) throws(CommandFailure) -> Void

  private let settings: Settings
  private var remaining: Int
  private var sample: DocumentSample?
  private var undone: Int
  /// The bytes that were passed over and not counted before, as blocks may end elsewhere now.
  private var uncountedBytes: Int
  private var hash = StreamHash()
  private var ramp = BlockRamp()

  /// Makes an intake.
  init(_ settings: Settings) {
    self.settings = settings
    remaining = settings.limit ?? .max
    sample = settings.sample
    undone = settings.done?.documents ?? 0
    uncountedBytes = -(settings.done?.bytes ?? 0)
  }

  /// Whether there is nothing more to take.
  var isFull: Bool { remaining == 0 }

  /// Takes an item of the input.
  ///
  /// - Throws: What `next` throws, or `CommandFailure` with status 2 where the input is not the one of before.
  mutating func take(_ item: WorkItem, _ next: Take) throws(CommandFailure) {
    guard remaining > 0 else { return }
    var item = item
    if settings.limit != nil {
      let count = item.documentCount
      if count > remaining { item = item.split(at: remaining).first }
      remaining -= min(count, remaining)
    }
    if sample == nil { try pass(item, next) } else { try sample?.offer(item) }
  }

  /// Hands on what was kept back until the end of the input.
  ///
  /// - Throws: What `next` throws, or `CommandFailure` with status 2 where the input is shorter than before.
  mutating func finish(_ next: Take) throws(CommandFailure) {
    for item in sample?.items ?? [] { try pass(item, next) }
    if undone > 0 { throw Self.changedInput }
  }

  private mutating func pass(_ item: WorkItem, _ next: Take) throws(CommandFailure) {
    var item = item
    if undone > 0 {
      let count = item.documentCount
      guard count > undone else {
        undone -= count
        return try passOver(item)
      }
      let (done, rest) = item.split(at: undone)
      undone = 0
      try passOver(done)
      item = rest
    }
    item.inputSize += uncountedBytes
    uncountedBytes = 0
    func handOn(_ part: WorkItem) throws(CommandFailure) {
      var part = part
      account(&part)
      try next(part)
    }
    if settings.isSplit, sample == nil {
      try item.forEachDocument(handOn)
    } else {
      // A copy, as the closure changes the rest of the intake.
      var ramp = ramp
      defer { self.ramp = ramp }
      try item.forEachPiece(&ramp, handOn)
    }
  }

  private mutating func account(_ item: inout WorkItem) {
    guard settings.isHashed else { return }
    item.append(to: &hash, countsLines: sample != nil)
    item.inputHash = hash.value
  }

  private mutating func passOver(_ item: WorkItem) throws(CommandFailure) {
    var item = item
    uncountedBytes += item.inputSize
    account(&item)
    if undone == 0, let done = settings.done, done.hash != item.inputHash {
      throw Self.changedInput
    }
  }

  private static var changedInput: CommandFailure {
    .usage(
      "cannot resume: the input is not the one that the run began with; --force without --resume starts over"
    )
  }
}
