import CStandardRules
public import FactExtraction
import Glibc
public import RuleLanguage
public import TextEngine

/// The rules that come with the library, embedded in the binary as they stand in `Rules/`.
public enum StandardRules {
  /// The files, with paths that start with `Rules/`.
  public static var sources: [RuleSource] {
    guard let files = svodka_rule_files() else { return [] }
    return (0..<svodka_rule_file_count()).compactMap { index in
      let file = files[index]
      guard let path = file.path, let bytes = file.bytes else { return nil }
      var source = RuleSource(
        path: "Rules/" + String(cString: path),
        bytes: Array(UnsafeBufferPointer(start: bytes, count: file.count))
      )
      if source.path.hasSuffix(".rbbi") {
        source.compiledGrammar = RuleProgram.grammar(of: source.bytes, stored: stored) ?? []
      }
      return source
    }
  }

  /// The rules as they were compiled when they were last stored.
  ///
  /// Nil where a rule file or the lexicon has changed since then; compiling gives the same then, only slower.
  public static var storedProgram: RuleProgram? {
    let program = RuleProgram(stored: stored, key: sourceKey, isEmbedded: true)
    // Of some 7 MB most are read once; who asks again has them read from the file again.
    release(stored)
    for index in 0..<svodka_rule_file_count() {
      guard let file = svodka_rule_files()?[index] else { continue }
      release(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
    return program
  }

  /// Gives back the memory of whole pages of the program's file, until they are asked for again.
  private static func release(_ bytes: UnsafeRawBufferPointer) {
    let page = UInt(getpagesize())
    let start = (UInt(bitPattern: bytes.baseAddress) + page - 1) / page * page
    let end = (UInt(bitPattern: bytes.baseAddress) + UInt(bytes.count)) / page * page
    guard start < end else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_DONTNEED)
  }

  private static var stored: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: svodka_stored_program(), count: svodka_stored_program_count())
  }

  /// A number that stands for the rules and the lexicon that a program is made from.
  public static let sourceKey: UInt64 = {
    var key = StandardLexicon.checksum
    for index in 0..<svodka_rule_file_count() {
      guard let file = svodka_rule_files()?[index], let path = file.path else { continue }
      key = mixed(key, UnsafeRawBufferPointer(start: path, count: strlen(path)))
      key = mixed(key, UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
    return key
  }()

  /// Mixes bytes and their number into a key, eight at a time (FNV-1a's step, with the upper half folded down).
  private static func mixed(_ key: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var key = key ^ UInt64(bytes.count)
    func step(_ word: UInt64) {
      key = (key ^ word) &* 0x100_0000_01B3
      key ^= key >> 29
    }
    var offset = 0
    while offset + 8 <= bytes.count {
      step(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    for byte in bytes[offset...] { step(UInt64(byte)) }
    return key
  }

  /// Compiles the rules.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public static func compile(
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> RuleCompiler.Result {
    try RuleCompiler.compile(sources, dictionary: dictionary)
  }
}

extension Extractor {
  /// An extractor with the embedded rules and lexicon; it needs no file beside the binary.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public static func standard() throws(TokenizerError) -> Extractor {
    let dictionary = StandardLexicon.dictionary
    if let program = StandardRules.storedProgram {
      return try Extractor(program: program, dictionary: dictionary)
    }
    let compiled = try StandardRules.compile(dictionary: dictionary)
    return try Extractor(program: compiled.program, dictionary: dictionary)
  }
}
