/// Something to read documents from.
struct InputFile: Equatable {
  /// Where it is.
  enum Place: Equatable {
    case standardInput
    case path(String)
  }

  /// Where it is.
  let place: Place
  /// The id of its document, where the file is one text.
  let id: String
  /// Its size as far as that is known before it is read.
  let size: Int
  /// How its documents lie in it; `auto` for standard input, until it is read.
  let format: InputFormat
}
