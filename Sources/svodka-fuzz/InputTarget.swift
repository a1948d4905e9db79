import FactExtraction
import Glibc
import TextEngine

@testable import svodka

/// Files as a dump may have them: the first byte picks a format and an encoding, the rest is the file.
///
/// Every file must come to an end with all documents counted; a file that cannot be read to its end says so.
final class InputTarget {
  private static let formats = InputFormat.allCases
  private static let encodings = TextEncoding.allCases
  /// A few kilobytes are enough for a bomb here.
  private static let lineLimit = 1 << 12

  private let path = "/dev/shm/svodka-fuzz-\(getpid())"

  func run(_ bytes: [UInt8]) {
    guard let choice = bytes.first, save(bytes.dropFirst()) else { return }
    let format = Self.formats[Int(choice) % Self.formats.count]
    let encoding = Self.encodings[Int(choice) / Self.formats.count % Self.encodings.count]
    let opener = InputOpener(encoding: encoding, notes: EncodingNotes { _ in })
    let reader = ItemReader(opener: opener, fields: RecordFields(), lineLimit: Self.lineLimit)
    let file = InputFile(place: .path(path), id: "x", size: bytes.count - 1, format: format)
    var worker = DocumentWorker(settings: DocumentWorker.Settings()) { document, json in
      // What is found in the text is not looked at here; any record will do.
      json.errorRecord(
        id: document.id,
        file: nil,
        line: document.text.count,
        fault: DocumentFault(.emptyLine, "")
      )
    }
    do throws(CommandFailure) {
      try reader.read(file) { item throws(CommandFailure) in Self.check(item, &worker) }
    } catch {
      precondition(error.status == .inputOutput && error.message != nil)
    }
  }

  /// Whether an item gives as many lines as it says, whole, in parts and one by one.
  private static func check(_ item: WorkItem, _ worker: inout DocumentWorker) {
    let whole = worker.process(item)
    let count = item.documentCount
    precondition(whole.counts.written == count)
    precondition(FuzzTarget.lineCount(whole.output) == count)
    var single: [UInt8] = []
    try? item.forEachDocument { single += worker.process($0).output }
    precondition(single == whole.output)
    guard count > 1 else { return }
    let parts = item.split(at: count / 2)
    precondition(
      worker.process(parts.first).output + worker.process(parts.rest).output == whole.output
    )
  }

  private func save(_ bytes: ArraySlice<UInt8>) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == bytes.count
  }
}
