/// How a file is compressed, which its first bytes tell whatever its name is.
enum Compression: CaseIterable {
  case gzip
  case zstd
  case bzip2
  case xz
  case zip

  /// What it is called in messages.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstd: "zstd"
    case .bzip2: "bzip2"
    case .xz: "xz"
    case .zip: "zip"
    }
  }

  /// The command that unpacks such a file to a pipe.
  var unpackingCommand: String {
    switch self {
    case .gzip: "zcat"
    case .zstd: "zstdcat"
    case .bzip2: "bzcat"
    case .xz: "xzcat"
    case .zip: "unzip -p"
    }
  }

  /// The endings that the names of such files have, where they are read here.
  static let endings = [".gz", ".gzip", ".zst", ".zstd"]

  /// A file's name without the ending that tells how it is compressed.
  static func unpackedName(_ name: String) -> String {
    endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.utf8.count)) } ?? name
  }

  /// The first bytes, as a list of what each may be.
  private var beginnings: [[ClosedRange<UInt8>]] {
    func exactly(_ bytes: UInt8...) -> [ClosedRange<UInt8>] { bytes.map { $0...$0 } }
    return switch self {
    case .gzip: [exactly(0x1F, 0x8B)]
    // A frame, or one that is to be skipped (RFC 8878, 3.1).
    case .zstd: [exactly(0x28, 0xB5, 0x2F, 0xFD), [0x50...0x5F] + exactly(0x2A, 0x4D, 0x18)]
    // «BZh», the size of blocks, and the first digits of pi.
    case .bzip2: [exactly(0x42, 0x5A, 0x68) + [0x31...0x39] + exactly(0x31, 0x41, 0x59)]
    case .xz: [exactly(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00)]
    case .zip: [exactly(0x50, 0x4B, 0x03, 0x04)]
    }
  }

  /// How a file that starts with these bytes is compressed; nil if it is not.
  init?(head: [UInt8]) {
    let found = Self.allCases.first { compression in
      compression.beginnings.contains { $0.count <= head.count && Self.matches($0, head) }
    }
    guard let found else { return nil }
    self = found
  }

  /// Whether more bytes could still tell another thing.
  static func isUndecided(head: [UInt8]) -> Bool {
    allCases.contains { compression in
      compression.beginnings.contains { $0.count > head.count && matches($0, head) }
    }
  }

  private static func matches(_ beginning: [ClosedRange<UInt8>], _ head: [UInt8]) -> Bool {
    Swift.zip(beginning, head).allSatisfy { $0.contains($1) }
  }
}
