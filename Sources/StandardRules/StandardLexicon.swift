import CLexicon
public import TextEngine

/// The lexicon that is part of the binary: all words of the OpenCorpora dictionary.
public enum StandardLexicon {
  /// The dictionary over the embedded lexicon; there is no file to find and nothing to load.
  public static let dictionary: MorphDictionary = {
    do {
      return try MorphDictionary(bytes: bytes)
    } catch {
      // No input decides this: the bytes are constants of the binary, and each test run opens them.
      preconditionFailure("the embedded lexicon can't be opened: \(error)")
    }
  }()

  /// The checksum that the embedded lexicon states of itself.
  static var checksum: UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
  }

  /// The embedded lexicon itself.
  public static var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: svodka_lexicon_bytes(), count: svodka_lexicon_count())
  }
}
