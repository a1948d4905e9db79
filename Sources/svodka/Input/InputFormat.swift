import ArgumentParser

/// How documents lie in a file.
enum InputFormat: String, CaseIterable, ExpressibleByArgument {
  /// By the file's name; standard input by its first visible byte.
  case auto
  /// The whole file is one text.
  case text
  /// Each line is a record.
  case jsonl

  /// A JSON array of records, or records that stand one after the other.
  case json
  /// A table with a header, whose fields are divided by commas or semicolons.
  case csv
  /// A table with a header, whose fields are divided by tabs.
  case tsv

  /// The format that a file's name tells: its ending, before one that tells of compression; else text.
  static func ofFile(named name: String) -> InputFormat {
    let name = Compression.unpackedName(name)
    return [.jsonl, .json, .csv, .tsv].first { format in
      format.endings.contains { name.hasSuffix($0) }
    } ?? .text
  }

  /// The endings of the names of such files.
  var endings: [String] {
    switch self {
    case .auto: InputFormat.text.endings + InputFormat.jsonl.endings
    case .text: [".txt"]
    case .jsonl: [".jsonl", ".ndjson"]
    case .json: [".json"]
    case .csv: [".csv"]
    case .tsv: [".tsv"]
    }
  }
}
