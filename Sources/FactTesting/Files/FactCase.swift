public import TextEngine

/// One case of a case file: a text and the facts of one kind that it must give.
///
///     == Legal form before a quoted name
///     Акции [1:ПАО «Газпром»] выросли на 2%.
///     --
///     1 organisation name="Газпром" form="ПАО"
public struct FactCase: Sendable, CustomStringConvertible {
  /// A fact that must be found.
  public struct Expectation: Sendable {
    /// The number of its mark in the text.
    public var number: Int
    /// Where it stands, in bytes of the text.
    public var span: TextSpan
    /// The fields that are compared; a value of nil is one that must not be there or not be known.
    public var fields: [(name: String, value: String?)]
    /// Its line in the file, from 1.
    public var line: Int
  }

  /// The case file as the list of known gaps names it: `organisation/legal-forms`.
  public var file: String
  /// The kind of fact that the case is about.
  public var kind: String
  /// What it is called.
  public var title: String
  /// The line of the title, from 1.
  public var line: Int
  /// The text without its marks.
  public var text: String
  /// All facts of the kind that the text must give; none for a near miss.
  public var expected: [Expectation]

  /// What names the case among all: `organisation/legal-forms: A public company`.
  public var name: String { "\(file): \(title)" }

  /// The case's name.
  public var description: String { name }
}
