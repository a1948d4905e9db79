import ArgumentParser

/// How documents lie in a file.
enum InputFormat: String, CaseIterable, ExpressibleByArgument {
  /// By the file's name; standard input by its first visible byte.
  case auto
  /// The whole file is one text.
  case text
  /// Each line is a record.
  case jsonl

  /// The format that a file's name tells.
  ///
  /// `.jsonl` and `.ndjson` are lines, the rest is text. An ending that tells of compression is passed over.
  static func ofFile(named name: String) -> InputFormat {
    let name = Compression.unpackedName(name)
    return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") ? .jsonl : .text
  }
}
