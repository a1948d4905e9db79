import ArgumentParser
import FactExtraction

/// How documents are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How documents lie in the files.",
      discussion: """
        auto goes by the name: .jsonl and .ndjson files are JSON Lines, .json an array of records, .csv and \
        .tsv tables with a header, others one text each; for standard input it goes by the beginning. Tables \
        are quoted as RFC 4180 has it. Files compressed with gzip or zstd are unpacked, whatever their names.
        """
    )
  )
  var format = InputFormat.auto

  @Option(
    help: ArgumentHelp(
      "The member of a record, or column of a table, that names the document.",
      discussion: "A table without a column for it may have the column url instead."
    )
  )
  var idField = "id"

  @Option(help: "The member or column that holds the text.")
  var textField = "text"

  @Option(help: "The member or column that dates the document: 2019-12-14 or 2019/12/14.")
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
      "The longest line, record or text file that is processed; K, M and G are powers of 1024.",
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
