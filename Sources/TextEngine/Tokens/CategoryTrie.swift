import CICU

/// The categories that compiled break rules give to all scalars, as ICU keeps them.
final class CategoryTrie {
  private let trie: UnsafeMutableRawPointer
  /// The bytes that ICU reads.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Opens a trie that ICU stored; nil for bytes that are none.
  init?(_ stored: ArraySlice<UInt8>) {
    // ICU wants words of four bytes to lie at their places.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: stored.count, alignment: 8)
    let copy = memory.bindMemory(to: UInt8.self)
    _ = copy.initialize(from: stored)
    var status: Int32 = 0
    let opened = icu_openTrie(copy.baseAddress, Int32(clamping: copy.count), &status)
    guard let opened, status <= 0 else {
      if let opened { icu_closeTrie(opened) }
      memory.deallocate()
      return nil
    }
    trie = opened
    bytes = copy
  }

  deinit {
    icu_closeTrie(trie)
    bytes.deallocate()
  }

  /// The category of a scalar.
  func category(of scalar: UInt32) -> Int { Int(icu_trieValue(trie, scalar)) }
}
