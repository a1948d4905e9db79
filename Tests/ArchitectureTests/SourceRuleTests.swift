import Foundation
import Testing

/// Rules of style that a formatter cannot check.
struct SourceRuleTests {
  @Test func `no string in the code is Russian`() throws {
    // Words are data: they belong into Rules/. Comments may have examples.
    let letters = try NSRegularExpression(pattern: #"\p{Cyrillic}"#)
    for path in Repository.files(below: "Sources") where path.hasSuffix(".swift") {
      let lines = try Repository.text(of: path).components(separatedBy: "\n")
      for (number, line) in lines.enumerated() {
        let code = line.replacingOccurrences(
          of: #"(^|\s)//.*$"#,
          with: "",
          options: .regularExpression
        )
        let whole = NSRange(code.startIndex..., in: code)
        #expect(
          letters.firstMatch(in: code, range: whole) == nil,
          "\(path):\(number + 1): \(line)"
        )
      }
    }
  }

  @Test func `no source uses an unsafe shortcut on input`() throws {
    let forbidden = ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafeFlags"]
    // What is embedded in the binary is part of the program; nothing can be done without it.
    let embedded = "Sources/StandardRules/"
    for path in Repository.files(below: "Sources") where path.hasSuffix(".swift") {
      let code = SwiftSource(path: path, text: try Repository.text(of: path)).code
      for word in forbidden where !(word.hasPrefix("precondition") && path.hasPrefix(embedded)) {
        #expect(!code.contains(word), "\(path) has \(word)")
      }
    }
  }

  @Test func `the command asks the environment for nothing but colours`() throws {
    for path in Repository.files(below: "Sources") where path.hasSuffix(".swift") {
      let code = SwiftSource(path: path, text: try Repository.text(of: path)).code
      // `processInfo` is Foundation's way to it, which the tools beside the command may go.
      guard !path.hasPrefix("Sources/svodka-") else { continue }
      #expect(!code.contains("environment"), "\(path)")
      #expect(
        code.components(separatedBy: "getenv(").count - 1
          == (path.hasSuffix("/Console.swift") ? 1 : 0),
        "\(path)"
      )
    }
  }

  @Test func `a source file is short enough to be read at one go`() throws {
    for folder in ["Sources", "Tests"] {
      for path in Repository.files(below: folder)
      where path.hasSuffix(".swift") && !path.hasSuffix("+Generated.swift") {
        let count = try Repository.text(of: path).components(separatedBy: "\n").count - 1
        #expect(count < 400, "\(path) has \(count) lines")
      }
    }
  }
}
