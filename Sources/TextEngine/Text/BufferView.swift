/// Some elements of a buffer, where they lie: a loop that reads them through a view need not ask the buffer each time
/// where its memory is.
///
/// It holds until the buffer grows or goes, so it is kept in one function, never in a property. Its indexes are checked.
struct BufferView<Element: BitwiseCopyable>: BitwiseCopyable {
  fileprivate let base: UnsafePointer<Element>
  let count: Int

  init(base: UnsafePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// The element at an index, which must be below `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return base[index]
  }

  /// Calls a function with each element and its index.
  @inline(__always)
  func forEach(_ body: (_ index: Int, _ element: Element) -> Void) {
    for index in 0..<count { body(index, base[index]) }
  }
}
