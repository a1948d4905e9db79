import RuleLanguage
import TextEngine

/// Writes a tree in a compact form, one clause or entry to a line, without ranges.
enum SyntaxDump {
  static func dump(_ file: RuleFile) -> String {
    file.items.map { dump($0) }.joined(separator: "\n")
  }

  static func dump(_ item: ItemSyntax) -> String {
    switch item.kind {
    case .language(let name): return "(language \(name.text))"
    case .cascade(let names): return "(cascade \(joined(names)))"
    case .use(let path): return "(use \(dump(path)))"
    case .fact(let fact):
      return lines("(fact \(fact.name.text)", fact.fields.map { dump($0) })
    case .list(let list): return dump(list)
    case .lexicon(let list): return "(lexicon " + dump(list) + ")"
    case .definition(let definition):
      return "(def \(definition.name.text) \(dump(definition.pattern)))"
    case .phase(let phase):
      return "(phase \(phase.name.text)\(phase.window.map { " \($0.rawValue)" } ?? ""))"
    case .rule(let rule): return dump(rule, "rule")
    case .block(let rule): return dump(rule, rule.narrows ? "narrow" : "block")
    }
  }

  private static func dump(_ field: FieldSyntax) -> String {
    let type =
      switch field.type {
      case .text: "text"
      case .decimal: "decimal"
      case .date: "date"
      case .bool: "bool"
      case .span: "span"
      case .spans: "spans"
      case .enumeration(let values): "(enum \(joined(values)))"
      case .reference(let kinds): "(ref \(kinds.map(\.text).joined(separator: " ")))"
      }
    return
      "(\(([path(field.path), type] + field.modifiers.map(\.rawValue)).joined(separator: " ")))"
  }

  private static func dump(_ list: ListSyntax) -> String {
    switch list.content {
    case .entries(let entries): return lines("(list @\(list.name.text)", entries.map { dump($0) })
    case .file(let path, let columns):
      return "(list @\(list.name.text) from \(dump(path)) (\(joined(columns))))"
    }
  }

  static func dump(_ entry: ListEntrySyntax) -> String {
    var parts = [entry.words.map(\.text).joined(separator: "_")]
    parts += entry.features.map { "\($0.name.text)=\(dump($0.value))" }
    if entry.isAlternative { parts.append("alt") }
    return "(\(entry.isExact ? "=" : "")\(parts.joined(separator: " ")))"
  }

  private static func dump(_ rule: RuleSyntax, _ keyword: String) -> String {
    let head = [
      keyword, "\(rule.phase?.text ?? "-").\(rule.name.text)", rule.fact?.text,
      rule.isIncomplete ? "incomplete" : nil,
    ]
    return lines(
      "(" + head.compactMap { $0 }.joined(separator: " "),
      rule.clauses.map { dump($0) }
    )
  }

  private static func dump(_ clause: ClauseSyntax) -> String {
    switch clause.kind {
    case .match(let pattern): return "(match \(dump(pattern)))"
    case .conditions(let conditions):
      let all = conditions.map {
        "(\(([$0.name.text] + $0.arguments.map { dump($0) }).joined(separator: " ")))"
      }
      return "(where \(all.joined(separator: " ")))"
    case .unless(.before(let pattern)): return "(unless before \(dump(pattern)))"
    case .unless(.after(let pattern)): return "(unless after \(dump(pattern)))"
    case .unless(.inside(let kind)): return "(unless inside <\(kind.text)>)"
    case .emit(let assignments):
      let all = assignments.map { "(\(path($0.path)) \(dump($0.value)))" }
      return "(emit \(all.joined(separator: " ")))"
    case .span(let label): return "(span \(label.text))"
    case .per(let label): return "(per \(label.text))"
    case .priority(let value): return "(priority \(value))"
    case .pool(let name): return "(pool \(name.text))"
    case .off: return "(off)"
    case .test(let test):
      let fields = test.fields.map { " \(path($0.path)):\(dump($0.value))" }
      return "(test \(dump(test.text))\(fields.joined()))"
    case .reject(let text): return "(reject \(dump(text)))"
    }
  }

