#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The dictionary of word forms: readings, lemmas and inflection.
///
/// It reads a compiled lexicon in place and does no work when it is opened. Words are given in lower case; an е may
/// stand for an ё:
///
///     dictionary.appendAnalyses(of: "министерства".utf8.span, to: &analyses)  // 3: gent sing, nomn and accs plur
///     dictionary.lemma(of: "зеленого".utf8.span, analyses[0])                 // "зелёный"
///
/// A copy is a handful of pointers and may be used from any thread.
public struct MorphDictionary: Sendable {
  /// Keeps a copy of the dictionary at a pointer more, whatever was added.
  private final class Added: Sendable {
    let words: WordOverlay

    init(_ words: WordOverlay) { self.words = words }
  }

  let tables: LexiconTables
  private var added: Added?

  /// Opens a lexicon in memory, which must outlive the dictionary and all its copies.
  ///
  /// - Throws: if the bytes are no lexicon of this version, or its tables do not fit in them. The content is not
  ///   looked at: a lexicon damaged further inside gives wrong answers, but never reads outside the bytes.
  /// - Complexity: O(1).
  public init(bytes: UnsafeRawBufferPointer) throws(LexiconError) {
    tables = try LexiconTables(bytes)
  }

  /// Opens a lexicon file, which stays mapped until the process ends.
  ///
  /// The file must not be changed meanwhile; put a new one in its place by renaming.
  ///
  /// - Throws: if the file can't be read, is no lexicon of this version, or is damaged (its checksum is compared).
  public init(mapping path: String) throws(LexiconError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path, code: errno) }
    guard status.st_size >= LexiconLayout.headerSize else { throw .notALexicon }
    let size = Int(status.st_size)
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), memory != MAP_FAILED else {
      throw .unreadable(path, code: errno)
    }
    let bytes = UnsafeRawBufferPointer(start: memory, count: size)
    do throws(LexiconError) {
      try self.init(bytes: bytes)
      try MorphDictionary.verify(bytes)
    } catch {
      munmap(memory, size)
      throw error
    }
  }

  /// Compares the content of a lexicon with its checksum.
  ///
  /// - Throws: if they differ.
  /// - Complexity: O(*n*) in the number of bytes; about 3 ms for a whole lexicon.
  public static func verify(_ bytes: UnsafeRawBufferPointer) throws(LexiconError) {
    guard bytes.count >= LexiconLayout.headerSize else { throw .notALexicon }
    let stated = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    let content = UnsafeRawBufferPointer(rebasing: bytes[LexiconLayout.checkedStart...])
    guard LexiconLayout.checksum(content) == stated else { throw .damagedContent }
  }
}

extension MorphDictionary {
  /// Appends all readings that the dictionary has for a word, and returns their number.
  ///
  /// The word as it is spelled comes before what it is with ё; within that, the readings that OpenCorpora's corpus
  /// has most often come first, and where it has none the order is fixed but says nothing. A word with ё that the dictionary has only with е
  /// («афёра») is found as well.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  public func appendAnalyses(of word: Span<UInt8>, to analyses: inout [Analysis]) -> Int {
    let start = analyses.count
    added?.words.forEachReading(of: word) { paradigm, row in
      analyses.append(
        Analysis(
          paradigm: paradigm,
          row: row,
          grammemes: grammemes(paradigm, row: Int(row))
        )
      )
    }
    let own = analyses.count - start
    let found = appendAnalyses(of: word, ignoringYo: false, to: &analyses)
    guard own + found == 0, LexiconTables.hasYo(word) else { return own + found }
    return appendAnalyses(of: word, ignoringYo: true, to: &analyses)
  }

  /// The dictionary with words that a rule set adds; their readings come before its own.
  public func adding(_ words: WordOverlay) -> MorphDictionary {
    var dictionary = self
    dictionary.added = words.isEmpty ? nil : Added(words)
    return dictionary
  }

  /// Whether a word in lower case ends as a row of a paradigm does, with something in front.
  func fits(_ word: Span<UInt8>, paradigm: UInt16, row: Int) -> Bool {
    guard let packed = tables.packedRow(paradigm, row) else { return false }
    return tables.fits(word, packed)
  }

  private func appendAnalyses(
    of word: Span<UInt8>,
    ignoringYo: Bool,
    to analyses: inout [Analysis]
  ) -> Int {
    let start = analyses.count
    var walk = KeyWalk(from: tables.wordBase, ignoringYo: ignoringYo)
    while let key = walk.next(of: word, in: tables) {
      let isFirst = analyses.count == start
      append(key.entries, to: &analyses, isGuessed: false, unlessFrom: isFirst ? nil : start)
    }
    return analyses.count - start
  }

  /// Appends a list of readings; with `start`, only those that are not among the readings from there on.
  @inline(__always)
  func append(
    _ entries: Int,
    to analyses: inout [Analysis],
    isGuessed: Bool,
    unlessFrom start: Int?
  ) {
    var index = entries
    // No list is longer than the readings of a form; the limit ends lists that damage made endless.
    while index < entries + 256, let entry = tables.entry(at: index) {
      if let row = tables.packedRow(entry.paradigm, Int(entry.row)) {
        let analysis = Analysis(
          paradigm: entry.paradigm,
          row: entry.row,
          grammemes: tables.grammemes(ofPacked: row),
          isGuessed: isGuessed
        )
        if let start {
          if !analyses[start...].contains(analysis) { analyses.append(analysis) }
        } else {
          analyses.append(analysis)
        }
      }
      if entry.isLast { return }
      index += 1
    }
  }

  /// The number of forms of a paradigm.
  public func rowCount(_ paradigm: UInt16) -> Int { tables.rowRange(of: paradigm).count }

  /// The grammemes of a form of a paradigm; empty if there is no such row.
  public func grammemes(_ paradigm: UInt16, row: Int) -> GrammemeSet {
    guard let packed = tables.packedRow(paradigm, row) else { return [] }
    return tables.grammemes(ofPacked: packed)
  }
}
