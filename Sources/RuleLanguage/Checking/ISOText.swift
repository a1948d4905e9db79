/// Texts that rules write where a date is wanted.
enum ISOText {
  /// Whether a text can be a date in ISO 8601-2; what it says is checked when a fact is made.
  static func mayBeDate(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { "0123456789-:./,+PTYMWDHSXZ".utf8.contains($0) }
  }
}
