import Foundation
import Testing

/// The built command, run as its users run it.
///
/// Input and output go through files, so that no run can hang on a full pipe.
struct SvodkaProcess {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: Data
    let messages: String

    /// The output's lines without their ends.
    var lines: [String] {
      var lines = String(decoding: output, as: UTF8.self).components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }

    /// The output's lines as JSON objects.
    func records() throws -> [[String: Any]] {
      try lines.map { line in
        try #require(
          JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
          "\(line)"
        )
      }
    }
  }

  /// The binary, which stands beside the tests' own unless `SVODKA_BINARY` names another, such as a release build.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SVODKA_BINARY"] { return named }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("svodka").path
  }()

  /// A rule set of one rule, for tests that do not ask for the shipped ones.
  ///
  /// In a debug build, compiling the shipped rules is most of what a process does.
  static let smallRules: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("svodka-tests-rules")
    let text = """
      language ru
      cascade number
      fact number { type: enum(cardinal) required  value: decimal }
      phase number
      rule cardinal -> number {
        match n:<Num>
        emit type = cardinal, value = n.value
        test "[20] студентов" { value: 20 }
        reject "студенты"
      }
      """
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: folder.appendingPathComponent("small.rules"))
    return folder.path
  }()

  /// Runs `svodka extract` with the small rule set.
  static func extract(_ arguments: String..., input: String) throws -> Outcome {
    try extract(arguments, input: Data(input.utf8))
  }

  /// Runs `svodka extract` with the small rule set.
  static func extract(_ arguments: [String], input: Data = Data()) throws -> Outcome {
    try run(["extract", "--rules", smallRules] + arguments, input: input)
  }

  /// Runs `svodka` with arguments.
  static func run(
    _ arguments: [String],
    input: Data = Data(),
    environment: [String: String]? = nil,
    directory: URL? = nil
  ) throws -> Outcome {
    try launch(path, arguments, input: input, environment: environment, directory: directory)
  }

  /// Runs `svodka` with arguments and a text on standard input.
  static func run(_ arguments: String..., input: String) throws -> Outcome {
    try run(arguments, input: Data(input.utf8))
  }

  /// Runs a shell command, in which `$SVODKA` is the binary and `$RULES` the small rule set.
  static func shell(_ command: String, input: Data = Data()) throws -> Outcome {
    try launch(
      "/bin/bash",
      ["-c", command],
      input: input,
      environment: ["SVODKA": path, "RULES": smallRules, "PATH": "/usr/bin:/bin"],
      directory: nil
    )
  }

  private static func launch(
    _ executable: String,
    _ arguments: [String],
    input: Data,
    environment: [String: String]?,
    directory: URL?
  ) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let inputFile = try folder.write(input, to: "input")
      let outputFile = try folder.write(Data(), to: "output")
      let messageFile = try folder.write(Data(), to: "messages")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: executable)
      process.arguments = arguments
      process.environment = environment
      process.currentDirectoryURL = directory
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = try FileHandle(forWritingTo: messageFile)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      return Outcome(
        status: process.terminationStatus,
        output: try Data(contentsOf: outputFile),
        messages: String(decoding: try Data(contentsOf: messageFile), as: UTF8.self)
      )
    }
  }
}
