#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Growable memory of plain values, for the loops that run per token.
///
/// An `Array` that is a property of a class costs a check of exclusive access, one of unique reference and often a
/// retain at each step; a buffer costs one comparison, since its index is always checked. It is shared by reference
/// and belongs to one worker.
final class Buffer<Element: BitwiseCopyable> {
  /// From 32 MB on the C library takes memory that lies by itself: mallopt(3), M_MMAP_THRESHOLD.
  static var reserve: Int { 34 << 20 }

  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  /// Makes an empty buffer.
  init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    base = Self.memory(malloc(self.capacity * MemoryLayout<Element>.stride))
  }

  /// Makes an empty buffer that may grow to many megabytes: it has addresses for `size` bytes from the start, so that it
  /// leaves no hole behind where it has been.
  ///
  /// Memory is taken up only for what is written. Where there are no such addresses, it grows as others do.
  init(reserving size: Int) {
    let memory = malloc(size)
    capacity = memory == nil ? 1 : size / MemoryLayout<Element>.stride
    base = Self.memory(memory ?? malloc(MemoryLayout<Element>.stride))
  }

  /// Makes a buffer with the elements of an array.
  convenience init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    append(elements)
  }

  /// Makes a buffer with `count` elements that lie in some memory, which must hold as many.
  init(copying memory: UnsafeRawBufferPointer, count: Int) {
    precondition(memory.count == count * MemoryLayout<Element>.stride)
    self.count = count
    capacity = max(1, count)
    base = Self.memory(malloc(capacity * MemoryLayout<Element>.stride))
    UnsafeMutableRawBufferPointer(start: base, count: memory.count).copyMemory(from: memory)
  }

  deinit { free(base) }

  /// The element at an index, which must be below `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      base[index] = newValue
    }
  }

  /// Adds an element at the end.
  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Adds the elements of an array at the end.
  func append(_ elements: [Element]) {
    append(elements.span)
  }

  /// Adds the elements of a span at the end.
  func append(_ elements: Span<Element>) {
    if count + elements.count > capacity { grow(to: count + elements.count) }
    elements.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      (base + count).initialize(from: start, count: source.count)
      count += source.count
    }
  }

  /// Adds some of its elements once more at the end.
  func appendAgain(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if count + range.count > capacity { grow(to: count + range.count) }
    (base + count).initialize(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Takes the last element off, if there is one.
  @inline(__always)
  func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return base[count]
  }

  /// Forgets all elements and keeps the memory.
  @inline(__always)
  func removeAll() { count = 0 }

  /// Forgets all elements from an index on.
  func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// Takes some elements off the front.
  func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count)
    count -= number
    base.update(from: base + number, count: count)
  }

  /// Makes the buffer hold `length` elements, all of them the same.
  func fill(_ length: Int, with element: Element) {
    if length > capacity { grow(to: length) }
    base.initialize(repeating: element, count: length)
    count = length
  }

  /// Adds elements until there are `length`.
  func extend(to length: Int, with element: Element) {
    guard length > count else { return }
    if length > capacity { grow(to: length) }
    (base + count).initialize(repeating: element, count: length - count)
    count = length
  }

  /// Makes the buffer hold the first `length` elements of another.
  func copy(_ length: Int, of other: Buffer) {
    precondition(length >= 0 && length <= other.count)
    if length > capacity { grow(to: length) }
    base.update(from: other.base, count: length)
    count = length
  }

  /// Sorts the elements from an index on.
  func sort(from start: Int, by isBefore: (Element, Element) -> Bool) {
    precondition(start >= 0 && start <= count)
    var elements = UnsafeMutableBufferPointer(start: base + start, count: count - start)
    elements.sort(by: isBefore)
  }

  /// The elements of a range, as an array.
  func array(_ range: Range<Int>) -> [Element] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Array(unsafeUninitializedCapacity: range.count) { memory, count in
      if let start = memory.baseAddress {
        start.initialize(from: base + range.lowerBound, count: range.count)
      }
      count = range.count
    }
  }

  /// Calls a function with the elements of a range.
  @inline(__always)
  func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Element>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return body(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count).span)
  }

  /// Calls a function with the elements of a range, which it may change.
  @inline(__always)
  func withMutableSpan(_ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Void) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let elements = UnsafeMutableBufferPointer(start: base + range.lowerBound, count: range.count)
    var span = elements.mutableSpan
    body(&span)
  }

  /// The elements of a range, for a loop in which the buffer does not grow.
  @inline(__always)
  func view(_ range: Range<Int>) -> BufferView<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return BufferView(base: UnsafePointer(base + range.lowerBound), count: range.count)
  }

  @inline(never)
  private func grow(to length: Int) {
    // Where there is room behind it, memory grows where it lies.
    capacity = max(length, capacity * 2)
    base = Self.memory(realloc(base, capacity * MemoryLayout<Element>.stride))
  }

  private static func memory(
    _ memory: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<Element> {
    // Elements want no more than what `malloc` gives all.
    precondition(MemoryLayout<Element>.alignment <= 16)
    // As the runtime does where there is no memory left.
    guard let memory else { abort() }
    return memory.assumingMemoryBound(to: Element.self)
  }
}

// Each of these looks at the bounds once, so that its loop takes several elements at a time.
extension Buffer<UInt64> {
  /// Joins the first elements with as many of another buffer.
  @inline(__always)
  func join(_ length: Int, _ other: Buffer, from start: Int, by join: (UInt64, UInt64) -> UInt64) {
    precondition(length >= 0 && length <= count && start >= 0 && length <= other.count - start)
    let (mine, others) = (base, other.base + start)
    for place in 0..<length { mine[place] = join(mine[place], others[place]) }
  }

  /// Makes the first elements the bits that those of one buffer and some of another have in common.
  func takeIntersection(_ length: Int, of first: Buffer, _ second: Buffer, from start: Int) {
    precondition(length >= 0 && length <= first.count)
    precondition(start >= 0 && length <= second.count - start)
    extend(to: length, with: 0)
    let (mine, firsts, seconds) = (base, first.base, second.base + start)
    for place in 0..<length { mine[place] = firsts[place] & seconds[place] }
  }

  /// Leaves the bits of the first elements that three runs of as many have too.
  func formIntersection(
    _ first: BufferView<UInt64>,
    _ second: BufferView<UInt64>,
    _ third: BufferView<UInt64>
  ) {
    let length = first.count
    precondition(length <= count && second.count == length && third.count == length)
    let mine = base
    for place in 0..<length { mine[place] &= first[place] & second[place] & third[place] }
  }

  /// Whether some elements are the first of another buffer.
  func isEqual(_ range: Range<Int>, _ other: Buffer) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && range.count <= other.count)
    let (mine, others) = (base + range.lowerBound, other.base)
    var difference: UInt64 = 0
    for place in 0..<range.count { difference |= mine[place] ^ others[place] }
    return difference == 0
  }

  /// Takes bits off the element at an index.
  @inline(__always)
  func subtract(_ bits: UInt64, at index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    base[index] &= ~bits
  }

  /// Sets bits of the element at an index.
  @inline(__always)
  func insert(_ bits: UInt64, at index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    base[index] |= bits
  }
}
