/// A fault in the dump, or something that the format of the lexicon has no room for.
struct DumpError: Error, CustomStringConvertible {
  var line: Int?
  var message: String

  var description: String { line.map { "line \($0): \(message)" } ?? message }
}
