import RuleLanguage
import TextEngine

/// Finds the text and the place of what a compiled rule is made of.
struct ElementNames {
  let compiled: RuleCompiler.Result
  private let renderer: DiagnosticRenderer

  init(_ compiled: RuleCompiler.Result) {
    self.compiled = compiled
    renderer = DiagnosticRenderer(compiled.sources)
  }

  /// A place as people read it.
  func place(of range: SourceRange) -> String { renderer.location(of: range)?.description ?? "" }

  /// A range's text in one line.
  func text(of range: SourceRange) -> String {
    compiled.sources.string(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Where a rule stands.
  func place(ofRule rule: Int) -> String {
    compiled.origins.indices.contains(rule) ? place(of: compiled.origins[rule].name) : ""
  }

  /// The element that an instruction of a rule was made from.
  func element(_ instruction: Int, of rule: Int) -> RuleExplanation.Element {
    let code = compiled.program.rules[rule].code
    let origin = compiled.origins[rule].pattern
    guard origin.instructions.indices.contains(instruction) else {
      return RuleExplanation.Element(text: "", definition: nil, place: "")
    }
    let range = origin.instructions[instruction]
    // What stands right before an element is about it: its labels, and the mark of the head.
    var prefix = ""
    var suffix = ""
    var before = instruction - 1
    scan: while before >= 0 {
      switch code[before] {
      case .labelStart(let label):
        prefix = compiled.program.rules[rule].labels[label] + ":" + prefix
      case .head: suffix = "^"
      case .agreementStart: break
      default: break scan
      }
      before -= 1
    }
    return RuleExplanation.Element(
      text: prefix + text(of: range) + suffix,
      definition: origin.uses.first { $0.places.contains(instruction) }?.name,
      place: place(of: range)
    )
  }
}
