/// Tells which files are not UTF-8 and what they were taken for.
final class EncodingNotes {
  /// The files that are named; of more there is a count at the end.
  private static let limit = 4

  private let say: (String) -> Void
  private var count = 0
  private var others: [TextEncoding: Int] = [:]

  /// Tells it on standard error, unless another way is given.
  init(say: @escaping (String) -> Void = { Console.message(Console.printable($0)) }) {
    self.say = say
  }

  /// Notes what a file was taken for.
  func note(_ encoding: TextEncoding, of name: String) {
    count += 1
    if count <= Self.limit {
      say("\(name): read as \(encoding.rawValue)")
    } else {
      others[encoding, default: 0] += 1
    }
  }

  /// Tells how many more there were.
  func finish() {
    guard count > Self.limit else { return }
    let list = TextEncoding.allCases.compactMap { encoding in
      others[encoding].map { "\($0) as \(encoding.rawValue)" }
    }
    say("\(count - Self.limit) more files were not UTF-8: read \(list.joined(separator: ", "))")
    (count, others) = (0, [:])
  }
}
