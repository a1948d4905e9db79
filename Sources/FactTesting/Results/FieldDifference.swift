/// A field that has another value than the test wants.
public struct FieldDifference: Hashable, Sendable {
  /// The field's name with dots.
  public var name: String
  /// The value that was wanted; nil where there must be none, or none that is known.
  public var want: String?
  /// The value that the fact has, in the same way.
  public var got: String?

  /// Makes a difference.
  public init(name: String, want: String?, got: String?) {
    self.name = name
    self.want = want
    self.got = got
  }
}
