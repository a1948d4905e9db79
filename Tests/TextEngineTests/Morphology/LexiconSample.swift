import Testing
import TextEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The forms that `dump.py --sample` took from the source dictionary, with their lemmas and tags.
struct LexiconSample {
  /// A reading as the source has it.
  struct Reading: Hashable {
    var lemma: String
    var grammemes: GrammemeSet

    /// The same with е for ё.
    var folded: Reading { Reading(lemma: lemma.replacing("ё", with: "е"), grammemes: grammemes) }
  }

  var forms: [(form: String, readings: Set<Reading>)] = []

  /// Reads the sample that lies beside this file.
  init(beside file: String = #filePath) throws {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = folder.joined(separator: "/") + "/Samples/opencorpora.tsv"
    let bytes = try #require(LexiconSample.read(path))
    var tags: [GrammemeSet] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.first == "tag" {
        let names = try #require(fields.last).split(separator: ",")
        let bits = try names.map { name in
          GrammemeSet.bit(try #require(GrammemeSet.names.firstIndex(of: String(name))))
        }
        tags.append(bits.reduce([]) { $0.union($1) })
      } else if fields.first == "form" {
        var readings: Set<Reading> = []
        for index in stride(from: 2, to: fields.count, by: 2) {
          for tag in fields[index + 1].split(separator: ",") {
            let grammemes = tags[try #require(Int(tag))]
            readings.insert(Reading(lemma: String(fields[index]), grammemes: grammemes))
          }
        }
        forms.append((String(fields[1]), readings))
      }
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
