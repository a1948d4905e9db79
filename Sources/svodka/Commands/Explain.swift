import ArgumentParser
import FactExtraction
import FactTesting
import RuleLanguage
import TextEngine

/// `svodka explain`: why a fact is there, or why a rule did not match.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show why a fact is there, or why a rule did not match.",
    discussion: """
      With --fact, the rule that found the fact: its way through the text, its labels, what competed for the \
      words and why it lost. With --rule and --at, what that rule did there: the way that got furthest, the first \
      element that failed, and the readings of the word that it failed on; without --at, where in the text it got \
      furthest. With --at alone, all facts that cover the place.

        svodka explain news.txt --fact date:178-196
        svodka explain news.txt --rule organisation.authority --at 120
      """
  )

  @Argument(help: ArgumentHelp("A text file, or - for standard input.", valueName: "file"))
  var path = "-"

  @Option(help: ArgumentHelp("The id of a fact, as in the output.", valueName: "id"))
  var fact: String?

  @Option(help: ArgumentHelp("A rule, with its phase or without.", valueName: "name"))
  var rule: String?

  @Option(help: ArgumentHelp("An offset in the text.", valueName: "offset"))
  var at: Int?

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(help: ArgumentHelp("The document's date.", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsets = OffsetUnit.scalar

  @Flag(help: "Print a line of JSON for each explanation.")
  var json = false

  func validate() throws {
    if fact != nil, rule != nil || at != nil {
      throw ValidationError("--fact names the place and the rule already")
    }
    if fact == nil, rule == nil, at == nil {
      throw ValidationError("say what to explain: --fact ID, --rule NAME, or --at OFFSET")
    }
    if let at, at < 0 { throw ValidationError("--at is an offset from 0 on") }
  }

  mutating func run() throws {
    let loaded = try LoadedRules.loadToExplain(rules)
    let explainer: Explainer
    do throws(TokenizerError) {
      explainer = try Explainer(loaded.compiled, dictionary: loaded.dictionary, unit: offsets)
    } catch {
      throw CommandFailure.usage("\(error)")
    }
    let text = try TextFile.read(path)
    let document = Document(text: text, date: date)
    let found = try explanations(explainer, document)
    if json {
      var writer = JSONWriter()
      for explanation in found { writer.write(explanation, text, unit: offsets) }
      try OutputFile().write(writer.bytes)
    } else {
      let page = ExplanationText(text, unit: offsets)
      Console.printOutput(found.map(page.render).joined(separator: "\n"))
    }
  }

  private func explanations(
    _ explainer: Explainer,
    _ document: Document
  ) throws -> [RuleExplanation] {
    let map = OffsetMap(document.text, unit: offsets)
    let byte = at.map { map.byte(atOffset: $0) }
    if let byte, byte >= document.text.count {
      throw CommandFailure.usage("--at \(at ?? 0) is behind the end of the text")
    }
    if let fact { return [try explanation(ofFact: fact, explainer, document)] }
    if let rule {
      let rules = explainer.rules(named: rule)
      guard !rules.isEmpty else {
        let near = explainer.nearestRule(to: rule).map { "; did you mean `\($0)`?" } ?? ""
        throw CommandFailure.usage("there is no rule `\(rule)`\(near)")
      }
      let found = rules.compactMap { explainer.explain(rule: $0, at: byte, in: document) }
      if found.isEmpty { throw CommandFailure.usage("the text has no words") }
      return found
    }
    let found = explainer.explainFacts(at: byte ?? 0, in: document)
    if found.isEmpty {
      throw CommandFailure(
        status: .failed,
        message: "no fact covers this place; with --rule NAME you see what one rule did there"
      )
    }
    return found
  }

  private func explanation(
    ofFact id: String,
    _ explainer: Explainer,
    _ document: Document
  ) throws -> RuleExplanation {
    switch explainer.explain(factID: id, in: document) {
    case .explained(let explanation): return explanation
    case .assembled:
      throw CommandFailure(status: .failed, message: "`\(id)` was put together from other facts")
    case .unknown(let ids):
      let near = NearestName.find(id, in: ids).map { "; did you mean `\($0)`?" } ?? ""
      throw CommandFailure.usage("the text has no fact `\(id)`\(near)")
    }
  }
}
