import TextEngine

/// What a function of `emit` takes and gives.
struct FunctionSignature {
  /// What an argument must be.
  enum Parameter {
    /// A label that holds something of a kind.
    case label(LabelUse)
    /// A number, perhaps within a range.
    case number(ClosedRange<Int>?)
    /// A text or a number.
    case text
    /// A date of one of these shapes.
    case date(DateShape)
    /// One of these words in quotation marks.
    case word(String, [String])
    /// Words for cases and numbers, with blanks between.
    case form
    /// The name of a kind of fact that an earlier phase makes, in quotation marks.
    case kind
    /// The value that the function gives.
    case result
  }

  /// What a function does with its label.
  enum LabelUse {
    /// Anything will do.
    case any
    /// It must have marks around it.
    case marks
    /// It must hold words that can be inflected.
    case words
    /// It must hold a number.
    case number
    /// It must start with digits.
    case digits
    /// It must hold a fact.
    case fact
  }

  var parameters: [Parameter]
  var result: ValueType

  static let units = ["Y", "Q", "M", "W", "D", "H", "MIN", "S", "X", "C"]
  static let seasons = ["spring", "summer", "autumn", "winter"]
  static let grains = [
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
    "millennium",
  ]
  static let ways = ["near", "coming", "last", "next", "this", "week_after", "week_before"]
  static let forms = ["nom", "gen", "dat", "acc", "ins", "loc", "sg", "pl"]

  private static let month = Parameter.number(1...12)
  private static let day = Parameter.number(1...31)

  /// The signature of a function; of those with a varying number of arguments, the longest.
  static func of(_ function: EmitFunction) -> FunctionSignature {
    switch function {
    case .when: FunctionSignature(parameters: [.label(.any), .result], result: .unknown)
    case .text: FunctionSignature(parameters: [.label(.any)], result: .text)
    case .inner: FunctionSignature(parameters: [.label(.marks)], result: .text)
    case .nom, .lemma, .head: FunctionSignature(parameters: [.label(.words)], result: .text)
    case .form: FunctionSignature(parameters: [.label(.words), .form], result: .text)
    case .lower, .upper, .title: FunctionSignature(parameters: [.text], result: .text)
    case .tense: FunctionSignature(parameters: [.label(.any)], result: .text)
    case .value: FunctionSignature(parameters: [.label(.number)], result: .decimal)
    case .digits: FunctionSignature(parameters: [.label(.digits)], result: .decimal)
    case .least, .greatest:
      FunctionSignature(parameters: [.number(nil), .number(nil)], result: .decimal)
    case .spans: FunctionSignature(parameters: [.label(.any)], result: .spans)
    case .span: FunctionSignature(parameters: [.label(.any)], result: .span)
    case .ref: FunctionSignature(parameters: [.label(.fact)], result: .reference([]))
    case .antecedent: FunctionSignature(parameters: [.label(.any), .kind], result: .reference([]))
    default: date(function)
    }
  }

  private static func date(_ function: EmitFunction) -> FunctionSignature {
    let any = Parameter.number(nil)
    let (parameters, shape): ([Parameter], DateShape) =
      switch function {
      case .ymd: ([.number(1...9999), month, day], .calendar)
      case .md: ([month, day, .text, .number(0...7)], .calendar)
      case .month: ([month, .text], .calendar)
      case .clock: ([.number(0...24), .number(0...59), .number(0...59)], .clock)
      case .datetime: ([.date(.calendar), .date(.clock)], .calendar)
      case .period: ([any, .word("unit of time", units)], .length)
      case .millennium, .century: ([.number(1...99)], .calendar)
      case .decade: ([.number(1...9999)], .calendar)
      case .quarter: ([any, .number(1...4)], .calendar)
      case .half: ([any, .number(1...2)], .calendar)
      case .season: ([any, .word("season", seasons)], .calendar)
      case .week: ([any, .number(1...53)], .calendar)
      case .interval:
        ([.date([.calendar, .clock, .length]), .date([.calendar, .clock, .length])], .interval)
      case .openFrom, .openTo: ([.date([.calendar, .clock])], .interval)
      case .shift: ([.word("grain of dates", grains), any], .calendar)
      case .weekday: ([.number(1...7), .word("way to find a weekday", ways), .text], .calendar)
      case .quarterNear: ([.number(1...4), .text], .calendar)
      case .halfNear: ([.number(1...2), .text], .calendar)
      case .seasonNear: ([.word("season", seasons), .text], .calendar)
      case .easterNear: ([any, .text], .calendar)
      case .easter: ([.number(1...9999), any], .calendar)
      case .writtenDate: ([.text], .calendar)
      case .writtenTime: ([.text, any], .clock)
      case .monthOf: ([.date(.calendar), month, any], .calendar)
      case .seasonOf: ([.date(.calendar), .word("season", seasons)], .calendar)
      case .dayOf: ([.date(.calendar), month, day, any], .calendar)
      case .weekdayIn: ([.date(.calendar), .number(1...7), any], .calendar)
      case .lastNamed: ([.label(.any), .word("grain of dates", grains), any], .calendar)
      default: ([], .any)
      }
    return FunctionSignature(parameters: parameters, result: .date(shape))
  }
}
