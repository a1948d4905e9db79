/// The files of a rule set with those of the library that they use, parsed.
///
/// `use "standard"` takes all files of the library, `use "standard/shared/numerals.rules"` one of them; a path without
/// `standard` names a file of the set itself, which belongs to it anyway.
struct GatheredSources {
  /// What stands before the paths of the library's files, and for its phases in a cascade.
  static let libraryName = "standard"

  /// The set's own sources by path, then the library's in the order in which they were asked for.
  private(set) var sources: [RuleSource]
  /// The tree of each source that is a rule file.
  private(set) var files: [(index: Int, file: RuleFile)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let library: [RuleSource]

  /// Parses the sources and gathers what they use.
  init(_ own: [RuleSource], library: [RuleSource]) {
    sources = own
    self.library = library.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var index = 0
    // The library's files come behind those that use them, and may use others in their turn.
    while index < sources.count {
      if sources[index].path.hasSuffix(".rules") { parse(index) }
      index += 1
    }
  }

  private mutating func parse(_ index: Int) {
    let parsed = ParsedRuleFile(parsing: sources[index], index: index)
    diagnostics += parsed.diagnostics
    files.append((index, parsed.file))
    for item in parsed.file.items {
      switch item.kind {
      case .use(let path): use(path, from: index)
      case .list(let list), .lexicon(let list):
        // A file of the library brings the tables that its lists name.
        if sources[index].isBuiltIn, case .file(let path, _) = list.content {
          _ = takeFromLibrary(Self.folder(of: sources[index].path) + path.text)
        }
      default: break
      }
    }
  }

  private mutating func use(_ path: LiteralSyntax, from index: Int) {
    if path.text == Self.libraryName {
      for source in library where !source.path.hasSuffix(".rbbi") { take(source) }
      if library.isEmpty { report(.missingLibrary, at: path.range) }
      return
    }
    if path.text.hasPrefix(Self.libraryName + "/") {
      guard !takeFromLibrary(path.text) else { return }
      let known = library.map { Self.libraryPath(of: $0.path) }.filter { $0.hasSuffix(".rules") }
      let near = NearestName.find(path.text, in: known)
      report(.missingLibraryFile(path.text, nearest: near), at: path.range)
      return
    }
    let wanted = Self.folder(of: sources[index].path) + path.text
    guard !sources.contains(where: { $0.path == wanted }) else { return }
    let known = sources.filter { !$0.isBuiltIn }.map(\.path)
    report(.missingUse(path.text, nearest: NearestName.find(wanted, in: known)), at: path.range)
  }

  private mutating func report(_ message: DiagnosticMessage, at range: SourceRange) {
    diagnostics.append(Diagnostic(message, at: range))
  }

  /// Takes the file of the library with this path, `standard/…`; false where there is none.
  private mutating func takeFromLibrary(_ path: String) -> Bool {
    guard let source = library.first(where: { Self.libraryPath(of: $0.path) == path }) else {
      return false
    }
    take(source)
    return true
  }

  private mutating func take(_ source: RuleSource) {
    let path = Self.libraryPath(of: source.path)
    guard !sources.contains(where: { $0.isBuiltIn && $0.path == path }) else { return }
    sources.append(RuleSource(path: path, bytes: source.bytes, isBuiltIn: true))
  }

  /// The path under which rules know a file of the library: `Rules/date/words.rules` is `standard/date/words.rules`.
  private static func libraryPath(of path: String) -> String {
    let parts = path.split(separator: "/").dropFirst()
    return ([libraryName] + parts.map(String.init)).joined(separator: "/")
  }

  /// The folder of a path with its slash; nothing for a file at the top.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
