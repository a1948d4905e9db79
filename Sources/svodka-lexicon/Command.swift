import Foundation
import TextEngine

/// `svodka-lexicon DUMP NAMES LEXICON`: compiles a dump of the dictionary, with examples of names, into a lexicon file.
///
/// Two more uses measure how well words are guessed that the dictionary lacks:
///
///     svodka-lexicon --held-out SHARE --seed N DUMP NAMES   what is guessed of words left out; see `HeldOut`
///     svodka-lexicon --forms FORMS LEXICON                  what is guessed of names; see `NameScore`
///
/// With `--wrong` each form that was guessed wrong stands in a line of its own.
@main
enum Command {
  private static let usage = """
    usage: svodka-lexicon DUMP NAMES LEXICON
           svodka-lexicon --held-out SHARE [--seed N] [--wrong] DUMP NAMES
           svodka-lexicon --forms FORMS [--wrong] LEXICON
    """

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isVerbose = arguments.contains("--wrong")
    arguments.removeAll { $0 == "--wrong" }
    let share = option("--held-out", &arguments)
    let seed = option("--seed", &arguments)
    let forms = option("--forms", &arguments)
    do {
      if let share, arguments.count == 2 {
        guard let share = Double(share), share > 0, share < 1, let seed = UInt64(seed ?? "1") else {
          fail(usage)
        }
        try measureHeldOut(arguments, share, seed, isVerbose)
      } else if let forms, arguments.count == 1 {
        try measureNames(forms, arguments[0], isVerbose)
      } else if share == nil, seed == nil, forms == nil, arguments.count == 3 {
        let compiler = try LexiconCompiler(dump(arguments[0]), names(arguments[1]))
        let lexicon = try compiler.compile()
        try Data(lexicon.bytes).write(to: URL(filePath: arguments[2]), options: .atomic)
        FileHandle.standardError.write(Data((lexicon.summary + "\n").utf8))
      } else {
        fail(usage)
      }
    } catch {
      fail("svodka-lexicon: \(error)")
    }
  }

  private static func dump(_ path: String) throws -> Dump {
    try Dump(parsing: Data(contentsOf: URL(filePath: path)))
  }

  private static func names(_ path: String) throws -> NameExamples {
    try NameExamples(parsing: String(contentsOfFile: path, encoding: .utf8))
  }

  private static func measureHeldOut(
    _ paths: [String],
    _ share: Double,
    _ seed: UInt64,
    _ isVerbose: Bool
  ) throws {
    let heldOut = HeldOut(try dump(paths[0]), share: share, seed: seed)
    let scores = try heldOut.scores(names(paths[1]))
    print("seed \(seed), \(heldOut.heldOutCount) lexemes left out")
    for (name, score) in [("words", scores.words), ("names", scores.names)] {
      print(
        "\(name): \(score.forms) forms, first \(percent(score.first, score.forms)),",
        "first five \(percent(score.firstFive, score.forms))"
      )
      for fault in isVerbose ? score.wrong : [] {
        let right = fault.right.joined(separator: " ")
        print(name, fault.form, right, fault.guessed.joined(separator: " "), separator: "\t")
      }
    }
  }

  private static func measureNames(_ forms: String, _ lexicon: String, _ isVerbose: Bool) throws {
    let names = try NameForms(parsing: String(contentsOfFile: forms, encoding: .utf8)).names
    let score = NameScore(names, try MorphDictionary(mapping: lexicon))
    let (oblique, nominative) = (score.oblique, score.nominative)
    print("\(names.count) names")
    print("oblique: \(oblique.forms) forms, right \(percent(oblique.right, oblique.forms))")
    print(
      "nominative: \(nominative.forms) forms, right \(percent(nominative.right, nominative.forms))"
    )
    for fault in isVerbose ? score.faults : [] {
      let guessed = fault.guessed.joined(separator: " ")
      print(fault.form, fault.grammaticalCase, fault.right, guessed, separator: "\t")
    }
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    String(format: "%.2f %%", 100 * Double(part) / Double(max(whole, 1)))
  }

  /// Takes an option and its value out of the arguments.
  private static func option(_ name: String, _ arguments: inout [String]) -> String? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
      return nil
    }
    defer { arguments.removeSubrange(place...(place + 1)) }
    return arguments[place + 1]
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
