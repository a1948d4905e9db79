/// What kind of value an expression of `emit` gives.
enum ValueType: Equatable {
  /// Not known, because of a fault that was told.
  case unknown
  /// A text of the document.
  case text
  /// One of these texts, which stand in the rules: a quoted text, a name, the values of a list's feature.
  case written([WrittenText])
  /// Texts of the rules, numbers and dates joined: `"PT" ++ h.value ++ "H"`.
  case composed
  /// An exact number.
  case decimal
  /// A text in ISO 8601-2 of one of these shapes.
  case date(DateShape)
  /// `true` or `false`.
  case bool
  /// A place in the text.
  case span
  /// Several places in the text.
  case spans
  /// A fact of one of these kinds.
  case reference([String])

  /// The value in the words of a message: "a text".
  var description: String {
    switch self {
    case .unknown: "an unknown value"
    case .text, .written, .composed: "a text"
    case .decimal: "a number"
    case .date(let shape): shape.description
    case .bool: "`true` or `false`"
    case .span: "a span"
    case .spans: "several spans"
    case .reference(let kinds):
      "a reference to " + kinds.map { "`\($0)`" }.joined(separator: " or ")
    }
  }

  /// Whether the value can be part of a text.
  var isTextual: Bool {
    switch self {
    case .unknown, .text, .written, .composed, .decimal, .date: true
    case .bool, .span, .spans, .reference: false
    }
  }
}

/// A text that stands in the rules, where it came from.
struct WrittenText: Hashable {
  /// The text, without quotation marks.
  var text: String
  /// Whether it is a number, and not a text or name.
  var isNumber = false
  /// Where it stands; nil where it stands in the expression itself.
  var range: SourceRange?
}

/// What sorts of date a text may be.
struct DateShape: OptionSet, Hashable {
  let rawValue: UInt8

  /// A day, month, year or another stretch of the calendar.
  static let calendar = DateShape(rawValue: 1)
  /// A time of day.
  static let clock = DateShape(rawValue: 2)
  /// A length of time.
  static let length = DateShape(rawValue: 4)
  /// From one date to another.
  static let interval = DateShape(rawValue: 8)
  /// Nothing is known of it.
  static let any: DateShape = [.calendar, .clock, .length, .interval]

  /// The shape in the words of a message.
  var description: String {
    switch self {
    case .clock: "a time of day"
    case .length: "a length of time"
    case .interval: "an interval"
    default: "a date"
    }
  }
}
