import Foundation
import Glibc
import Testing

/// A process of the command that goes on by itself, and is ended by the test whatever happens.
final class RunningSvodka {
  private let process = Process()
  private let outputFile: URL
  private let messageFile: URL

  /// Starts `svodka` in a folder; what it prints goes to files beside it.
  init(_ arguments: [String], in folder: TemporaryFolder, input: URL? = nil) throws {
    outputFile = try folder.write(Data(), to: ".output")
    messageFile = try folder.write(Data(), to: ".messages")
    process.executableURL = URL(fileURLWithPath: SvodkaProcess.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: messageFile)
    try process.run()
  }

  deinit { if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) } }

  /// What it printed so far.
  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }
  /// Its messages so far.
  var messages: String { (try? String(contentsOf: messageFile, encoding: .utf8)) ?? "" }

  /// Lets it run for a time and ends it as a power cut would.
  func kill(after seconds: Double) {
    usleep(UInt32(seconds * 1e6))
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits until something holds; an issue after `seconds`.
  func wait(
    seconds: Double = 60,
    sourceLocation: SourceLocation = #_sourceLocation,
    until holds: () -> Bool
  ) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while !holds() {
      try #require(
        Date() < end && process.isRunning,
        "output:\n\(output)\nmessages:\n\(messages)",
        sourceLocation: sourceLocation
      )
      usleep(50_000)
    }
  }

  /// Sends a signal and gives the status of the end; an issue if there is none for a minute.
  func end(with signal: Int32) throws -> Int32 {
    Glibc.kill(process.processIdentifier, signal)
    let end = Date(timeIntervalSinceNow: 60)
    while process.isRunning, Date() < end { usleep(50_000) }
    try #require(!process.isRunning)
    #expect(process.terminationReason == .exit)
    return process.terminationStatus
  }
}
