import TextEngine

/// A recursive-descent parser of rule files.
///
/// A fault is reported where it is found; then `Unwind` is thrown, and the nearest enclosing list of things
/// (items, clauses, entries, fields) goes on with the next of them, so that one run finds all faults.
struct Parser {
  /// Thrown after a fault has been reported: the current construct cannot be read further.
  struct Unwind: Error {}

  /// How deep brackets may nest, so that hostile input cannot exhaust the stack.
  static let depthLimit = 256
  /// The most repetitions that a quantifier may ask for; a window holds no more tokens.
  static let repetitionLimit = 512
  /// How many faults of one file are reported.
  static let faultLimit = 1000

  /// The file's index in its set of sources.
  let file: Int
  var lexer: Lexer
  /// The token that is looked at.
  var token: RuleToken
  /// The end of the last token that was taken.
  var lastEnd = 0
  /// How many brackets are open around the current place.
  var depth = 0
  /// How many of them are braces.
  var braces = 0
  /// Whether tokens are passed over after a fault.
  var isSkipping = false
  /// The phase that the next rule stands under.
  var phase: NameSyntax?
  /// Whether a phase without a readable name stands before the next rule.
  var phaseIsUnreadable = false
  /// The keywords that may be misspelt in a pattern: those of the list that it stands in.
  var expectedKeywords: [String] = []
  /// The last name at the start of a line in a pattern that may be a misspelt keyword.
  var suspect: Int?
  /// Where a pattern ends in spite of what stands there: at a keyword known to be misspelt.
  var patternEnd: Int?
  private(set) var diagnostics: [Diagnostic] = []

  /// The parser's state at a place, to read again from there.
  struct State {
    fileprivate let token: RuleToken
    fileprivate let lexer: Lexer
    fileprivate let lastEnd: Int
    fileprivate let depth: Int
    fileprivate let braces: Int
    fileprivate let faults: Int
  }

  init(bytes: [UInt8], file: Int) {
    self.file = file
    lexer = Lexer(bytes: bytes)
    token = RuleToken(
      kind: .end,
      span: TextSpan(start: 0, end: 0),
      isFirstOnLine: true,
      isAdjacent: false
    )
    if let fault = UTF8Validation.firstFault(in: bytes.span) {
      report(.invalidUTF8, at: SourceRange(file: file, start: fault, end: fault + 1))
    }
    advance()
  }
}

// MARK: - Tokens

extension Parser {
  /// Takes the current token.
  mutating func advance() {
    lastEnd = token.span.end
    repeat {
      token = lexer.next()
      // What is passed over may be text that lacks its quotation marks: one fault for all its words is enough.
      if let fault = token.fault, !(isSkipping && token.kind == .identifier) {
        report(fault, at: range(of: token))
      }
    } while token.kind == .unknown
  }

  /// The token after the current one.
  func peek() -> RuleToken {
    var ahead = lexer
    var next = ahead.next()
    while next.kind == .unknown { next = ahead.next() }
    return next
  }

  /// Whether the current token is this character.
  func at(_ character: Unicode.Scalar) -> Bool { token.isPunctuation(character) }

