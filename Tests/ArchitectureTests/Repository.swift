import Foundation

/// The files of this package, as they stand on the disk.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file below the root.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The paths of all files below a folder, relative to the root, in order.
  static func files(below folder: String) -> [String] {
    let start = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(atPath: start.path)
    var files: [String] = []
    while let path = found?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let full = start.appendingPathComponent(path).path
      if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue {
        files.append("\(folder)/\(path)")
      }
    }
    return files.sorted()
  }

  /// The names of the folders in a folder, in order; none where the folder does not exist.
  static func folders(in folder: String) -> [String] {
    let start = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: start.path)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let full = start.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }

  /// The Swift files of a target or of a folder in it.
  static func sources(of folder: String) throws -> [SwiftSource] {
    try files(below: "Sources/\(folder)").filter { $0.hasSuffix(".swift") }.map { path in
      SwiftSource(path: path, text: try text(of: path))
    }
  }
}
