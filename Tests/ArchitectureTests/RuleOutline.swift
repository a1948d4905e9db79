import Foundation

/// The rules of a rule file by their outlines: name, and whether examples stand in the body.
struct RuleOutline {
  let name: String
  let hasTest: Bool
  let hasReject: Bool

  /// The rules of a file, blocks and switched-off rules left out.
  static func rules(in text: String) -> [RuleOutline] {
    let starts = #"(?m)^rule\s+(\S+)\s*->"#
    guard let expression = try? NSRegularExpression(pattern: starts) else { return [] }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap { match in
      guard let start = Range(match.range, in: text), let name = Range(match.range(at: 1), in: text)
      else { return nil }
      // A body ends at the brace that stands alone, or with the file.
      let rest = text[start.lowerBound...]
      let body = rest.range(of: "\n}").map { rest[..<$0.lowerBound] } ?? rest
      func has(_ clause: String) -> Bool {
        body.range(of: #"(?m)[{\s]\#(clause)\s+""#, options: .regularExpression) != nil
      }
      if body.range(of: #"(?m)^\s*off\b"#, options: .regularExpression) != nil { return nil }
      return RuleOutline(name: String(text[name]), hasTest: has("test"), hasReject: has("reject"))
    }
  }
}
