import FactExtraction
import Glibc
import RuleLanguage
import StandardRules
import TextEngine

/// A compiled rule set with the dictionary that it was compiled for.
struct LoadedRules: Sendable {
  var compiled: RuleCompiler.Result
  var dictionary: MorphDictionary
  /// What stands for the rules and the dictionary: others have another.
  var fingerprint: UInt64

  /// Loads what the options name, or what is built in.
  ///
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read or a rule is faulty.
  static func load(_ options: RuleOptions) throws(CommandFailure) -> LoadedRules {
    try load(rules: options.rules, lexicon: options.lexicon)
  }

  /// Loads the rules of a folder, or those built in.
  ///
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read or a rule is faulty.
  static func load(rules: String?, lexicon: String?) throws(CommandFailure) -> LoadedRules {
    let loaded = try compile(rules: rules, lexicon: lexicon)
    let errors = loaded.compiled.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let faults = DiagnosticRenderer(loaded.compiled.sources).render(errors)
      throw .usage("the rules have faults: \(errors.count)\n\n" + faults)
    }
    return loaded
  }

  /// Loads what the options name, or what is built in, to explain what it does.
  ///
  /// What is built in is stored as a program, and only where its rules stand is looked up.
  ///
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read or a rule is faulty.
  static func loadToExplain(_ options: RuleOptions) throws(CommandFailure) -> LoadedRules {
    if options.rules == nil, options.lexicon == nil, let program = StandardRules.storedProgram {
      let dictionary = StandardLexicon.dictionary
      let places = try? RuleCompiler.places(
        of: program,
        in: StandardRules.sources,
        dictionary: dictionary
      )
      if let places {
        return LoadedRules(
          compiled: places,
          dictionary: dictionary,
          fingerprint: StandardRules.sourceKey
        )
      }
    }
    return try load(options)
  }

  /// What of it runs.
  var runnable: RunnableRules {
    RunnableRules(program: compiled.program, dictionary: dictionary, fingerprint: fingerprint)
  }

  /// Compiles the rules of a folder, or those built in; their faults are for the caller to show.
  ///
  /// - Parameter lints: Whether to look for probable mistakes as well.
  /// - Throws: `CommandFailure` with status 2 where a file cannot be read.
  static func compile(
    rules folder: String?,
    lexicon: String?,
    lints: Bool = false
  ) throws(CommandFailure) -> LoadedRules {
    let dictionary = try dictionary(lexicon)
    let library = StandardRules.sources
    var sources = library
    if let folder {
      let breakRules = library.first { $0.path == "Rules/tokens.rbbi" }
      sources = try RuleFolder.sources(in: folder)
      // A folder of rules need not repeat how tokens are cut.
      if !sources.contains(where: { $0.path.hasSuffix("tokens.rbbi") }), let breakRules {
        sources.append(breakRules)
      }
    }
    let fingerprint = try fingerprint(of: sources, in: folder, lexicon: lexicon)
    do throws(TokenizerError) {
      let used = folder == nil ? [] : library
      let compiled =
        lints
        ? try RuleCompiler.check(sources, library: used, dictionary: dictionary)
        : try RuleCompiler.compile(sources, library: used, dictionary: dictionary)
      return LoadedRules(
        compiled: compiled,
        dictionary: dictionary,
        fingerprint: fingerprint
      )
    } catch {
      throw .usage("\(error)")
    }
  }

  private static func fingerprint(
    of sources: [RuleSource],
    in folder: String?,
    lexicon: String?
  ) throws(CommandFailure) -> UInt64 {
    if folder == nil, lexicon == nil { return StandardRules.sourceKey }
    var hash = StreamHash()
    // Rules of a folder may use what is built in.
    hash.append(Int(truncatingIfNeeded: StandardRules.sourceKey))
    for source in sources {
      // Where the folder stands makes no difference.
      hash.append(folder.map { String(source.path.dropFirst($0.count)) } ?? source.path)
      hash.append(source.bytes.count)
      hash.append(source.bytes)
    }
    if let lexicon {
      let file = try ByteSource(path: lexicon)
      var piece: [UInt8] = []
      while try file.read(into: &piece) > 0 {
        hash.append(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    return hash.value
  }

  private static func dictionary(_ path: String?) throws(CommandFailure) -> MorphDictionary {
    guard let path else { return StandardLexicon.dictionary }
    do throws(LexiconError) {
      return try MorphDictionary(mapping: path)
    } catch {
      throw .usage("\(path): \(error)")
    }
  }
}
