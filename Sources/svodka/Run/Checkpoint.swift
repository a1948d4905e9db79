/// How far a run has come: all that a later run needs to go on as if nothing had happened.
///
/// Input is counted in documents, not in bytes of a file, so that pipes and compressed files can be resumed too:
/// they are read from the start and their first documents are passed over.
struct Checkpoint: Equatable, Sendable {
  /// What the run does, which must be the same when it goes on.
  var identity: RunIdentity
  /// What was read and written.
  var counts = RunCounts()
  /// What stands for the input that was read.
  var inputHash: UInt64 = 0
  /// The bytes of output.
  var outputLength = 0
  /// What stands for the bytes of output.
  var outputHash: UInt64 = 0
  /// Whether the output is complete and only its name is missing.
  var isComplete = false

  /// Makes the checkpoint of a run's start.
  init(_ identity: RunIdentity) {
    self.identity = identity
  }

  private static let firstLine = "svodka checkpoint 1"
  private static let lastLine = "end"

  /// The checkpoint as it stands in its file: a line for each value.
  var text: String {
    var lines = [Self.firstLine]
    lines += identity.settings.map { "setting \($0.name) \(RunIdentity.escaped($0.value))" }
    lines += [
      "read \(counts.read)", "written \(counts.written)", "errors \(counts.errors)",
      "input-bytes \(counts.bytes)", "input-hash \(StreamHash.text(inputHash))",
      "output-length \(outputLength)", "output-hash \(StreamHash.text(outputHash))",
      "complete \(isComplete)", Self.lastLine,
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a checkpoint; nil if the text is not a whole one.
  init?(text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count > 2, lines.first == Self.firstLine[...], lines.last == Self.lastLine[...]
    else { return nil }
    var settings: [RunIdentity.Setting] = []
    var values: [Substring: Substring] = [:]
    for line in lines.dropFirst().dropLast() {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, let value = parts.last, parts.count == 2 else { return nil }
      guard name == "setting" else {
        values[name] = value
        continue
      }
      let setting = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = setting.first, let value = setting.last, setting.count == 2 else {
        return nil
      }
      settings.append(RunIdentity.Setting(String(name), RunIdentity.unescaped(value)))
    }
    func count(_ name: Substring) -> Int? {
      values[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
    func hash(_ name: Substring) -> UInt64? { values[name].flatMap { UInt64($0, radix: 16) } }
    guard let read = count("read"), let written = count("written"), let errors = count("errors"),
      let bytes = count("input-bytes"), let inputHash = hash("input-hash"),
      let outputLength = count("output-length"), let outputHash = hash("output-hash"),
      let isComplete = values["complete"].flatMap({ Bool(String($0)) })
    else { return nil }
    identity = RunIdentity(settings: settings)
    counts = RunCounts(read: read, written: written, errors: errors, bytes: bytes)
    self.inputHash = inputHash
    self.outputLength = outputLength
    self.outputHash = outputHash
    self.isComplete = isComplete
  }
}
