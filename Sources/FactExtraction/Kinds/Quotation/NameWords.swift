/// The words of a name, letters' case and quotation marks apart.
struct NameWords: Hashable, Sendable {
  let words: [String]

  init(_ name: String) {
    words = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
      .map(String.init)
  }

  var count: Int { words.count }

  func starts(with other: NameWords) -> Bool {
    !other.words.isEmpty && words.starts(with: other.words)
  }

  func contains(_ other: NameWords) -> Bool {
    guard !other.words.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains { start in
      words[start..<(start + other.count)].elementsEqual(other.words)
    }
  }
}
