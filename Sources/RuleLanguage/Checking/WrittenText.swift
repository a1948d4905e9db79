/// A text that stands in the rules, where it came from.
struct WrittenText: Hashable {
  /// The text, without quotation marks.
  var text: String
  /// Whether it is a number, and not a text or name.
  var isNumber = false
  /// Where it stands; nil where it stands in the expression itself.
  var range: SourceRange?
}
