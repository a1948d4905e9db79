import ArgumentParser
import Testing

@testable import svodka

struct CheckpointTests {
  private static let checkpoint: Checkpoint = {
    let identity = RunIdentity(settings: [
      .init("version", "1.0"), .init("rules", "00ff"), .init("kinds", ""),
      .init("id-field", "a b\n\\n c"),
    ])
    var checkpoint = Checkpoint(identity)
    checkpoint.counts = RunCounts(read: 12, written: 12, errors: 3, bytes: 4_567)
    checkpoint.inputHash = .max
    checkpoint.outputLength = 1 << 40
    checkpoint.outputHash = 7
    return checkpoint
  }()

  @Test func `a checkpoint is read as it was written`() {
    var checkpoint = Self.checkpoint
    #expect(Checkpoint(text: checkpoint.text) == checkpoint)
    checkpoint.isComplete = true
    #expect(Checkpoint(text: checkpoint.text) == checkpoint)
  }

  @Test func `a part of a checkpoint is none`() {
    let text = Self.checkpoint.text
    for count in 0..<(text.unicodeScalars.count - 1) {
      let part = String(text.unicodeScalars.prefix(count))
      #expect(Checkpoint(text: part) == nil, "\(part)")
    }
    #expect(Checkpoint(text: text.replacing("read 12", with: "read -1")) == nil)
    #expect(Checkpoint(text: text.replacing("read 12", with: "read many")) == nil)
    #expect(Checkpoint(text: text.replacing("complete", with: "finished")) == nil)
  }

  @Test(arguments: [
    ("version", "1.1", "by version 1.0, this is 1.1"), ("rules", "00fe", "with other rules"),
    ("kinds", "date", "with kinds none, and now it is date"),
    ("id-field", "id", "with id-field a b\n\\n c, and now it is id"),
  ])
  func `what differs is told`(name: String, value: String, expected: String) {
    var other = Self.checkpoint.identity
    other.settings = other.settings.map { $0.name == name ? .init(name, value) : $0 }
    #expect(other.difference(from: Self.checkpoint.identity) == expected)
    #expect(other.difference(from: other) == nil)
  }

  @Test func `no option of the input is forgotten`() throws {
    // The names of the stored properties are those of the options: `_maxLine` is --max-line.
    let names = Mirror(reflecting: InputOptions()).children.compactMap(\.label).map { label in
      label.drop { $0 == "_" }.reduce(into: "") { name, letter in
        name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
      }
    }
    #expect(names.contains("max-line"))
    #expect(Set(try InputOptions.parse([]).settings.map(\.name)) == Set(names))
  }
}
