import Glibc

/// The files that the paths on the command line stand for, in the order in which they are read.
enum InputList {
  /// Finds the files.
  ///
  /// A folder stands for the `.txt`, `.jsonl` and `.ndjson` files below it, in the order of the bytes of
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
        let (id, size) = (identifier(name ?? path), Int(status.st_size))
        files.append(
          InputFile(
            place: .path(path),
            id: id,
            size: size,
            format: format == .auto ? .ofFile(named: path) : format
          )
        )
      }
    }
    return files
  }

  private static func append(
    folder: String,
    format: InputFormat,
    to files: inout [InputFile]
  ) throws(CommandFailure) {
    var found: [(path: String, size: Int)] = []
    var folders = [""]
    while let below = folders.popLast() {
      for name in try names(in: below.isEmpty ? folder : join(folder, below)) {
        let path = below.isEmpty ? name : join(below, name)
        var status = stat()
        guard lstat(join(folder, path), &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(path)
        } else if isDocumentFile(name), stat(join(folder, path), &status) == 0,
          status.st_mode & S_IFMT == S_IFREG
        {
          found.append((path, Int(status.st_size)))
        }
      }
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (path, size) in found {
      files.append(
        InputFile(
          place: .path(join(folder, path)),
          id: identifier(path),
          size: size,
          format: format == .auto ? .ofFile(named: path) : format
        )
      )
    }
  }

  private static func isDocumentFile(_ name: String) -> Bool {
    name.hasSuffix(".txt") || InputFormat.ofFile(named: name) == .jsonl
  }

  private static func identifier(_ path: String) -> String {
    path.hasSuffix(".txt") ? String(path.dropLast(4)) : path
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a folder that do not start with a dot, in no order.
  private static func names(in folder: String) throws(CommandFailure) -> [String] {
    guard let stream = opendir(folder) else { throw .system("open", path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .system("read", path: folder) }
        return names
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
  }
}
