public import TextEngine

/// Writes compiled tests as they would stand in a rule.
public struct TestDescription {
  private let program: RuleProgram

  /// Makes a writer for the tests of a program.
  public init(_ program: RuleProgram) { self.program = program }

  /// A test of tokens, without its brackets: `noun & gen & !surn`.
  public func text(_ test: TokenTest) -> String { text(test, isInner: false) }

  private func text(_ test: TokenTest, isInner: Bool) -> String {
    switch test {
    case .anything: return "any"
    case .all where test.parts.count == 1: return text(test.parts[0], isInner: isInner)
    case .all(let parts): return group(parts, " & ", isInner)
    case .any(let parts): return group(parts, " | ", isInner)
    case .not(let part), .readingNot(let part): return "!" + text(part, isInner: true)
    case .shape(let shape): return FlagNames.name(of: .shape(shape)) ?? "spelling"
    case .flags(let flags): return FlagNames.name(of: .flags(flags)) ?? "place"
    case .form(let symbol): return "\"\(spelling(symbol))\""
    case .exact(let bytes): return "=\"\(String(decoding: bytes, as: UTF8.self))\""
    case .lemma(let symbol): return "'\(spelling(symbol))'"
    case .grammemes(let set): return FlagNames.name(of: .grammemes(set)) ?? "grammar"
    case .list(let list):
      return program.lists.indices.contains(list) ? "@" + program.lists[list].name : "list"
    case .pattern(let pattern): return "/\(pattern.source)/"
    case .length(let range): return "len \(range.lowerBound)..\(range.upperBound)"
    case .integer(let range): return "int \(range.lowerBound)..\(range.upperBound)"
    }
  }

  private func group(_ parts: [TokenTest], _ sign: String, _ isInner: Bool) -> String {
    let joined = parts.map { text($0, isInner: true) }.joined(separator: sign)
    return isInner ? "(\(joined))" : joined
  }

  private func spelling(_ symbol: SymbolID) -> String {
    String(decoding: program.symbols.spelling(symbol), as: UTF8.self)
  }
}
