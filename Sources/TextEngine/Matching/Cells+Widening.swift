extension Cells {
  /// The cells with every category filled up in which a group need not agree; without the number, those of the
  /// singular stand for both.
  func widened(to categories: AgreementCategories) -> Cells {
    if categories.isSuperset(of: .all) { return self }
    var bits = rawValue
    if !categories.contains(.gender) {
      let singular = bits & Cells.singular.rawValue
      let any = (singular | singular >> 1 | singular >> 2) & Cells.masculine.rawValue
      bits |= any | any << 1 | any << 2
    }
    if !categories.contains(.number) {
      // A plural has no gender: it goes with each. The plural itself must not stay, or two genders would share it.
      let plural = bits & Cells.plural.rawValue
      bits = bits & Cells.singular.rawValue | plural >> 1 | plural >> 2 | plural >> 3
    }
    if !categories.contains(.grammaticalCase) {
      var any: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 28, by: 4) { any |= bits >> shift & 0xF }
      for shift in stride(from: UInt64(0), to: 28, by: 4) { bits |= any << shift }
    }
    return Cells(rawValue: bits)
  }

  /// What is left of widened cells, where the plural stands for its genders if numbers are not compared.
  func narrowed(from categories: AgreementCategories) -> Cells {
    if categories.contains(.number) { return self }
    let any = (rawValue | rawValue >> 1 | rawValue >> 2) & Cells.masculine.rawValue
    return Cells(rawValue: rawValue | any << 3)
  }
}
