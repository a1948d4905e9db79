import Foundation
import TextEngine

/// `svodka-lexicon DUMP LEXICON`: compiles a dump of the dictionary into a lexicon file.
@main
enum Command {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      fail("usage: svodka-lexicon DUMP LEXICON")
    }
    do {
      let dump = try Dump(parsing: Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
      let lexicon = try LexiconCompiler(dump).compile()
      try Data(lexicon.bytes).write(to: URL(filePath: CommandLine.arguments[2]), options: .atomic)
      FileHandle.standardError.write(Data((lexicon.summary + "\n").utf8))
    } catch {
      fail("svodka-lexicon: \(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
