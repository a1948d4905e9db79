import Glibc

/// The files that the paths on the command line stand for, in the order in which they are read.
enum InputList {
  /// Finds the files.
  ///
  /// A folder stands for the `.txt`, `.jsonl` and `.ndjson` files below it, or where the format is a table or
  /// JSON, for the files with its ending; compressed ones are among them. They come in the order of the bytes of
  /// their paths; names that start with a dot and links to folders are passed over. The id of a text is its
  /// path below the folder that was given, or its name if the file was given, without `.txt`.
  ///
  /// - Throws: `CommandFailure` with status 74 where a path cannot be read.
  static func files(at paths: [String], format: InputFormat) throws(CommandFailure) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      guard path != "-" else {
        files.append(InputFile(place: .standardInput, id: "-", size: 0, format: format))
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else { throw .system("read", path: path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try append(folder: path, format: format, to: &files)
      } else {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
          String(path[path.utf8.index(after: $0)...])
        }
        files.append(file(path, called: name ?? path, size: Int(status.st_size), format))
      }
    }
    return files
  }

  private static func append(
    folder: String,
    format: InputFormat,
    to files: inout [InputFile]
  ) throws(CommandFailure) {
    let found = try FolderWalk.files(in: folder) { isDocumentFile($0, format) }
    for (path, size) in found {
      files.append(file(FolderWalk.join(folder, path), called: path, size: size, format))
    }
  }

  private static func file(
    _ path: String,
    called name: String,
    size: Int,
    _ format: InputFormat
  ) -> InputFile {
    InputFile(
      place: .path(path),
      id: identifier(name),
      size: size,
      format: format == .auto ? .ofFile(named: path) : format
    )
  }

  private static func isDocumentFile(_ name: String, _ format: InputFormat) -> Bool {
    // Tables and JSON stand beside texts for other reasons too, so they have to be asked for.
    let endings =
      switch format {
      case .auto, .text, .jsonl: InputFormat.auto.endings
      case .json, .csv, .tsv: format.endings
      }
    return endings.contains { Compression.unpackedName(name).hasSuffix($0) }
  }

  private static func identifier(_ path: String) -> String {
    let unpacked = Compression.unpackedName(path)
    return unpacked.hasSuffix(".txt") ? String(unpacked.dropLast(4)) : path
  }
}
