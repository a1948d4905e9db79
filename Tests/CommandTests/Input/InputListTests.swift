import Foundation
import Testing

@testable import svodka

struct InputListTests {
  @Test func `a folder stands for its documents in the order of their paths`() throws {
    try TemporaryFolder.with { folder in
      for name in [
        "b.txt", "a/z.txt", "a.txt", "a-b.txt", "a/я.txt", "dump.jsonl", "x.ndjson", "note.md",
        ".hidden.txt", ".git/x.txt", "a/b/c/deep.txt", "B.txt",
      ] {
        try folder.write("x", to: name)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("loop"),
        withDestinationPath: folder.url.path
      )
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("link.txt"),
        withDestinationPath: folder.path("b.txt")
      )
      let files = try InputList.files(at: [folder.url.path], format: .auto)
      #expect(
        files.map(\.id) == [
          "B", "a-b", "a", "a/b/c/deep", "a/z", "a/я", "b", "dump.jsonl", "link", "x.ndjson",
        ]
      )
      #expect(files.filter { $0.format == .jsonl }.map(\.id) == ["dump.jsonl", "x.ndjson"])
      #expect(files.allSatisfy { $0.size == 1 })
      #expect(files.first?.place == .path(folder.path("B.txt")))
    }
  }

  @Test func `a file is named by its last component and the given format wins`() throws {
    try TemporaryFolder.with { folder in
      try folder.write("", to: "news.txt")
      try folder.write("", to: "news.json")
      let paths = [folder.path("news.txt"), folder.path("news.json"), "-"]
      let files = try InputList.files(at: paths, format: .auto)
      #expect(files.map(\.id) == ["news", "news.json", "-"])
      #expect(files.map(\.format) == [.text, .json, .auto])
      let lines = try InputList.files(at: paths, format: .jsonl)
      #expect(lines.map(\.format) == [.jsonl, .jsonl, .jsonl])
    }
  }

  @Test(arguments: [
    ("a.txt", InputFormat.text), ("a.jsonl.gz", .jsonl), ("a.ndjson", .jsonl), ("a.csv.zst", .csv),
    ("a.tsv", .tsv), ("a.json", .json), ("a.facts.json.gz", .json), ("dump", .text),
    ("a.gz", .text),
  ])
  func `a name tells the format`(name: String, format: InputFormat) {
    #expect(InputFormat.ofFile(named: name) == format)
  }

  @Test func `tables and JSON of a folder have to be asked for`() throws {
    try TemporaryFolder.with { folder in
      for name in ["a.txt", "b.csv", "c.csv.gz", "d.tsv", "e.json", "f.jsonl.zst", "g.txt.gz"] {
        try folder.write("x", to: name)
      }
      let ids = { (format: InputFormat) in
        try InputList.files(at: [folder.url.path], format: format).map(\.id)
      }
      #expect(try ids(.auto) == ["a", "f.jsonl.zst", "g"])
      #expect(try ids(.csv) == ["b.csv", "c.csv.gz"])
      #expect(try ids(.tsv) == ["d.tsv"])
      #expect(try ids(.json) == ["e.json"])
    }
  }

  @Test func `a path that is not there is an input failure`() throws {
    let failure = try #require(throws: CommandFailure.self) {
      try InputList.files(at: ["/no/such/file"], format: .auto)
    }
    #expect(failure.status == .inputOutput)
    #expect(failure.message == "cannot read /no/such/file: No such file or directory")
  }
}
