import TextEngine

/// Makes a value fit the type of its field, so that no fact holds a value of another type.
///
/// The compiler has checked what can be checked in a rule; this is for values that come from lists and annotations.
/// A number in a field of text becomes its digits, `true` and `false` of a list become truth values. What is written by
/// a rule as a date must be one.
enum FieldCoercion {
  /// What became of a value.
  enum Outcome {
    /// The value, as the field has it.
    case value(FieldValue)
    /// A date that cannot be.
    case impossible
    /// A value of another type.
    case unfit
  }

  /// The value as a field of a type holds it; `facts` are those that a reference can lead to.
  static func fit(
    _ value: FieldValue,
    to type: FieldType,
    _ facts: [Fact],
    _ program: RuleProgram
  ) -> Outcome {
    switch (type, value) {
    case (.text, .text), (.decimal, .decimal), (.bool, .bool), (.span, .span), (.spans, .spans),
      (.date, .unknown):
      return .value(value)
    case (.text, .decimal(let number)): return .value(.text(number.description))
    case (.date, .text(let text)): return DateValue(iso: text) == nil ? .impossible : .value(value)
    case (.bool, .text("true")): return .value(.bool(true))
    case (.bool, .text("false")): return .value(.bool(false))
    case (.choice(let names), .text(let text)): return names.contains(text) ? .value(value) : .unfit
    case (.reference(let kinds), .reference(let target)):
      guard facts.indices.contains(target),
        program.schemas.indices.contains(facts[target].schema),
        kinds.contains(program.schemas[facts[target].schema].name)
      else { return .unfit }
      return .value(value)
    default: return .unfit
    }
  }

  /// Whether a value that the code fills in is of the sort that a field holds.
  static func isKind(_ value: FieldValue, of type: FieldType) -> Bool {
    switch (type, value) {
    case (.text, .text), (.date, .text), (.date, .unknown), (.decimal, .decimal), (.bool, .bool),
      (.span, .span), (.spans, .spans), (.reference, .reference):
      true
    case (.choice(let names), .text(let text)): names.contains(text)
    default: false
    }
  }
}
