import ArgumentParser
import FactExtraction
import TextEngine

/// `svodka inspect`: what rules see of a text.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show the tokens, sentences and readings of a text.",
    discussion: """
      Each token has its place, its kind, its readings and the lists that it starts an entry of; “?” marks \
      the reading of a word that the dictionary does not have. Annotations are what the numerals, marks and \
      rules put over the tokens.
      """
  )

  @Argument(help: ArgumentHelp("A text file, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(help: ArgumentHelp("The document's date.", valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsets = OffsetUnit.scalar

  @Flag(help: "Print one line of JSON instead of a table.")
  var json = false

  mutating func run() throws {
    let extractor = try RunnableRules.load(rules).makeExtractor()
    let text = try TextFile.read(path)
    _ = extractor.extract(Document(text: text, date: date))
    let map = OffsetMap(text, unit: offsets)
    var output: [UInt8]
    if json {
      var writer = JSONWriter()
      writer.inspection(
        of: extractor.engine,
        id: DocumentID(path),
        unit: offsets,
        offsets: map
      )
      output = writer.bytes
    } else {
      output = Array(InspectionTable(extractor.engine, offsets: map).text.utf8)
    }
    try OutputFile().write(output)
  }
}
