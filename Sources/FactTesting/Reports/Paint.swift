/// Colours for terminals.
///
///     Paint(isOn: true).red("FAIL")   // ESC [ 31 m FAIL ESC [ 0 m
public struct Paint: Sendable {
  /// Whether texts are coloured at all.
  public var isOn: Bool

  /// Makes a paint.
  public init(isOn: Bool) { self.isOn = isOn }

  func red(_ text: String) -> String { code("31", text) }
  func boldRed(_ text: String) -> String { code("1;31", text) }
  func green(_ text: String) -> String { code("32", text) }
  func yellow(_ text: String) -> String { code("33", text) }
  func bold(_ text: String) -> String { code("1", text) }

  private func code(_ code: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
