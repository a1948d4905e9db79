import TextEngine

/// Reads a file as one text.
enum TextFile {
  /// The text of a file, or of standard input where the path is `-`, unpacked and decoded as `extract` does.
  ///
  /// - Throws: `CommandFailure` with status 74 where it cannot be read, is larger than 2 GB or is not UTF-8.
  static func read(_ path: String) throws(CommandFailure) -> SourceText {
    let source = try path == "-" ? ByteSource() : ByteSource(path: path)
    guard let bytes = try InputOpener().open(source).readAll(limit: Int(Int32.max)) else {
      throw CommandFailure(status: .inputOutput, message: "\(source.name) is larger than 2 GB")
    }
    do throws(InvalidUTF8) {
      return try SourceText(validating: bytes)
    } catch {
      throw CommandFailure(
        status: .inputOutput,
        message: "\(source.name): byte \(error.offset + 1) is not UTF-8"
      )
    }
  }
}
