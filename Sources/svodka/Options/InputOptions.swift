import ArgumentParser
import FactExtraction

/// How documents are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read files as text, jsonl or auto.",
      discussion: """
        auto takes .jsonl and .ndjson files as JSON Lines and others as one text each; standard input \
        is JSON Lines if its first visible character is “{”.
        """
    )
  )
  var format = InputFormat.auto

  @Option(help: "The member of a JSON record that names the document.")
  var idField = "id"

  @Option(help: "The member of a JSON record that holds the text.")
  var textField = "text"

  @Option(help: "The member of a JSON record that dates the document.")
  var dateField = "date"

  @Option(
    help: ArgumentHelp(
      "The date of documents that come without one.",
      valueName: "YYYY-MM-DD"
    )
  )
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The longest line or text file that is processed; K, M and G are powers of 1024.",
      valueName: "bytes"
    )
  )
  var maxLine = ByteCount(16 << 20)

  @Option(
    help: ArgumentHelp(
      "How the files are encoded.",
      discussion: """
        auto decides for each file, on its first 64 KiB: by a BOM, then UTF-8, then the letters; a file that \
        it cannot tell is refused. Offsets count in the decoded text.
        """
    )
  )
  var encoding = TextEncoding.auto

  @Option(
    help: ArgumentHelp(
      "How many times its size a compressed file may hold, when that is above 64 MB.",
      valueName: "number"
    )
  )
  var maxRatio = 200

  mutating func validate() throws {
    if maxRatio < 1 { throw ValidationError("--max-ratio must be at least 1.") }
  }

  /// What cuts files into documents.
  var reader: ItemReader {
    ItemReader(
      opener: InputOpener(encoding: encoding, maximalRatio: maxRatio),
      fields: fields,
      lineLimit: maxLine.bytes
    )
  }

  /// The names of the members.
  var fields: RecordFields { RecordFields(id: idField, text: textField, date: dateField) }
}
