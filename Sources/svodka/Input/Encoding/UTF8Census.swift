import TextEngine

/// Counts what is UTF-8 in some bytes and what is not.
struct UTF8Census {
  /// The characters of several bytes.
  private(set) var characters = 0
  /// The places that are not UTF-8.
  private(set) var faults = 0
  /// The bytes that are not ASCII; counted only where there are faults.
  private(set) var highBytes = 0

  /// Counts.
  ///
  /// - Parameter isWhole: Whether the bytes are all there are; else a character that they break off in is no
  ///   fault.
  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    // Nearly all files are UTF-8, and the engine's own check is fast.
    guard
      let fault = Array(bytes).withUnsafeBufferPointer({ buffer in
        UTF8Validation.firstFault(in: buffer.span)
      })
    else { return }
    if !isWhole, bytes.count - fault < 4, Self.isBeginning(bytes.dropFirst(fault)) { return }
    highBytes = bytes.count { $0 >= 0x80 }
    count(bytes, isWhole: isWhole)
  }

  private mutating func count(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if !scalar.isASCII { characters += 1 }
      case .emptyInput: return
      case .error: faults += 1
      }
    }
  }

  /// Whether these bytes, fewer than four, could be the beginning of a character.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    return (0xC2...0xF4).contains(first) && bytes.count < length
      && bytes.dropFirst().allSatisfy { (0x80...0xBF).contains($0) }
  }
}
