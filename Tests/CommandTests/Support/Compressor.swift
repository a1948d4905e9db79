import Foundation
import Testing

@testable import svodka

/// The system's commands that compress, for input to the tests.
enum Compressor: String, CaseIterable, CustomTestStringConvertible {
  case gzip, zstd

  /// Those that this system has.
  static let present = allCases.filter { compressor in
    ["/usr/bin", "/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(compressor.rawValue)")
    }
  }

  var testDescription: String { rawValue }

  var compression: Compression { self == .gzip ? .gzip : .zstd }

  /// The bytes compressed.
  func compress(_ bytes: [UInt8]) throws -> [UInt8] {
    let outcome = try SvodkaProcess.shell("\(rawValue) -c", input: Data(bytes))
    try #require(outcome.status == 0)
    return Array(outcome.output)
  }

  /// The sizes of what the command makes of the beginnings of a compressed file.
  func unpackedSizes(of bytes: [UInt8], cutAt places: [Int]) throws -> [Int] {
    try TemporaryFolder.with { folder in
      let file = try folder.write(Data(bytes), to: "whole")
      let list = places.map(String.init).joined(separator: " ")
      let outcome = try SvodkaProcess.shell(
        """
        for n in \(list); do
          head -c $n '\(file.path)' | \(rawValue) -dc 2> /dev/null | wc -c
        done
        """
      )
      return outcome.lines.compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    }
  }
}

/// Records that do not compress to next to nothing.
func manyLines(_ count: Int) -> [UInt8] {
  var generator = SeededGenerator(state: 7)
  return (0..<count).flatMap { number in
    let words = (0..<20).map { _ in String(UInt64.random(in: 0...1 << 40, using: &generator)) }
    return Array("{\"id\":\(number),\"text\":\"Дома \(words.joined(separator: " "))\"}\n".utf8)
  }
}
