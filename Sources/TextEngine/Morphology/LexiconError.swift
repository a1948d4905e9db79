/// Why a lexicon can't be opened.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in one line.
  public let description: String

  private init(_ description: String) { self.description = description }

  /// The file is too short, or does not begin as a lexicon does.
  public static let notALexicon = LexiconError("not a lexicon")
  /// The bytes do not start at a multiple of 16, which the tables need.
  public static let misaligned = LexiconError("the lexicon is not aligned to 16 bytes")
  /// The lexicon was written for another version of this library.
  public static func unknownVersion(_ version: UInt32) -> LexiconError {
    LexiconError("the lexicon has format \(version), this version reads \(LexiconLayout.version)")
  }
  /// The sizes in the header contradict the length of the file or each other.
  public static let damagedHeader = LexiconError("the lexicon is damaged: its tables do not fit")
  /// The content does not have the checksum that the header states.
  public static let damagedContent = LexiconError("the lexicon is damaged: wrong checksum")
  /// The file can't be read; `code` is the system's error number.
  public static func unreadable(_ path: String, code: Int32) -> LexiconError {
    LexiconError("\(path): the lexicon can't be read (error \(code))")
  }
}
