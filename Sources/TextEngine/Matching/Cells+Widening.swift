extension Cells {
  /// The cells with every category filled up in which a group need not agree.
  func widened(to categories: AgreementCategories) -> Cells {
    if categories.isSuperset(of: .all) { return self }
    var bits = rawValue
    if !categories.contains(.gender) {
      let singular = bits & Cells.singular.rawValue
      let any = (singular | singular >> 1 | singular >> 2) & Cells.masculine.rawValue
      bits |= any | any << 1 | any << 2
    }
    if !categories.contains(.number) {
      let plural = bits & Cells.plural.rawValue
      let singular = bits & Cells.singular.rawValue
      let fromSingular =
        (singular | singular >> 1 | singular >> 2) & Cells.masculine.rawValue
      bits |= fromSingular << 3 | plural >> 1 | plural >> 2 | plural >> 3
    }
    if !categories.contains(.grammaticalCase) {
      var any: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 28, by: 4) { any |= bits >> shift & 0xF }
      for shift in stride(from: UInt64(0), to: 28, by: 4) { bits |= any << shift }
    }
    return Cells(rawValue: bits)
  }
}
