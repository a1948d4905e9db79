extension DatePoint {
  /// Reads a date of any grain; nil for what is not one or does not exist.
  ///
  ///     DatePoint(iso: "2025-33")     // the first quarter
  ///     DatePoint(iso: "2025-02-30")  // nil
  public init?(iso: some StringProtocol) {
    // Most dates that are no day are a year.
    if let year = ISODigits.number(iso, length: 4) {
      self.init(checking: .year(year))
      return
    }
    if iso.utf8.first == UInt8(ascii: "T") {
      guard let time = ClockTime(iso: iso) else { return nil }
      self = .time(time)
      return
    }
    if let mark = iso.utf8.firstIndex(of: UInt8(ascii: "T")) {
      guard let date = CalendarDate(iso: String(iso[..<mark])),
        let time = ClockTime(iso: iso[mark...])
      else { return nil }
      self = .dateTime(date, time)
      return
    }
    if iso.utf8.first == UInt8(ascii: "-") {
      self.init(yearsBefore: iso.dropFirst())
      return
    }
    let fields = iso.split(separator: "-", omittingEmptySubsequences: false)
    switch fields.count {
    case 1: self.init(wholeYears: fields[0])
    case 2:
      guard let year = ISODigits.number(fields[0], length: 4) else { return nil }
      if fields[1].first == "W" {
        guard let week = ISODigits.number(fields[1].dropFirst(), length: 2) else { return nil }
        self.init(checking: .week(year: year, week))
      } else {
        guard let part = ISODigits.number(fields[1], length: 2) else { return nil }
        self.init(year: year, part: part)
      }
    case 3:
      guard let date = CalendarDate(iso: String(iso)) else { return nil }
      self = .day(date)
    default: return nil
    }
  }

  /// A year, decade or century: `2025`, `196X`, `19XX`.
  private init?(wholeYears text: some StringProtocol) {
    if text.hasSuffix("XXX") {
      guard let millennium = ISODigits.number(text.dropLast(3), length: 1) else { return nil }
      self.init(checking: .millennium(millennium))
    } else if text.hasSuffix("XX") {
      guard let century = ISODigits.number(text.dropLast(2), length: 2) else { return nil }
      self.init(checking: .century(century))
    } else if text.hasSuffix("X") {
      guard let decade = ISODigits.number(text.dropLast(), length: 3) else { return nil }
      self.init(checking: .decade(decade))
    } else {
      guard let year = ISODigits.number(text, length: 4) else { return nil }
      self.init(checking: .year(year))
    }
  }

  /// A year, century or millennium before our era, without its sign.
  private init?(yearsBefore text: some StringProtocol) {
    if text.hasSuffix("XXX") {
      guard let millennium = ISODigits.number(text.dropLast(3), length: 1) else { return nil }
      self.init(checking: .millenniumBefore(millennium))
    } else if text.hasSuffix("XX") {
      guard let century = ISODigits.number(text.dropLast(2), length: 2) else { return nil }
      self.init(checking: .centuryBefore(century))
    } else {
      guard let year = ISODigits.number(text, length: 4), year > 0 else { return nil }
      self.init(checking: .year(-year))
    }
  }

  /// A part of a year by its two digits: months are 01 to 12, the others are from ISO 8601-2, 4.8.
  private init?(year: Int, part: Int) {
    switch part {
    case 1...12: self.init(checking: .month(year: year, part))
    case 21...24: self.init(checking: .season(year: year, part - 20))
    case 33...36: self.init(checking: .quarter(year: year, part - 32))
    case 40...41: self.init(checking: .half(year: year, part - 39))
    default: return nil
    }
  }

  /// Makes a year, a month or a day, or nil where the calendar has no such date.
  ///
  ///     DatePoint(year: 2025, month: 2, day: 30)  // nil
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    switch (month, day) {
    case (let month?, let day?):
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      self = .day(date)
    case (let month?, nil): self.init(checking: .month(year: year, month))
    case (nil, nil): self.init(checking: .year(year))
    case (nil, .some): return nil
    }
  }

  /// Takes a date if it exists.
  public init?(checking point: DatePoint) {
    let exists =
      switch point {
      case .millennium(let number), .millenniumBefore(let number): (0...9).contains(number)
      case .century(let century), .centuryBefore(let century): (0...99).contains(century)
      case .decade(let decade): (0...999).contains(decade)
      case .year(let year): (-9999...9999).contains(year)
      case .half(let year, let half): (1...9999).contains(year) && (1...2).contains(half)
      case .quarter(let year, let quarter):
        (1...9999).contains(year) && (1...4).contains(quarter)
      case .season(let year, let season): (1...9999).contains(year) && (1...4).contains(season)
      case .month(let year, let month): (1...9999).contains(year) && (1...12).contains(month)
      case .week(let year, let week):
        (1...9999).contains(year) && (1...CalendarDate.weeks(of: year)).contains(week)
      case .day, .dateTime, .time: true
      }
    guard exists else { return nil }
    self = point
  }
}

extension DatePoint: CustomStringConvertible {
  /// The date in ISO 8601-2.
  public var description: String {
    func part(_ year: Int, _ part: Int) -> String {
      "\(ISODigits.padded(year, 4))-\(ISODigits.padded(part, 2))"
    }
    return switch self {
    case .millennium(let number): "\(number)XXX"
    case .millenniumBefore(let number): "-\(number)XXX"
    case .century(let century): "\(ISODigits.padded(century, 2))XX"
    case .centuryBefore(let century): "-\(ISODigits.padded(century, 2))XX"
    case .decade(let decade): "\(ISODigits.padded(decade, 3))X"
    case .year(let year): (year < 0 ? "-" : "") + ISODigits.padded(abs(year), 4)
    case .half(let year, let half): part(year, half + 39)
    case .quarter(let year, let quarter): part(year, quarter + 32)
    case .season(let year, let season): part(year, season + 20)
    case .month(let year, let month): part(year, month)
    case .week(let year, let week): "\(ISODigits.padded(year, 4))-W\(ISODigits.padded(week, 2))"
    case .day(let date): date.description
    case .dateTime(let date, let time): date.description + time.description
    case .time(let time): time.description
    }
  }
}
