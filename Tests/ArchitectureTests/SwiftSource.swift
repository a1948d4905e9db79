import Foundation

/// A Swift file, read just far enough to see what it imports, declares and names.
struct SwiftSource {
  /// The path below the root.
  let path: String
  /// The text without comments and without what is inside string literals.
  let code: String

  init(path: String, text: String) {
    self.path = path
    code = Self.stripped(text)
  }

  /// The modules that the file imports.
  var imports: Set<String> {
    Set(
      matches(
        #"(?m)^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private)\s+)?import\s+(?:(?:struct|class|enum|func)\s+)?(\w+)"#
      )
    )
  }

  /// The types that the file declares at its top level.
  var declaredTypes: Set<String> {
    Set(
      matches(
        #"(?m)^(?:@\w+\s+)*(?:(?:public|package|internal|final|indirect)\s+)*(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)"#
      )
    )
  }

  /// All words of the code that could name a type.
  var names: Set<String> {
    Set(matches(#"\b([A-Z]\w*)\b"#))
  }

  private func matches(_ pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(code.startIndex..., in: code)
    return expression.matches(in: code, range: whole).compactMap { match in
      Range(match.range(at: 1), in: code).map { String(code[$0]) }
    }
  }

  /// Drops comments and the insides of string literals; interpolations go with them.
  private static func stripped(_ text: String) -> String {
    let literals =
      ##"(?s:#"{3}.*?"{3}#)|(?s:"{3}(?:\\.|.)*?"{3})|#"[^\n]*?"#|"(?:\\.|[^"\\\n])*""##
    let comments = #"(?m)//.*$|(?s:/\*.*?\*/)"#
    guard
      let expression = try? NSRegularExpression(pattern: "(\(literals))|(\(comments))")
    else { return text }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.stringByReplacingMatches(in: text, range: whole, withTemplate: "\"\"")
  }
}
