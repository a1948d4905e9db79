/// A document with the record that is written down for it: `X.txt` and `X.facts.json`.
public struct GoldenArticle: Sendable {
  /// The path of the text.
  public var textPath: String
  /// The text; nil where there is no such file.
  public var text: [UInt8]?
  /// The record; nil where there is no such file.
  public var record: String?

  /// Makes an article.
  public init(textPath: String, text: [UInt8]?, record: String?) {
    self.textPath = textPath
    self.text = text
    self.record = record
  }

  /// The path of the record of a text.
  public static func recordPath(ofText path: String) -> String {
    (path.hasSuffix(".txt") ? String(path.dropLast(4)) : path) + recordEnding
  }

  /// How the names of records end.
  public static let recordEnding = ".facts.json"

  /// The path of the record.
  public var recordPath: String { Self.recordPath(ofText: textPath) }

  /// The folder, as a path that is never empty.
  public var folder: String {
    textPath.lastIndex(of: "/").map { String(textPath[...$0].dropLast()) } ?? "."
  }

  /// The text's name without `.txt`, which is the document's id.
  public var name: String {
    let file = textPath.split(separator: "/").last.map(String.init) ?? textPath
    return file.hasSuffix(".txt") ? String(file.dropLast(4)) : file
  }

  /// What names it among the known gaps.
  public var gapName: String {
    let folder = folder.split(separator: "/").last.map(String.init) ?? "articles"
    return "\(folder == "." ? "articles" : folder)/\(name): golden facts"
  }
}
