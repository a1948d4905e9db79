/// A field of a fact and the expression that gives its value.
public struct EmitField: Sendable {
  /// The place of the field in its schema.
  public var field: Int
  /// What gives the value.
  public var expression: EmitExpression

  /// Makes a field.
  public init(field: Int, expression: EmitExpression) {
    self.field = field
    self.expression = expression
  }
}

/// An expression of `emit`, compiled.
///
/// It has no loops and always ends.
public indirect enum EmitExpression: Hashable, Sendable {
  /// A text or a name as it stands.
  case text(String)
  /// A number as it stands.
  case decimal(ExactDecimal)
  /// True or false.
  case bool(Bool)
  /// The text of a label.
  case label(Int)
  /// A feature of the list entry, or a field of the fact or core annotation, that a label holds.
  case member(label: Int, name: String)
  /// A function and its arguments.
  case call(EmitFunction, [EmitExpression])
  /// The first value, or where there is none the second.
  case fallback(EmitExpression, EmitExpression)
  /// Two texts, one after the other.
  case joined(EmitExpression, EmitExpression)
  /// A sum, difference or product.
  case arithmetic(ArithmeticOperator, EmitExpression, EmitExpression)
}

/// What can be done with two numbers.
public enum ArithmeticOperator: String, Hashable, Sendable {
  /// The sum.
  case add = "+"
  /// The difference.
  case subtract = "-"
  /// The product.
  case multiply = "*"
}

/// The functions of `emit`.
public enum EmitFunction: String, Hashable, Sendable, CaseIterable {
  /// The second argument, where the first, a label, is set.
  case when
  // Texts.
  case text, inner, nom, form, lemma, lower, upper, title, head
  // Numbers.
  case value, digits, least, greatest
  // Spans and references.
  case spans, span, ref, antecedent
  // Dates.
  case ymd, md, month, clock, datetime, period, century, decade, quarter, half, season, week
  case interval, openFrom = "open_from", openTo = "open_to", shift, weekday
  case writtenDate = "written_date", writtenTime = "written_time"
  case monthOf = "month_of", seasonOf = "season_of", dayOf = "day_of"
  case weekdayIn = "weekday_in", millennium
  case quarterNear = "quarter_near", halfNear = "half_near"
  case seasonNear = "season_near", easterNear = "easter_near", easter
  /// The tense of the clause around a label.
  case tense
  /// The period some steps from the date that the text has named last before a label.
  case lastNamed = "last_named"

  /// The numbers of arguments that the function takes.
  public var arity: ClosedRange<Int> {
    switch self {
    case .ymd: 1...3
    case .weekdayIn, .lastNamed: 3...3
    case .dayOf: 3...4
    case .monthOf: 2...3
    case .md: 2...4
    case .weekday: 2...3
    case .month, .quarterNear, .halfNear, .seasonNear, .easterNear, .writtenTime: 1...2
    case .form, .antecedent, .datetime, .seasonOf, .period, .quarter, .half, .season,
      .week, .interval, .shift, .easter, .when, .least, .greatest:
      2...2
    case .clock: 1...3
    default: 1...1
    }
  }
}
