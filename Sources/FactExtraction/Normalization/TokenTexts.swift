/// What stands for some tokens instead of their own text.
///
/// A phrase has few such tokens, which are looked through faster than a dictionary.
struct TokenTexts: Equatable {
  private var words: [Word] = []

  private struct Word: Equatable {
    var token: Int
    var text: String
  }

  /// The text that stands for a token, or nil where it keeps its own.
  subscript(token: Int) -> String? {
    get { words.first { $0.token == token }?.text }
    set {
      let place = words.firstIndex { $0.token == token }
      if let place { words.remove(at: place) }
      if let newValue { words.append(Word(token: token, text: newValue)) }
    }
  }
}
