/// Plain values that never change, so that all workers may read them: in memory of its own, or where they lie in the
/// program's file.
///
/// Memory of the program's file costs nothing until it is read, and all processes share it.
final class FixedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  private let base: UnsafePointer<Element>
  /// The memory where it is the buffer's own.
  private let owned: UnsafeMutablePointer<Element>?

  /// Makes a buffer with the elements of an array.
  init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
    }
    (count, base, owned) = (elements.count, UnsafePointer(memory), memory)
  }

  /// Makes a buffer with `count` elements that lie in some memory, which must hold as many.
  ///
  /// - Parameter isEmbedded: Whether that memory is of the program's file, so that it need not be copied.
  init(_ memory: UnsafeRawBufferPointer, count: Int, isEmbedded: Bool) {
    precondition(memory.count == count * MemoryLayout<Element>.stride)
    self.count = count
    if isEmbedded, let start = memory.baseAddress,
      UInt(bitPattern: start) % UInt(MemoryLayout<Element>.alignment) == 0
    {
      (base, owned) = (start.assumingMemoryBound(to: Element.self), nil)
      return
    }
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    UnsafeMutableRawBufferPointer(start: copy, count: memory.count).copyMemory(from: memory)
    (base, owned) = (UnsafePointer(copy), copy)
  }

  deinit { owned?.deallocate() }

  /// The element at an index, which must be below `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return base[index]
  }

  /// The bytes that the elements lie in, which must not outlive the buffer.
  var memory: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count))
  }

  /// The elements, as an array.
  var elements: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
