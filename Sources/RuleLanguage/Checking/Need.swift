/// What a value of `emit` needs of a label.
enum Need: Hashable {
  /// The label holds something.
  case set
  /// What it holds has this feature or field.
  case member(String)
  /// What it holds has a number.
  case number
  /// What it holds starts with digits.
  case digits
  /// What it holds is a fact.
  case fact
}
