/// Runs a rule program over documents, phase by phase.
///
/// An engine belongs to one worker; the program and the dictionary are shared. It keeps its buffers and the forms that
/// it has met from document to document.
public final class Engine {
  /// The rules.
  public let program: RuleProgram
  /// The document at hand.
  public let document = EngineDocument()
  /// The text at hand.
  public private(set) var text = SourceText("")
  /// The limits that fired in this document, in the order in which they did.
  public private(set) var limits: [EngineLimit] = []

  let forms: FormTable
  private let tokenizer: Tokenizer
  private let matcher: PatternMatcher
  let contextMatcher: PatternMatcher
  private let budget: StepBudget
  let filter: RuleFilter
  /// What the hot loop needs of each rule.
  let entries: [RuleEntry]

  /// The steps of matching that this document has taken; the same for the same text and rules.
  public var steps: Int {
    listSteps &+ matcher.steps &+ contextMatcher.steps &- stepsBefore
  }

  // What lists have for the forms, and the places from which entries may go on.
  let firstWords = FirstWords()
  let entryStack = Buffer<EntryPlace>()
  /// The list of numeral words.
  let numeralEntries: NumeralEntries
  /// For each token, whether it begins an entry of that list.
  let numeralMarks = Buffer<Bool>()

  /// The matches of the phase at hand.
  private let drafts = Buffer<MatchDraft>()
  /// Their ways, one after another.
  let ways = Buffer<MatchPath.Event>(capacity: 256)
  /// The steps of looking for entries of lists in this document.
  private var listSteps = 0
  /// The steps that the matchers had taken before this document.
  private var stepsBefore = 0

  /// The most distinct forms that are kept before the table is emptied: about 14 MB with all that hangs on them.
  private static let maximumForms = 15_000
  /// The most tokens that one match may cover; a longer sentence or paragraph is cut.
  static let maximumWindow = 1_024