  static func dump(_ text: MarkedText) -> String {
    let bytes = Array(text.text.utf8)
    let spans = text.spans.map {
      " [\(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))]"
    }
    return quoted(text.text) + spans.joined()
  }

  static func dump(_ pattern: PatternSyntax) -> String {
    switch pattern.kind {
    case .alternation(let parts): return "(or \(parts.map { dump($0) }.joined(separator: " ")))"
    case .sequence(let parts): return "(seq \(parts.map { dump($0) }.joined(separator: " ")))"
    case .element(let element):
      var text = element.label.map { "\($0.text):" } ?? ""
      text += dump(element.atom)
      if element.isHead { text += "^" }
      if element.quantifier != nil {
        text += "{\(element.minimum),\(element.maximum.map(String.init) ?? "")}"
      }
      return text + (element.isLazy ? "lazy" : "")
    case .form(let form): return quoted(form)
    case .exactForm(let form): return "=" + quoted(form)
    case .lemma(let lemma): return "'\(lemma)'"
    case .list(let name): return "@\(name.text)"
    case .token(let predicate): return "[\(dump(predicate))]"
    case .annotation(let name, nil): return "<\(name.text)>"
    case .annotation(let name, let predicate?): return "<\(name.text) \(dump(predicate))>"
    case .agreement(let categories, let inner):
      let names = categories.map(\.rawValue).joined(separator: ",")
      return "(agr\(names.isEmpty ? "" : "[\(names)]") \(dump(inner)))"
    case .free(let inner): return "(free \(dump(inner)))"
    case .group(let inner): return "(group \(dump(inner)))"
    case .name(let name): return name.text
    }
  }

  static func dump(_ predicate: PredicateSyntax) -> String {
    switch predicate.kind {
    case .or(let parts): return "(or \(parts.map { dump($0) }.joined(separator: " ")))"
    case .and(let parts): return "(and \(parts.map { dump($0) }.joined(separator: " ")))"
    case .not(let inner): return "!\(dump(inner))"
    case .group(let inner): return "(group \(dump(inner)))"
    case .form(let form): return quoted(form)
    case .exactForm(let form): return "=" + quoted(form)
    case .lemma(let lemma): return "'\(lemma)'"
    case .list(let name): return "@\(name.text)"
    case .regex(let text): return "/\(text)/"
    case .integer(let range): return "int(\(range.lowerBound)..\(range.upperBound))"
    case .length(let range): return "len(\(range.lowerBound)..\(range.upperBound))"
    case .flag(let name): return name.text
    }
  }

  static func dump(_ expression: ExpressionSyntax) -> String {
    switch expression.kind {
    case .string(let text): return quoted(text)
    case .number(let digits): return digits
    case .name(let name): return name.text
    case .member(let base, let member): return "\(base.text).\(member.text)"
    case .call(let name, let arguments):
      return "(\(([name.text] + arguments.map { dump($0) }).joined(separator: " ")))"
    case .binary(let kind, let left, let right):
      return "(\(kind.rawValue) \(dump(left)) \(dump(right)))"
    case .group(let inner): return "(group \(dump(inner)))"
    }
  }

  static func dump(_ literal: LiteralSyntax) -> String {
    literal.kind == .string ? quoted(literal.text) : literal.text
  }

  private static func path(_ path: [NameSyntax]) -> String {
    path.map(\.text).joined(separator: ".")
  }

  private static func joined(_ names: [NameSyntax]) -> String {
    names.map(\.text).joined(separator: " ")
  }

  private static func lines(_ head: String, _ rest: [String]) -> String {
    ([head] + rest.map { "  \($0)" }).joined(separator: "\n") + ")"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
      + "\""
  }
}