  /// Takes the current token if it is this character.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at(character) else { return false }
    advance()
    return true
  }

  /// Whether two adjacent characters stand here, such as `->`.
  func at(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard at(first) else { return false }
    let next = peek()
    return next.isPunctuation(second) && next.isAdjacent
  }

  /// The current token's text if it is a name.
  var word: String? {
    token.kind == .identifier ? text(of: token) : nil
  }

  /// The item keyword that stands here.
  var itemKeyword: ItemKeyword? { word.flatMap(ItemKeyword.init) }

  /// The clause keyword that stands here.
  var clauseKeyword: ClauseKeyword? { word.flatMap(ClauseKeyword.init) }

  func text(of token: RuleToken) -> String {
    String(decoding: lexer.bytes[token.span.start..<token.span.end], as: UTF8.self)
  }

  func range(of token: RuleToken) -> SourceRange {
    SourceRange(file: file, span: token.span)
  }

  /// The range from an offset to the end of the last token taken.
  func range(from start: Int) -> SourceRange {
    SourceRange(file: file, start: start, end: max(start, lastEnd))
  }

  /// Whether a keyword starts a new line here, so that a name before it is missing.
  var startsNextLine: Bool {
    token.isFirstOnLine && word.map(ReservedWord.endsPattern) ?? false
  }

  /// Takes a name.
  mutating func name(_ expectation: SyntaxExpectation) throws(Unwind) -> NameSyntax {
    guard token.kind == .identifier, !startsNextLine || expectation.mayBeKeyword else {
      throw expected(expectation)
    }
    let name = NameSyntax(text: text(of: token), range: range(of: token))
    advance()
    return name
  }

  /// Takes names with dots between them: `unit.code`.
  mutating func path(_ expectation: SyntaxExpectation) throws(Unwind) -> [NameSyntax] {
    var path = [try name(expectation)]
    while take(".") { path.append(try name(expectation)) }
    return path
  }

  /// Takes names with commas between them, in parentheses.
  mutating func names(_ expectation: SyntaxExpectation) throws(Unwind) -> [NameSyntax] {
    let opening = try open("(")
    var names = [try name(expectation)]
    while take(",") { names.append(try name(expectation)) }
    try close(opening, ")")
    return names
  }

  /// Takes a whole number, with a sign where one may stand.
  mutating func integer(signed: Bool = false) throws(Unwind) -> Int {
    let start = token.span.start
    let isNegative = signed && take("-")
    guard token.kind == .number else { throw expected(.number) }
    let digits = text(of: token)
    guard !digits.contains(".") else { throw expected(.number) }
    advance()
    guard let value = Int(digits) else {
      report(.numberTooLarge, at: range(from: start))
      throw Unwind()
    }
    return isNegative ? -value : value
  }

  /// Takes a quoted text.
  mutating func string(_ expectation: SyntaxExpectation) throws(Unwind) -> LiteralSyntax {
    guard token.kind == .string else { throw expected(expectation) }
    let range = range(of: token)
    return LiteralSyntax(kind: .string, text: takeQuoted(), range: range)
  }

  /// Takes the current token, a string or a lemma, and gives its text.
  mutating func takeQuoted() -> String {
    let quoted = QuotedText(token, in: lexer)
    for span in quoted.unknownEscapes {
      let escape = String(decoding: lexer.bytes[span.start..<span.end], as: UTF8.self)
      report(
        .unknownEscape(escape, allowed: QuotedText.escapes),
        at: SourceRange(file: file, span: span)
      )
    }
    advance()
    return quoted.text
  }

  /// Takes a text in quotation marks, a number with or without a sign, or a name.
  mutating func literal(_ expectation: SyntaxExpectation) throws(Unwind) -> LiteralSyntax {
    let start = token.span.start
    switch token.kind {
    case .string: return try string(expectation)
    case .identifier:
      let name = try name(expectation)
      return LiteralSyntax(kind: .identifier, text: name.text, range: name.range)
    case .number:
      let digits = text(of: token)
      advance()
      return LiteralSyntax(kind: .number, text: digits, range: range(from: start))
    case .punctuation(UInt8(ascii: "-")) where peek().kind == .number:
      advance()
      let digits = text(of: token)
      advance()
      return LiteralSyntax(kind: .number, text: "-" + digits, range: range(from: start))
    default: throw expected(expectation)
    }
  }
}

// MARK: - Brackets

extension Parser {
  /// An opening bracket that was taken.
  struct Opening {
    var text: String
    var range: SourceRange
  }

  /// Takes an opening bracket and counts its level.
  mutating func open(_ character: Unicode.Scalar) throws(Unwind) -> Opening {
    guard at(character) else {
      throw expected(character == "(" ? .openParenthesis : .openBrace)
    }
    let opening = Opening(text: String(character), range: range(of: token))
    try descend()
    if character == "{" { braces += 1 }
    advance()
    return opening
  }

  /// Takes the closing half of an opening.
  mutating func close(_ opening: Opening, _ character: Unicode.Scalar) throws(Unwind) {
    depth -= 1
    if character == "}" { braces -= 1 }
    guard take(character) else { throw unclosed(opening, character) }
  }

