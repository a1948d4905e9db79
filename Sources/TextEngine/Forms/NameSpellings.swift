/// The spellings under which the forms of a document can be met as names: a form's own, its lemmas and their
/// nominatives, each as a number.
///
/// They are found once for each form and kept until the forms are dropped.
struct NameSpellings {
  private var table = SymbolTable()
  // For each form, its numbers; empty for a form that was not asked for, since every form has its own spelling.
  private var found: [[SymbolID]] = []

  /// How many spellings have a number.
  var count: Int { table.count }

  mutating func removeAll() {
    table = SymbolTable()
    found.removeAll(keepingCapacity: true)
  }

  /// The number of a folded spelling, made if new.
  mutating func number(_ folded: Span<UInt8>) -> SymbolID { table.intern(folded) }

  /// The numbers of a form, made by `make` if it is new.
  mutating func numbers(_ form: FormID, _ make: () -> [[UInt8]]) -> [SymbolID] {
    while found.count <= Int(form) { found.append([]) }
    if found[Int(form)].isEmpty { found[Int(form)] = make().map { table.intern($0) } }
    return found[Int(form)]
  }
}