  /// Makes an engine.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(program: RuleProgram, dictionary: MorphDictionary) throws(TokenizerError) {
    self.program = program
    numeralEntries = NumeralEntries(of: program)
    tokenizer = try Tokenizer(
      rules: program.tokenRules.span,
      compiled: program.compiledTokenRules,
      words: program.wordClasses
    )
    forms = FormTable(
      dictionary: dictionary.adding(program.words),
      symbols: program.symbols,
      gazetteer: program.gazetteer,
      tests: TestTable(program.testParts),
      phraseTests: TestTable(program.phraseTestParts),
      classes: program.formClasses
    )
    let code = program.matchCode(forms.tests.parts)
    budget = StepBudget(rules: program.rules.count)
    let closures = ClosureTable(code, flagNeeds: forms.classes.flagNeeds)
    entries = RuleEntry.all(of: program.rules, closures)
    // What stands beside a match has code of its own.
    matcher = PatternMatcher(
      code: code,
      closures: closures,
      document: document,
      forms: forms
    )
    contextMatcher = PatternMatcher(
      code: code,
      closures: closures,
      document: document,
      forms: forms
    )
    filter = RuleFilter(program: program, classes: forms.classes)
  }

  /// Takes up a document: cuts it into tokens, analyses new forms, looks up lists, reads numerals, pairs marks.
  ///
  /// - Parameter headerEnd: Where a header ends that is a paragraph of its own, though no line break follows.
  public func begin(_ text: SourceText, headerEnd: Int = 0) {
    self.text = text
    limits.removeAll(keepingCapacity: true)
    matcher.reset()
    contextMatcher.reset()
    document.removeAll()
    if max(forms.count, forms.nameSpellings.count / 4) > Self.maximumForms {
      forms.removeAll()
      filter.removeForms()
      firstWords.removeAll()
    }
    var tokens = TokenTable()
    swap(&tokens, &document.tokens)
    tokenizer.tokenize(text, into: &tokens)
    if headerEnd > 0 { tokens.startParagraph(at: headerEnd) }
    lookUp(tokens, in: text)
    document.flags.append(tokens.flags)
    document.tokens = tokens
    budget.begin(tokens: tokens.count)
    listSteps = 0
    stepsBefore = matcher.steps &+ contextMatcher.steps
    findListEntries()
    document.prepareAnnotations()
    addCoreAnnotations()
    filter.begin(document)
  }

  /// Takes up the forms of tokens, those that are new after having analysed them; a part of `begin` that can be measured
  /// by itself.
  package func lookUp(_ tokens: TokenTable, in text: SourceText) {
    let bytes = text.bytes.span
    for token in 0..<tokens.count {
      let form = forms.form(
        bytes,
        start: Int(tokens.starts[token]),
        end: Int(tokens.ends[token]),
        kind: tokens.kinds[token]
      )
      document.forms.append(form)
      document.classes.append(UInt32(forms.classes.of(form)))
    }
  }

  /// Adds an annotation for later phases.
  public func add(_ annotation: Annotation) {
    document.add(annotation)
    filter.add(annotation)
  }

  // MARK: Phases

  /// The winners of one phase, by start, longer first.
  ///
  /// - Parameter onlyRule: Where set, the only rule that runs.
  public func run(phase number: Int, onlyRule: Int? = nil) -> [Match] {
    Overlap.winners(
      of: candidates(phase: number, onlyRule: onlyRule, nil),
      rules: program.rules
    )
  }

  /// All matches of one phase, whoever wins.
  ///
  /// - Parameter recorder: Where set, takes up which rules were tried, which takes time of its own.
  func candidates(phase number: Int, onlyRule: Int?, _ recorder: PhaseRecorder?) -> [Match] {
    let phase = program.phases[number]
    guard !phase.rules.isEmpty else { return [] }
    drafts.removeAll()
    ways.removeAll()
    let nextStart = Buffer<Int32>(capacity: phase.rules.count)
    nextStart.fill(phase.rules.count, with: 0)
    filter.beginPhase(number, phase.rules)
    for window in windows(of: phase.window) where filter.prepare(window, document) {
      matcher.beginWindow()
      budget.beginWindow(length: window.count, taken: steps)
      var place = filter.starts.count
      while place > 0 {
        place -= 1
        let start = filter.starts[place]
        let token = Int(start.token)
        start.rules.forEachBit { bit in
          let rule = Int(start.word) << 6 + bit
          let place = rule - phase.rules.lowerBound
          guard Int(nextStart[place]) <= token, onlyRule == nil || onlyRule == rule,
            matcher.canStart(entries[rule].code, at: token)
          else { return }
          recorder?.begin()
          let match = match(rule: rule, at: token, window: window)
          recorder?.end(place)
          if let match {
            drafts.append(match)
            nextStart[place] = Int32(match.end)
          }
        }
      }
    }
    if matcher.overflowed || contextMatcher.overflowed { note(.registers) }
    let events = ways.array(0..<ways.count)
    return (0..<drafts.count).map { drafts[$0].match(events) }
  }

  /// Notes steps that no rule takes.
  func take(steps: Int) { listSteps += steps }

  func note(_ limit: EngineLimit) {
    if !limits.contains(limit) { limits.append(limit) }
  }

  func windows(of window: CompiledPhase.Window) -> [Range<Int>] {
    let starts =
      window == .sentence ? document.tokens.sentenceStarts : document.tokens.paragraphStarts
    var windows: [Range<Int>] = []
    windows.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : document.tokens.count
      var first = Int(start)
      while end - first > Self.maximumWindow {
        note(.window)
        // Cut where a sentence ends, if one does.
        var cut = first + Self.maximumWindow
        while cut > first + 1, !document.tokens.flags[cut].contains(.sentenceStart) { cut -= 1 }
        if cut == first + 1 { cut = first + Self.maximumWindow }
        windows.append(first..<cut)
        first = cut
      }
      windows.append(first..<end)
    }
    return windows
  }

  /// The longest match of a rule at a token that meets all its conditions.
  ///
  /// A rule that has no steps left in this window finds nothing more there.
  private func match(rule number: Int, at token: Int, window: Range<Int>) -> MatchDraft? {
    let (left, isSlow) = budget.left(number, taken: steps)
    let before = matcher.steps &+ contextMatcher.steps
    var isSpent = left == 0
    let known = ways.count
    var found: MatchDraft?
    if left > 0 {
      isSpent = !matcher.run(
        entries[number].state,
        from: token,
        window: window,
        limit: left,
        isSlow: isSlow
      )
      if matcher.ends.count > 0 {
        found = firstAccepted(rule: number, at: token, window, limit: left, &isSpent)
      }
    }
    budget.take(matcher.steps &+ contextMatcher.steps &- before, rule: number)
    guard isSpent else { return found }
    ways.truncate(to: known)
    note(.steps)
    return nil
  }

  /// The longest of the matches that the matcher has found that meets all conditions.
  private func firstAccepted(
    rule number: Int,
    at token: Int,
    _ window: Range<Int>,
    limit: Int,
    _ isSpent: inout Bool
  ) -> MatchDraft? {
    let isPlain = entries[number].isPlain
    let lastStep = matcher.steps &+ contextMatcher.steps &+ limit
    var index = matcher.ends.count
    guard index > 0, isPlain || !isRefusedBefore(number, token, window, lastStep, &isSpent) else {
      return nil
    }
    while index > 0, !isSpent {
      index -= 1
      let found = matcher.ends[index]
      guard found.end > token else { continue }
      if !isPlain, isRefused(number, token..<found.end, window, lastStep, &isSpent) { continue }
      let start = ways.count
      matcher.appendPath(endingAt: found.log, to: ways)
      guard isPlain || meetsConditions(number, from: start) else {
        ways.truncate(to: start)
        continue
      }
      return MatchDraft(
        rule: number,
        start: token,
        end: found.end,
        firstEvent: start,
        lastEvent: ways.count
      )
    }
    return nil
  }

  /// Whether what stands before a token refuses all matches that start there.
  private func isRefusedBefore(
    _ number: Int,
    _ token: Int,
    _ window: Range<Int>,
    _ lastStep: Int,
    _ isSpent: inout Bool
  ) -> Bool {
    guard entries[number].looksBefore else { return false }
    for context in entries[number].contexts where context.isBefore {
      let limit = lastStep &- matcher.steps &- contextMatcher.steps
      guard
        limit > 0,
        contextMatcher.run(
          context.state,
          from: max(window.lowerBound, token - context.maximumLength),
          through: token,
          window: window.lowerBound..<token,
          limit: limit
        )
      else {
        isSpent = true
        return true
      }
      let ends = contextMatcher.ends
      if ends.count > 0, ends[ends.count - 1].end == token { return true }
    }
    return false
  }

  /// Whether what stands around or after a match refuses it.
  private func isRefused(
    _ number: Int,
    _ tokens: Range<Int>,
    _ window: Range<Int>,
    _ lastStep: Int,
    _ isSpent: inout Bool
  ) -> Bool {
    for type in entries[number].notInside where document.isInside(type, tokens) { return true }
    for context in entries[number].contexts where !context.isBefore {
      let limit = lastStep &- matcher.steps &- contextMatcher.steps
      let end = min(window.upperBound, tokens.upperBound + context.maximumLength)
      guard
        limit > 0,
        contextMatcher.run(
          context.state,
          from: tokens.upperBound,
          window: tokens.upperBound..<end,
          limit: limit
        )
      else {
        isSpent = true
        return true
      }
      if contextMatcher.ends.count > 0 { return true }
    }
    return false
  }
}
