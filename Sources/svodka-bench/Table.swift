/// Prints rows of a table with columns of one width.
enum Table {
  /// Prints a row; `note` stands behind it.
  static func row(_ title: String, _ cells: [String], note: [String] = []) {
    var line = title + blanks(38 - title.count)
    for cell in cells { line += blanks(10 - cell.count) + cell }
    print(([line] + note).joined(separator: "  "))
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(1, count))
  }

  /// A number with so many decimal places.
  static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    if places == 0 { return String(scaled) }
    let fraction = String(scaled % scale + scale).dropFirst()
    return "\(scaled / scale).\(fraction)"
  }
}
