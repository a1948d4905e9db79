/// The tables of a lexicon in memory.
///
/// Opening checks that the tables lie inside the bytes, in constant time; whatever the tables themselves refer to is
/// checked where it is followed. So a damaged lexicon gives wrong readings or none, but is never read outside.
struct LexiconTables: @unchecked Sendable {  // The memory is never written.
  let base: UnsafeRawPointer
  let letters: UnsafePointer<UInt8>
  let endingLetters: UnsafePointer<UInt8>
  let units: UnsafePointer<UInt32>
  let unitCount: UInt32
  let entries: UnsafePointer<UInt32>
  let entryCount: Int
  let paradigmStarts: UnsafePointer<UInt32>
  let paradigmCount: Int
  let rows: UnsafePointer<UInt32>
  let rowCount: UInt32
  let affixStarts: UnsafePointer<UInt32>
  let affixCount: Int
  let affixBytes: UnsafePointer<UInt8>
  let affixByteCount: UInt32
  let tags: UnsafePointer<UInt64>
  let tagCount: Int
  let terminal: UInt8
  let ie: UInt8
  let yo: UInt8
  let apostrophe: UInt8
  let wordBase: UInt32
  let endingBase: UInt32
  let nameEndingBase: UInt32
  let prefixBase: UInt32
  let abbreviation: UInt16

  init(_ bytes: UnsafeRawBufferPointer) throws(LexiconError) {
    guard let base = bytes.baseAddress, bytes.count >= LexiconLayout.headerSize,
      bytes.prefix(LexiconLayout.magic.count).elementsEqual(LexiconLayout.magic)
    else { throw .notALexicon }
    guard Int(bitPattern: base) % LexiconLayout.alignment == 0 else { throw .misaligned }
    func word(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    let version = word(8)
    guard version == LexiconLayout.version else { throw .unknownVersion(version) }
    guard Int(word(12)) == bytes.count else { throw .damagedHeader }
    func number(_ name: LexiconLayout.Word) -> UInt32 {
      word(LexiconLayout.checkedStart + 4 * name.rawValue)
    }
    func code(_ name: LexiconLayout.Word) throws(LexiconError) -> UInt8 {
      guard let code = UInt8(exactly: number(name)), code != 0 else { throw .damagedHeader }
      return code
    }
    func table(_ table: LexiconLayout.Table) throws(LexiconError) -> (UnsafeRawPointer, Int) {
      let field = LexiconLayout.tableStart + 8 * table.rawValue
      let offset = Int(word(field))
      let count = Int(word(field + 4))
      guard offset % LexiconLayout.alignment == 0, offset >= LexiconLayout.headerSize,
        offset + count * table.stride <= bytes.count
      else { throw .damagedHeader }
      return (base + offset, count)
    }
    self.base = base
    terminal = try code(.terminal)
    ie = try code(.ie)
    yo = try code(.yo)
    apostrophe = try code(.apostrophe)
    wordBase = number(.words)
    endingBase = number(.endings)
    nameEndingBase = number(.nameEndings)
    prefixBase = number(.prefixes)
    abbreviation = UInt16(truncatingIfNeeded: number(.abbreviation))

    let letterTable = try table(.letters)
    let endingLetterTable = try table(.endingLetters)
    let unitTable = try table(.units)
    let entryTable = try table(.entries)
    let paradigmTable = try table(.paradigmStarts)
    let rowTable = try table(.rows)
    let affixTable = try table(.affixStarts)
    let affixByteTable = try table(.affixBytes)
    let tagTable = try table(.tags)
    guard letterTable.1 == LexiconLayout.letterCount,
      endingLetterTable.1 == LexiconLayout.endingLetterCount, paradigmTable.1 >= 1,
      affixTable.1 >= 1
    else { throw .damagedHeader }
    letters = letterTable.0.assumingMemoryBound(to: UInt8.self)
    endingLetters = endingLetterTable.0.assumingMemoryBound(to: UInt8.self)
    units = unitTable.0.assumingMemoryBound(to: UInt32.self)
    unitCount = UInt32(unitTable.1)
    entries = entryTable.0.assumingMemoryBound(to: UInt32.self)
    entryCount = entryTable.1
    paradigmStarts = paradigmTable.0.assumingMemoryBound(to: UInt32.self)
    paradigmCount = paradigmTable.1 - 1
    rows = rowTable.0.assumingMemoryBound(to: UInt32.self)
    rowCount = UInt32(rowTable.1)
    affixStarts = affixTable.0.assumingMemoryBound(to: UInt32.self)
    affixCount = affixTable.1 - 1
    affixBytes = affixByteTable.0.assumingMemoryBound(to: UInt8.self)
    affixByteCount = UInt32(affixByteTable.1)
    tags = tagTable.0.assumingMemoryBound(to: UInt64.self)
    tagCount = tagTable.1
  }
}

extension LexiconTables {
  /// The base that a code leads to from a base, or nil.
  @inline(__always)
  func step(from base: UInt32, by code: UInt8) -> UInt32? {
    // A base has 24 bits and a code 8, so the sum can't overflow; a damaged root base can.
    let index = base &+ UInt32(code)
    guard index < unitCount else { return nil }
    let unit = UInt32(littleEndian: units[Int(index)])
    return UInt8(truncatingIfNeeded: unit) == code ? unit >> 8 : nil
  }

