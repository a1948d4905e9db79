/// One document as the engine sees it: tokens, their forms, what lists say of them, and the annotations so far.
///
/// Annotations are added, never changed or removed, so a later phase can still look inside what an earlier one found.
/// It belongs to one engine, which reuses it from document to document.
public final class EngineDocument {
  /// The tokens.
  public internal(set) var tokens = TokenTable()
  /// The entries of lists, sorted by start, longer first.
  public var listMatches: ListMatches { ListMatches(foundEntries) }
  /// All annotations, in the order in which they were made.
  public private(set) var annotations: [Annotation] = []
  /// The cardinal and ordinal numerals.
  public internal(set) var numerals: [Numeral] = []

  /// The form of each token.
  let forms = Buffer<FormID>(capacity: 1_024)
  /// The class of the form of each token.
  let classes = Buffer<UInt32>(capacity: 1_024)
  /// The flags of each token, as the table has them.
  let flags = Buffer<TokenFlags>(capacity: 1_024)
  /// The same as `listMatches`.
  let foundEntries = Buffer<ListMatch>(capacity: 256)
  /// The same as `annotations`.
  let allAnnotations = Buffer<Annotation>(capacity: 256)
  private let listStarts = Buffer<Int32>(capacity: 1_024)
  private let starts = Buffer<Starts>(capacity: 1_024)
  // The annotations that start at a token, longer first, as a chain; -1 ends it.
  private let firstAnnotations = Buffer<Int32>(capacity: 1_024)
  private let followingAnnotations = Buffer<Int32>(capacity: 256)
  // For each type that was asked for, where its row of ends begins, or -1, and how many annotations it is of. A row has
  // for each token how far the annotations reach that cover it, or -1.
  private let reachRows = Buffer<Int>()
  private let reachCounts = Buffer<Int>()
  private let reachEnds = Buffer<Int32>(capacity: 1_024)

  /// What starts at a token: a bit for each list that has an entry there, and for each type of annotation.
  ///
  /// Lists whose numbers are 64 apart share a bit, and so do types.
  struct Starts: BitwiseCopyable {
    var lists: UInt64 = 0
    var types: UInt64 = 0

    @inline(__always)
    static func bit(_ number: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: number & 63) }
  }

  func removeAll() {
    tokens.removeAll()
    forms.removeAll()
    classes.removeAll()
    flags.removeAll()
    foundEntries.removeAll()
    annotations.removeAll(keepingCapacity: true)
    allAnnotations.removeAll()
    followingAnnotations.removeAll()
    numerals.removeAll(keepingCapacity: true)
    reachRows.removeAll()
    reachCounts.removeAll()
    reachEnds.removeAll()
  }

  /// Makes room for the annotations of as many tokens as there are.
  func prepareAnnotations() {
    firstAnnotations.fill(tokens.count, with: -1)
  }

  /// Adds an annotation; at one start the longer stand first.
  func add(_ annotation: Annotation) {
    let id = Int32(allAnnotations.count)
    annotations.append(annotation)
    allAnnotations.append(annotation)
    followingAnnotations.append(-1)
    guard annotation.start < firstAnnotations.count else { return }
    starts[annotation.start].types |= Starts.bit(annotation.type)
    var last: Int32 = -1
    var next = firstAnnotations[annotation.start]
    while next >= 0, allAnnotations[Int(next)].end >= annotation.end {
      last = next
      next = followingAnnotations[Int(next)]
    }
    followingAnnotations[Int(id)] = next
    if last < 0 {
      firstAnnotations[annotation.start] = id
    } else {
      followingAnnotations[Int(last)] = id
    }
  }

  /// The longest annotation that starts at a token, or -1.
  @inline(__always)
  func firstAnnotation(at token: Int) -> Int {
    token < firstAnnotations.count ? Int(firstAnnotations[token]) : -1
  }

  /// The next shorter annotation with the same start, or -1.
  @inline(__always)
  func annotation(after annotation: Int) -> Int { Int(followingAnnotations[annotation]) }

  /// What starts at a token.
  @inline(__always)
  func starts(at token: Int) -> Starts { starts[token] }

  /// Whether an entry of a list or an annotation starts at a token.
  @inline(__always)
  func startsSomething(at token: Int) -> Bool {
    firstAnnotations[token] >= 0 || listStarts[token] != listStarts[token + 1]
  }

  /// Whether an annotation of a type covers some tokens.
  ///
  /// - Complexity: O(1), after O(*n*) in tokens and annotations once for every type.
  func isInside(_ type: Int, _ tokens: Range<Int>) -> Bool {
    if type >= reachRows.count || reachRows[type] < 0 || reachCounts[type] < allAnnotations.count {
      extendReach(type)
    }
    guard tokens.lowerBound < forms.count else { return false }
    return Int(reachEnds[reachRows[type] + tokens.lowerBound]) >= tokens.upperBound
  }

  /// Takes the annotations of a type that have been added since it was asked for.
  @inline(never)
  private func extendReach(_ type: Int) {
    reachRows.extend(to: type + 1, with: -1)
    reachCounts.extend(to: type + 1, with: 0)
    if reachRows[type] < 0 {
      reachRows[type] = reachEnds.count
      reachEnds.extend(to: reachEnds.count + forms.count, with: -1)
    }
    let row = reachRows[type]
    for index in reachCounts[type]..<allAnnotations.count {
      let annotation = allAnnotations[index]
      guard annotation.type == type, annotation.start < annotation.end else { continue }
      let end = Int32(annotation.end)
      for token in annotation.start..<min(annotation.end, forms.count)
      where reachEnds[row + token] < end {
        reachEnds[row + token] = end
      }
    }
    reachCounts[type] = allAnnotations.count
  }

  /// Notes where the matches of lists start; they are sorted by then.
  func indexListMatches() {
    starts.fill(tokens.count, with: Starts())
    for index in 0..<foundEntries.count {
      let entry = foundEntries[index]
      starts[entry.start].lists |= Starts.bit(entry.list)
    }
    listStarts.removeAll()
    var next = 0
    for token in 0...tokens.count {
      while next < foundEntries.count, foundEntries[next].start < token { next += 1 }
      listStarts.append(Int32(next))
    }
  }

  /// The entries of lists that start at a token, longer first.
  @inline(__always)
  func listMatches(at token: Int) -> Range<Int> {
    guard token + 1 < listStarts.count else { return 0..<0 }
    return Int(listStarts[token])..<Int(listStarts[token + 1])
  }

  /// Whether an assertion holds before the token at `position`.
  func holds(_ assertion: Assertion, at position: Int) -> Bool {
    let isEnd = position >= flags.count
    switch assertion {
    case .sentenceStart: return !isEnd && flags[position].contains(.sentenceStart)
    case .sentenceEnd: return isEnd || flags[position].contains(.sentenceStart)
    case .paragraphStart: return !isEnd && flags[position].contains(.paragraphStart)
    case .paragraphEnd: return isEnd || flags[position].contains(.paragraphStart)
    case .glue: return !isEnd && !flags[position].contains(.spaceBefore)
    }
  }
}
