import TextEngine

/// The entries of a list in a compact form: places in one run of bytes, so that 100,000 lines take no string each.
///
/// As a collection it gives the syntax of each entry, which is made when it is asked for.
public struct ListEntries: Equatable, Sendable {
  /// Some bytes of the run.
  struct Place: Equatable, BitwiseCopyable {
    var start: UInt32
    var end: UInt32

    init(_ start: Int, _ end: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
    }

    var range: Range<Int> { Int(start)..<Int(Swift.max(start, end)) }
  }

  /// One feature of an entry.
  struct Feature: Equatable, BitwiseCopyable {
    /// The place of its name among the list's.
    var name: UInt32
    var kind: LiteralSyntax.Kind
    var value: Place
  }

  /// One entry: how many words and features it has, behind those of the entries before it.
  struct Entry: Equatable, BitwiseCopyable {
    var isExact: Bool
    var isAlternative: Bool
    var wordCount: UInt32
    var featureCount: UInt32
    var firstWord: UInt32
    var firstFeature: UInt32
    /// The whole entry with its features, in the file.
    var place: Place

    var words: Range<Int> { Int(firstWord)..<Int(firstWord) + Int(wordCount) }
    var features: Range<Int> { Int(firstFeature)..<Int(firstFeature) + Int(featureCount) }
  }

  /// The names of all features, in the order in which they are first met.
  private(set) var featureNames: [String]
  private(set) var entries: [Entry] = []
  private(set) var words: [Place] = []
  private(set) var features: [Feature] = []
  /// The bytes of words and values; a file's come first.
  private(set) var bytes: [UInt8]
  private let file: Int
  /// The syntax of the entries that do not stand in `bytes` as they are written: all of a rule file, those with a
  /// backslash of a table.
  private var written: [Int: ListEntrySyntax] = [:]

  /// Makes the entries of a rule file.
  init(_ syntax: [ListEntrySyntax] = []) {
    featureNames = []
    bytes = []
    file = 0
    for entry in syntax { append(entry) }
  }

  /// Makes a table without any entries yet; `bytes` are those of the source with the index `file`.
  init(table bytes: [UInt8], file: Int) {
    featureNames = []
    self.bytes = bytes
    self.file = file
  }

  // MARK: Making

  /// Makes room for a table of so many lines.
  mutating func reserve(lines: Int, columns: Int) {
    entries.reserveCapacity(lines)
    words.reserveCapacity(2 * lines)
    features.reserveCapacity(columns * lines)
  }

  /// Adds an entry whose words are not what the bytes have.
  mutating func append(_ entry: ListEntrySyntax) {
    written[entries.count] = entry
    begin(isExact: entry.isExact)
    for word in entry.words { appendWord(appended(word.text)) }
    for feature in entry.features {
      let name = number(ofFeature: feature.name.text)
      appendFeature(name, feature.value.kind, appended(feature.value.text))
    }
    end(isAlternative: entry.isAlternative, Place(entry.range.span.start, entry.range.span.end))
  }

  /// Adds an entry of no words and features yet.
  mutating func begin(isExact: Bool) {
    entries.append(
      Entry(
        isExact: isExact,
        isAlternative: false,
        wordCount: 0,
        featureCount: 0,
        firstWord: UInt32(words.count),
        firstFeature: UInt32(features.count),
        place: Place(0, 0)
      )
    )
  }

  /// Adds a word to the entry begun last.
  mutating func appendWord(_ place: Place) { words.append(place) }

  /// The number of a feature's name.
  mutating func number(ofFeature name: String) -> UInt32 {
    if let known = featureNames.firstIndex(of: name) { return UInt32(known) }
    featureNames.append(name)
    return UInt32(featureNames.count - 1)
  }

  /// Adds a feature to the entry begun last.
  mutating func appendFeature(_ name: UInt32, _ kind: LiteralSyntax.Kind, _ value: Place) {
    features.append(Feature(name: name, kind: kind, value: value))
  }

  /// Ends the entry begun last.
  mutating func end(isAlternative: Bool, _ place: Place) {
    let last = entries.count - 1
    entries[last].isAlternative = isAlternative
    entries[last].wordCount = UInt32(words.count - Int(entries[last].firstWord))
    entries[last].featureCount = UInt32(features.count - Int(entries[last].firstFeature))
    entries[last].place = place
  }

  private mutating func appended(_ text: String) -> Place {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return Place(start, bytes.count)
  }

  // MARK: Reading

  /// The bytes of an entry's words, with what stands between them, where they stand as they are written.
  func phrase(ofEntry index: Int) -> Range<Int>? {
    let words = entries[index].words
    guard written[index] == nil, let first = words.first, let last = words.last else { return nil }
    return self.words[first].range.lowerBound..<self.words[last].range.upperBound
  }

  /// Whether two entries have the same words, exact or not.
  func areSpelledAlike(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    guard left.isExact == right.isExact, left.wordCount == right.wordCount else { return false }
    return zip(left.words, right.words).allSatisfy { one, other in
      bytes[words[one].range] == bytes[words[other].range]
    }
  }

  /// The text of some bytes.
  func text(_ place: Place) -> String { String(decoding: bytes[place.range], as: UTF8.self) }

  /// Where an entry stands with its features.
  func range(ofEntry index: Int) -> SourceRange {
    if let entry = written[index] { return entry.range }
    return sourceRange(entries[index].place)
  }

  /// The value of a feature of an entry as it is written, with its place.
  func value(ofFeature place: Int, ofEntry index: Int) -> LiteralSyntax {
    if let entry = written[index] {
      let own = place - Int(entries[index].firstFeature)
      if entry.features.indices.contains(own) { return entry.features[own].value }
    }
    let value = features[place]
    return LiteralSyntax(
      kind: value.kind,
      text: text(value.value),
      range: sourceRange(value.value)
    )
  }

  private func sourceRange(_ place: Place) -> SourceRange {
    SourceRange(file: file, start: place.range.lowerBound, end: place.range.upperBound)
  }
}

extension ListEntries: RandomAccessCollection {
  /// The place of the first entry.
  public var startIndex: Int { 0 }
  /// The number of entries.
  public var endIndex: Int { entries.count }

  /// The syntax of an entry.
  public subscript(index: Int) -> ListEntrySyntax {
    if let entry = written[index] { return entry }
    let entry = entries[index]
    return ListEntrySyntax(
      isExact: entry.isExact,
      words: words[entry.words].map { NameSyntax(text: text($0), range: sourceRange($0)) },
      features: entry.features.map { place in
        let value = value(ofFeature: place, ofEntry: index)
        let name = featureNames[Int(features[place].name)]
        return FeatureSyntax(name: NameSyntax(text: name, range: value.range), value: value)
      },
      isAlternative: entry.isAlternative,
      range: sourceRange(entry.place)
    )
  }
}