  /// The reading at an index, and whether it is the last of its list.
  @inline(__always)
  func entry(at index: Int) -> (paradigm: UInt16, row: UInt16, isLast: Bool)? {
    guard index >= 0, index < entryCount else { return nil }
    let entry = UInt32(littleEndian: entries[index])
    return (UInt16(entry >> 16), UInt16(entry >> 1 & 0x7FFF), entry & 1 != 0)
  }

  /// The rows of a paradigm, as indices into `rows`; empty for a paradigm that is not there.
  @inline(__always)
  func rowRange(of paradigm: UInt16) -> Range<Int> {
    guard Int(paradigm) < paradigmCount else { return 0..<0 }
    let start = UInt32(littleEndian: paradigmStarts[Int(paradigm)])
    let end = UInt32(littleEndian: paradigmStarts[Int(paradigm) + 1])
    guard start <= end, end <= rowCount else { return 0..<0 }
    return Int(start)..<Int(end)
  }

  /// The packed row of a paradigm, or nil.
  @inline(__always)
  func packedRow(_ paradigm: UInt16, _ row: Int) -> UInt32? {
    let range = rowRange(of: paradigm)
    guard row >= 0, row < range.count else { return nil }
    return UInt32(littleEndian: rows[range.lowerBound + row])
  }

  /// The lower half of the grammemes of a packed row.
  @inline(__always)
  func lowGrammemes(ofPacked row: UInt32) -> UInt64 {
    let tag = Int(row >> 2 & 0x1FFF)
    return tag < tagCount ? UInt64(littleEndian: tags[2 * tag]) : 0
  }

  /// The grammemes of a packed row.
  @inline(__always)
  func grammemes(ofPacked row: UInt32) -> GrammemeSet {
    let tag = Int(row >> 2 & 0x1FFF)
    guard tag < tagCount else { return [] }
    let low = UInt64(littleEndian: tags[2 * tag])
    let high = UInt64(littleEndian: tags[2 * tag + 1])
    return GrammemeSet(rawValue: UInt128(high) << 64 | UInt128(low))
  }

  /// The suffix of a packed row in UTF-8.
  func suffix(ofPacked row: UInt32) -> UnsafeBufferPointer<UInt8> { affix(Int(row >> 15)) }

  /// The prefix of a packed row in UTF-8.
  func prefix(ofPacked row: UInt32) -> UnsafeBufferPointer<UInt8> {
    // The prefixes are the last affixes, counted from the end, so that no number of suffixes must be stored.
    affix(affixCount - 1 - Int(row & 3))
  }

  private func affix(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < affixCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = UInt32(littleEndian: affixStarts[index])
    let end = UInt32(littleEndian: affixStarts[index + 1])
    guard start <= end, end <= affixByteCount else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: affixBytes + Int(start), count: Int(end - start))
  }
}
