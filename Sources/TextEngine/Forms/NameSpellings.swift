/// The spellings under which the forms of a document can be met as names: a form's own, its lemmas and their
/// nominatives, each as a number.
///
/// They are found once for each form and kept until the forms are dropped.
final class NameSpellings {
  private var table = SymbolTable()
  private let numbers = Buffer<SymbolID>()
  /// For each form where its numbers begin, and how many they are; none for a form that was not asked for, since
  /// every form has its own spelling.
  private let starts = Buffer<UInt32>()
  private let counts = Buffer<UInt16>()

  /// How many spellings have a number.
  var count: Int { table.count }

  func removeAll() {
    table = SymbolTable()
    numbers.removeAll()
    starts.removeAll()
    counts.removeAll()
  }

  /// The number at a place.
  @inline(__always)
  subscript(place: Int) -> SymbolID { numbers[place] }

  /// The number of a folded spelling, made if new.
  func number(_ folded: Span<UInt8>) -> SymbolID { table.intern(folded) }

  /// The places of the numbers of a form; nil where they are not found yet.
  func places(_ form: FormID) -> Range<Int>? {
    let form = Int(form)
    guard form < counts.count, counts[form] > 0 else { return nil }
    let start = Int(starts[form])
    return start..<start + Int(counts[form])
  }

  /// Begins the numbers of a form.
  func begin(_ form: FormID) {
    starts.extend(to: Int(form) + 1, with: 0)
    counts.extend(to: Int(form) + 1, with: 0)
    starts[Int(form)] = UInt32(numbers.count)
  }

  /// Adds a folded spelling to those of the form that was begun last, unless it is there.
  func add(_ folded: Span<UInt8>, to form: FormID) {
    let number = table.intern(folded)
    for place in Int(starts[Int(form)])..<numbers.count where numbers[place] == number { return }
    guard counts[Int(form)] < UInt16.max else { return }
    numbers.append(number)
    counts[Int(form)] += 1
  }
}
