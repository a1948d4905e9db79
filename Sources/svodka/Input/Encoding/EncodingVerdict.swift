import TextEngine

/// What the beginning of a file tells of its encoding.
enum EncodingVerdict: Equatable {
  /// It is this one.
  case encoding(TextEncoding)
  /// It is none that could be told from others; what it is not, for people.
  case unknown(String)

  /// The bytes at the beginning that are looked at.
  static let headSize = 64 << 10
  /// Below so many bytes that are not ASCII, nothing is decided.
  private static let leastEvidence = 24
  /// The bits that a Russian text costs at most for each byte that is not ASCII; 4.4 is usual, 7 is mojibake.
  private static let mostBits = 5.6
  /// The bits by which the best page must be better than one that reads the bytes in another way.
  private static let leastMargin = 4.0

  /// Judges the beginning of a file, or all of it where `isWhole`.
  ///
  /// A BOM counts first, then UTF-8 to the letter, then UTF-8 with some damage; that is also what a file is
  /// taken for that has next to nothing but ASCII, so that each damaged line becomes an error record.
  init(head: [UInt8], isWhole: Bool) {
    if let verdict = Self.byOrderMark(head) ?? Self.byZeros(head) {
      self = verdict
      return
    }
    let judged = head.prefix(Self.headSize)
    let census = UTF8Census(judged, isWhole: isWhole && judged.count == head.count)
    guard census.faults > 0, census.highBytes >= Self.leastEvidence,
      census.characters < census.faults
    else {
      self = .encoding(.utf8)
      return
    }
    self = Self.byLetters(judged, highBytes: census.highBytes)
  }

  private static func byOrderMark(_ head: [UInt8]) -> EncodingVerdict? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .unknown("it is UTF-32, which is not read")
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .encoding(.utf8) }
    // Two Russian letters are the same bytes; but no text of UTF-16 goes on for long without a space or line end.
    guard head.count < 200 || head.prefix(headSize).contains(0) else { return nil }
    if head.starts(with: [0xFF, 0xFE]) { return .encoding(.utf16LittleEndian) }
    if head.starts(with: [0xFE, 0xFF]) { return .encoding(.utf16BigEndian) }
    return nil
  }

  /// UTF-16 without a BOM: every other byte is 0, for ASCII, or 4, for Cyrillic; as UTF-8 that is valid mostly.
  private static func byZeros(_ head: [UInt8]) -> EncodingVerdict? {
    guard head.count >= 16, head.prefix(64).contains(where: { $0 == 0 || $0 == 4 }) else {
      return nil
    }
    var counts = [0, 0]
    let judged = head.prefix(headSize)
    for (offset, byte) in judged.enumerated() where byte == 0 || byte == 4 {
      counts[offset & 1] += 1
    }
    let half = judged.count / 2
    if counts[1] * 10 >= half * 9, counts[0] * 2 < half { return .encoding(.utf16LittleEndian) }
    if counts[0] * 10 >= half * 9, counts[1] * 2 < half { return .encoding(.utf16BigEndian) }
    return nil
  }

  private static func byLetters(_ bytes: ArraySlice<UInt8>, highBytes: Int) -> EncodingVerdict {
    let candidates: [TextEncoding] = [.windows1251, .koi8R, .cp866, .iso8859Part5, .macCyrillic]
    let pages = candidates.compactMap { encoding in CodePage(encoding).map { (encoding, $0) } }
    let scored = pages.map { encoding, page in
      (encoding, page, score: LetterPairs(page: page).score(bytes))
    }
    guard let best = scored.max(by: { $0.score < $1.score }),
      best.score >= -mostBits * Double(highBytes)
    else { return .unknown("it is neither UTF-8 nor Russian text of another encoding") }
    // Words in capitals alone are the same for cp866 and Mac: pages that give the same text need no decision.
    var present = [Bool](repeating: false, count: 256)
    for byte in bytes { present[Int(byte)] = true }
    for other in scored where other.0 != best.0 && other.score > best.score - leastMargin {
      let differ = (0x80...UInt8.max).contains { present[Int($0)] && other.1[$0] != best.1[$0] }
      if differ {
        return .unknown("it may be \(best.0.rawValue) or \(other.0.rawValue)")
      }
    }
    return .encoding(best.0)
  }
}
