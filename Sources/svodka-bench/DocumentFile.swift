import FactExtraction
import Glibc
import TextEngine

/// Reads the documents of a file, all at once.
enum DocumentFile {
  /// A file that cannot be read.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// The documents of a text, or of JSON Lines; lines that are no record are left out.
  static func documents(in path: String) throws -> [Document] {
    let bytes = try contents(of: path)
    guard path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") else {
      return [Document(text: try SourceText(validating: bytes))]
    }
    var reader = RecordReader(fields: RecordFields())
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      try? reader.read(Array(line).span)
    }
  }

  /// The bytes of a file.
  static func contents(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Fault(description: "\(path): cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&block, 1, block.count, file), count > 0 {
      bytes += block[..<count]
    }
    return bytes
  }
}
