import TextEngine

/// Puts together quotations whose words and attribution stand in different paragraphs.
///
///     Тренер сказал после матча:
///     Мы играли до конца. Спасибо болельщикам.
///
/// A rule sees one paragraph. It says where the rest is (`QuotationPlace`), and this finds it: the block after a colon,
/// the quoted paragraph after a colon, the paragraph in which a quotation has opened.
struct QuotationAssembler: Sendable {
  /// The most paragraphs that one quotation may run over.
  private static let maximumParagraphs = 24
  /// The most bytes between the last word of a quotation and the mark that closes it: a comma and white space.
  private static let maximumGap = 4

  private let text: SourceText
  private let paragraphs: [TextSpan]
  /// The marks of the paragraphs that were looked at.
  private var marks: [Int: QuotationMarks] = [:]
  private var drafts: [QuotationDraft?]
  /// The direct quotations whose words are known, by the paragraph in which they begin.
  private var directByParagraph: [Int: [Int]] = [:]
  /// The paragraphs that introduce the next one themselves.
  private var introduces: Set<Int> = []

  private init(_ drafts: [QuotationDraft], paragraphs: [TextSpan], text: SourceText) {
    self.text = text
    self.paragraphs = paragraphs
    self.drafts = drafts
    for (index, draft) in drafts.enumerated() where draft.isDirect {
      guard let place = paragraph(at: draft.span.start) else { continue }
      if draft.place == .follows || draft.place == .followsQuoted {
        introduces.insert(place)
      } else {
        directByParagraph[place, default: []].append(index)
      }
    }
  }

  /// The drafts put together; nil for those that are part of another or lack their words.
  ///
  /// - Parameter paragraphs: The paragraphs from the first byte of each to the last, without white space around.
  static func assemble(
    _ drafts: [QuotationDraft],
    paragraphs: [TextSpan],
    text: SourceText
  ) -> [QuotationDraft?] {
    var assembler = QuotationAssembler(drafts, paragraphs: paragraphs, text: text)
    for index in drafts.indices where drafts[index].place == .closes {
      assembler.joinOpening(of: index)
    }
    for index in drafts.indices {
      switch drafts[index].place {
      case .follows: assembler.takeBlock(for: index, onlyQuoted: false)
      case .followsQuoted: assembler.takeBlock(for: index, onlyQuoted: true)
      case .line: assembler.dropItem(index)
      default: break
      }
    }
    assembler.dropInner()
    return assembler.drafts
  }

  private func paragraph(at offset: Int) -> Int? {
    let next = paragraphs.partitioningIndex { $0.start > offset }
    return next > 0 ? next - 1 : nil
  }

  /// The marks of a paragraph, which is read once however many quotations ask for it.
  private mutating func marks(of paragraph: Int) -> QuotationMarks {
    if let known = marks[paragraph] { return known }
    let found = QuotationMarks(of: text, in: paragraphs[paragraph])
    marks[paragraph] = found
    return found
  }

  // MARK: A quotation over several paragraphs

  /// Carries a quotation that closes back to the paragraph where it opens.
  private mutating func joinOpening(of index: Int) {
    guard var draft = drafts[index], let last = paragraph(at: draft.span.start) else { return }
    // A rule sees a mark that closes; whether it has its partner in the paragraph, the marks tell.
    let own = marks(of: last)
    guard let closing = own.strayClosing, draft.span.end <= closing,
      closing - draft.span.end <= Self.maximumGap
    else {
      drafts[index] = nil
      return
    }
    draft.segments[0].start = paragraphs[last].start
    var place = last - 1
    while place >= 0, last - place < Self.maximumParagraphs {
      let marks = marks(of: place)
      if marks.opensAndStaysOpen {
        draft.segments[0].start = marks.afterOpening
        draft.place = nil
        drafts[index] = draft
        return
      }
      // Paragraphs in between have no open marks of their own.
      guard marks.isBalanced else { break }
      place -= 1
    }
    guard draft.hasAttribution else {
      drafts[index] = nil
      return
    }
    draft.place = nil
    drafts[index] = draft
  }

  // MARK: Words after a colon

  private mutating func takeBlock(for index: Int, onlyQuoted: Bool) {
    guard let draft = drafts[index], let own = paragraph(at: draft.span.start),
      own + 1 < paragraphs.count
    else {
      drafts[index] = nil
      return
    }
    let next = own + 1
    if let other = firstDirect(in: next) {
      // The words have been found already; where they have no source, it is this one.
      if let words = drafts[other], !words.hasAttribution {
        drafts[other]?.attributionFrom = index
        drafts[other]?.hasAttribution = true
      }
      drafts[index] = nil
      return
    }
    let marks = marks(of: next)
    if marks.opensAndStaysOpen {
      takeUntilClosed(from: next, opening: marks.afterOpening, for: index)
      return
    }
    guard !onlyQuoted, !marks.opensAndCloses, !isList(next), isBlock(next, after: own) else {
      drafts[index] = nil
      return
    }
    var end = next
    while end + 1 < paragraphs.count, end - next < Self.maximumParagraphs,
      !hasBlankLine(between: end, and: end + 1)
    {
      end += 1
    }
    let start = afterDash(paragraphs[next])
    drafts[index]?.segments = [TextSpan(start: start, end: paragraphs[end].end)]
    drafts[index]?.place = nil
  }