  /// Reports an opening without its closing half.
  mutating func unclosed(_ opening: Opening, _ character: Unicode.Scalar) -> Unwind {
    report(
      .unclosed(opening.text, closing: String(character), found: found()),
      at: faultRange,
      labels: [.init(range: opening.range, text: DiagnosticMessage.openedHere(opening.text))]
    )
    return Unwind()
  }

  /// Goes one level down; callers go up again, or unwind to a place that knows its own depth.
  mutating func descend() throws(Unwind) {
    guard depth < Parser.depthLimit else {
      report(.tooDeep(limit: Parser.depthLimit), at: range(of: token))
      throw Unwind()
    }
    depth += 1
  }
}

// MARK: - Faults

extension Parser {
  mutating func report(
    _ message: DiagnosticMessage,
    at range: SourceRange,
    labels: [Diagnostic.Label] = []
  ) {
    guard diagnostics.count < Parser.faultLimit else { return }
    diagnostics.append(Diagnostic(message, at: range, labels: labels))
  }

  /// Reports that something else than the current token must stand here.
  mutating func expected(_ expectation: SyntaxExpectation) -> Unwind {
    reportCurrent(.expected(expectation, found: found()), at: faultRange)
    return Unwind()
  }

  /// Reports a fault of the current token, unless the token by itself has been reported already.
  mutating func reportCurrent(_ message: DiagnosticMessage, at range: SourceRange) {
    if token.fault == nil { report(message, at: range) }
  }

  /// Where something is missing: at the current token, or at the end of the line before it.
  var faultRange: SourceRange {
    guard token.isFirstOnLine || token.kind == .end, lastEnd > 0 else { return range(of: token) }
    return SourceRange(file: file, start: lastEnd, end: lastEnd)
  }

  /// Takes tokens until one of them is a place to go on from.
  mutating func skip(until isPlace: (inout Parser) -> Bool) {
    isSkipping = true
    let start = token.span.start
    while token.kind != .end, !isPlace(&self) { advance() }
    isSkipping = false
    if token.span.start > start, token.kind == .identifier, let fault = token.fault {
      report(fault, at: range(of: token))
    }
  }

  /// The current token in a message's words.
  func found() -> String {
    guard token.kind == .end else { return "`\(RuleToken.clipped(text(of: token)))`" }
    return lexer.limit < lexer.bytes.count ? "the end of the line" : "the end of the file"
  }

  /// The state at the current place.
  var state: State {
    State(
      token: token,
      lexer: lexer,
      lastEnd: lastEnd,
      depth: depth,
      braces: braces,
      faults: diagnostics.count
    )
  }

  /// Goes back to a place, and forgets the faults reported since.
  mutating func reset(to state: State) {
    token = state.token
    lexer = state.lexer
    lastEnd = state.lastEnd
    depth = state.depth
    braces = state.braces
    diagnostics.removeLast(max(0, diagnostics.count - state.faults))
  }

  /// Reads something with patterns in it; where that fails after what may be a misspelt keyword at the start of a
  /// line, reads it again as ending before that word.
  ///
  ///     match "до" @month
  ///     tset  "[до мая]" { value: "2025-05" }     # not the definition `tset` and a form
  mutating func readingPatterns<Result>(
    before keywords: [String],
    _ read: (inout Parser) throws(Unwind) -> Result
  ) throws(Unwind) -> Result {
    let state = state
    expectedKeywords = keywords
    suspect = nil
    do throws(Unwind) {
      return try read(&self)
    } catch {
      guard let suspect else { throw error }
      reset(to: state)
      patternEnd = suspect
      defer { patternEnd = nil }
      return try read(&self)
    }
  }

  /// The faults by place; of equal places, in the order found.
  func finishedDiagnostics() -> [Diagnostic] {
    var result = diagnostics
    if let last = result.last, result.count >= Parser.faultLimit {
      result.append(Diagnostic(.tooManyFaults(limit: Parser.faultLimit), at: last.range))
    }
    return result.enumerated().sorted {
      ($0.element.range.span.start, $0.offset) < ($1.element.range.span.start, $1.offset)
    }.map(\.element)
  }
}
