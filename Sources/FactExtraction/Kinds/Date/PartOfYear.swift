/// A part of a year that a text can name without the year: «в мае», «в третьем квартале», «летом».
enum PartOfYear {
  case month, quarter, half
  /// 1 for spring to 4 for winter.
  case season

  var numbers: ClosedRange<Int> {
    switch self {
    case .month: 1...12
    case .quarter, .season: 1...4
    case .half: 1...2
    }
  }

  /// The months, counted from the year's January, that tell of which year the part is: it counts as past from the first
  /// of them on, and as to come until the last is over.
  ///
  /// A quarter counts as past from its second month on, a half from its third, a season as soon as it has begun.
  func months(of number: Int) -> ClosedRange<Int> {
    switch self {
    case .month: number...number
    case .quarter: number * 3 - 1...number * 3
    case .half: number * 6 - 3...number * 6
    // The winter ends in the month 14.
    case .season: number * 3...number * 3 + 2
    }
  }

  func point(in year: Int, _ number: Int) -> DatePoint {
    switch self {
    case .month: .month(year: year, number)
    case .quarter: .quarter(year: year, number)
    case .half: .half(year: year, number)
    case .season: .season(year: year, number)
    }
  }
}