  private mutating func takeUntilClosed(from first: Int, opening: Int, for index: Int) {
    var place = first + 1
    while place < paragraphs.count, place - first < Self.maximumParagraphs {
      let marks = marks(of: place)
      if let closing = marks.strayClosing {
        drafts[index]?.segments = [TextSpan(start: opening, end: closing)]
        drafts[index]?.place = nil
        return
      }
      place += 1
    }
    drafts[index] = nil
  }

  /// The direct quotation with which a paragraph begins.
  private func firstDirect(in place: Int) -> Int? {
    // A dash, a mark and a space may stand before the words.
    let latest = paragraphs[place].start + 8
    return directByParagraph[place]?.first { other in
      drafts[other].map { $0.span.start <= latest } ?? false
    }
  }

  private func afterDash(_ paragraph: TextSpan) -> Int {
    let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "―"]
    var offset = paragraph.start
    while offset < paragraph.end {
      let (value, width) = scalar(at: offset)
      guard let scalar = value, dashes.contains(scalar) || scalar.properties.isWhitespace else {
        break
      }
      offset += width
    }
    return offset
  }

  /// The scalar at an offset and the number of its bytes.
  private func scalar(at offset: Int) -> (Unicode.Scalar?, Int) {
    let end = min(offset + 4, text.count)
    let scalar = String(decoding: text.bytes[offset..<end], as: UTF8.self).unicodeScalars.first
    return (scalar, scalar.map { UTF8.width($0) } ?? 1)
  }

  /// Whether unmarked words after a colon are set off as somebody's words: right below it, or indented.
  ///
  /// Below a blank line and at the margin the text itself goes on, and what the colon promised is missing.
  private func isBlock(_ place: Int, after own: Int) -> Bool {
    let start = paragraphs[place].start
    guard !introduces.contains(place) else { return false }
    guard hasBlankLine(between: own, and: place) else { return true }
    return start > 0 && start <= text.count && text.bytes[start - 1] != UInt8(ascii: "\n")
  }

  /// Drops a line behind a dash that ends a list.
  private mutating func dropItem(_ index: Int) {
    guard let draft = drafts[index], let own = paragraph(at: draft.span.start), own > 0,
      isList(own - 1)
    else { return }
    drafts[index] = nil
  }

  /// Whether a paragraph is an item of a list: a bullet, or a semicolon at its end.
  private func isList(_ place: Int) -> Bool {
    let paragraph = paragraphs[place]
    let bytes = text.bytes
    guard paragraph.end <= bytes.count, paragraph.end > paragraph.start else { return false }
    if bytes[paragraph.end - 1] == UInt8(ascii: ";") { return true }
    return bytes[paragraph.start] == UInt8(ascii: "*")
      || scalar(at: paragraph.start).0 == "•"
  }

  private func hasBlankLine(between first: Int, and second: Int) -> Bool {
    var lines = 0
    for offset in paragraphs[first].end..<max(paragraphs[first].end, paragraphs[second].start) {
      if text.bytes[offset] == UInt8(ascii: "\n") { lines += 1 }
      if lines > 1 { return true }
    }
    return false
  }

  // MARK: What lies inside

  /// Drops quotations inside the words of a direct one: they are those words.
  private mutating func dropInner() {
    let order = drafts.indices.filter { drafts[$0] != nil }.sorted { left, right in
      guard let first = drafts[left], let second = drafts[right] else { return left < right }
      if first.span.start != second.span.start { return first.span.start < second.span.start }
      if first.span.end != second.span.end { return first.span.end > second.span.end }
      if first.isDirect != second.isDirect { return first.isDirect }
      return left < right
    }
    var covered = Int.min
    var direct: [TextSpan] = []
    for index in order {
      guard let draft = drafts[index] else { continue }
      // A report that begins among direct words is theirs, even if its rule reads on behind the mark that closes them.
      let start = draft.span.start
      let isWithin = direct.contains { $0.start <= start && start < $0.end }
      if isWithin || draft.span.end <= covered {
        drafts[index] = nil
      } else if draft.isDirect {
        covered = draft.span.end
        direct = draft.segments
      }
    }
  }
}
