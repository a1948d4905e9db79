import FactExtraction
import Glibc

/// The file that tells what a run did, for whoever has to account for it.
struct RunManifest {
  /// The path of the file.
  let path: String

  private static let beginning = #"{"manifest":"svodka/1","#

  private var newPath: String { path + ".new" }

  /// Looks whether the file can be written, which shall not be found out after hours.
  ///
  /// - Throws: `CommandFailure` with status 2 where there is a file that is no manifest, or the output is to be,
  ///   74 where none can be.
  func check(besides output: String?) throws(CommandFailure) {
    guard access(Descriptor.folder(of: path), W_OK) == 0 else {
      throw .system("create", path: path)
    }
    if let output {
      let used = OutputTarget.places(of: try OutputTarget(path: output).filePaths)
      guard used.isDisjoint(with: OutputTarget.places(of: [path, newPath])) else {
        throw .usage("--manifest and --output name one file")
      }
    }
    guard access(path, F_OK) == 0 else { return }
    let target = try OutputTarget(path: path)
    guard target.isRegular else { throw .usage("\(path) is no place for a manifest") }
    var bytes: [UInt8] = []
    let source = try ByteSource(path: path)
    _ = try source.read(into: &bytes)
    guard bytes.isEmpty || bytes.starts(with: Self.beginning.utf8) else {
      throw .usage("\(path) exists and is no manifest; it is not replaced")
    }
  }

  /// Removes the manifest of an earlier run, which is not true of this one.
  func removeOld() throws(CommandFailure) {
    guard Descriptor.retrying({ unlink(path) }) == 0 || errno == ENOENT else {
      throw .system("remove", path: path)
    }
  }

  /// What a manifest tells besides the counts.
  struct Content {
    var status: ExitStatus
    var counts: RunCounts
    var identity: RunIdentity
    var files: Int
    var inputHash: UInt64
    /// The output as it was named; nil for standard output.
    var output: String?
    var outputLength: Int
    var outputHash: UInt64
  }

  /// Writes the file as a whole.
  func write(_ content: Content) throws(CommandFailure) {
    let text = Self.text(content)
    try Descriptor.replaceFile(path, by: text, through: newPath)
  }

  private static func text(_ content: Content) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("manifest")
    json.string("svodka/1")
    json.key("status")
    json.integer(Int(content.status.rawValue))
    for (name, value) in [
      ("read", content.counts.read), ("written", content.counts.written),
      ("errors", content.counts.errors),
    ] {
      json.key(name)
      json.integer(value)
    }
    json.key("input")
    json.beginObject()
    json.key("files")
    json.integer(content.files)
    json.key("bytes")
    json.integer(content.counts.bytes)
    json.key("hash")
    json.string(StreamHash.text(content.inputHash))
    json.endObject()
    json.key("output")
    json.beginObject()
    json.key("file")
    if let path = content.output { json.string(path) } else { json.null() }
    json.key("bytes")
    json.integer(content.outputLength)
    json.key("hash")
    json.string(StreamHash.text(content.outputHash))
    json.endObject()
    json.key("settings")
    json.beginObject()
    for setting in content.identity.settings {
      json.key(setting.name)
      json.string(setting.value)
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
