package import RuleLanguage
package import TextEngine

/// A text that can be made as long as one likes, to show that time grows with length and no faster.
///
/// Families stand in text files, each after a title:
///
///     == nested brackets
///     unit (слово\s
///     close )
///     | rule all -> found { match <Bracketed> emit a = "x" }
///
/// `head` and `tail` stand once; `unit` is repeated, and `close` as often after all units. In them `\s` is a blank,
/// `\n` a line break, `{n}` the number of the repetition and `{w}` the same in letters, so that each is a word of its own.
/// Lines after `|` are rules to run instead of those shipped.
package struct TextFamily: Sendable {
  /// The title.
  package var name = ""
  /// The rules of its own; empty for those shipped.
  package var rules = ""
  private var parts: [String: String] = [:]

  /// Reads the families of a file.
  package static func read(_ file: String) -> [TextFamily] {
    var families: [TextFamily] = []
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        families.append(TextFamily())
        families[families.count - 1].name = String(line.dropFirst(3))
      } else if !families.isEmpty {
        families[families.count - 1].read(line)
      }
    }
    return families
  }

  private mutating func read(_ line: Substring) {
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count + 1))
    if word == "|" {
      rules += rest + "\n"
    } else {
      parts[String(word)] =
        rest.replacing("\\n", with: "\n").replacing("\\s", with: " ")
    }
  }

  /// The text of about so many bytes.
  package func text(bytes: Int) -> SourceText {
    let unit = parts["unit", default: " "]
    let close = parts["close", default: ""]
    let (head, tail) = (parts["head", default: ""], parts["tail", default: ""])
    var text = head
    var count = 0
    let end = bytes - tail.utf8.count
    while text.utf8.count + count * close.utf8.count < end {
      text += Self.filled(unit, count)
      count += 1
    }
    return SourceText(text + String(repeating: close, count: count) + tail)
  }

  private static func filled(_ unit: String, _ number: Int) -> String {
    guard unit.contains("{") else { return unit }
    return unit.replacing("{n}", with: String(number)).replacing("{w}", with: letters(number))
  }

  /// The digits of a number to the base of eight, as small Cyrillic letters.
  private static func letters(_ number: Int) -> String {
    var (rest, letters) = (number, "")
    repeat {
      if let scalar = Unicode.Scalar(UInt32(0x430 + rest % 8)) {
        letters.unicodeScalars.append(scalar)
      }
      rest /= 8
    } while rest > 0
    return letters
  }

  /// The program of the family's own rules, or nil where it takes those shipped.
  ///
  /// - Parameter tokens: The break rules.
  /// - Throws: A fault with all errors of the rules.
  package func program(
    tokens: [RuleSource],
    dictionary: MorphDictionary
  ) throws -> RuleProgram? {
    guard !rules.isEmpty else { return nil }
    let head = """
      language ru
      cascade main
      fact found { a: text b: text key s: spans }
      phase main

      """
    let source = RuleSource(path: "Rules/family.rules", text: head + rules)
    let compiled = try RuleCompiler.compile([source] + tokens, dictionary: dictionary)
    guard !compiled.diagnostics.hasErrors else {
      let message = DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
      throw Fault(description: "\(name): \(message)")
    }
    return compiled.program
  }

  /// Rules of a family that do not compile.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }
}
