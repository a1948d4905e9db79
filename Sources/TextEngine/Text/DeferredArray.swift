import Synchronization

/// Values that a stored program gives when they are first asked for, since most runs need few of them.
struct DeferredArray<Element: BinaryStorable & Sendable>: Sendable {
  private enum Source {
    case known([Element])
    case stored(StoredElements<Element>)
  }

  private var source = Source.known([])
  /// The number of elements.
  private(set) var count = 0

  /// Makes an empty array.
  init() {}

  /// The elements; reading them for the first time decodes them.
  var elements: [Element] {
    get {
      switch source {
      case .known(let elements): elements
      case .stored(let stored): stored.elements
      }
    }
    _modify {
      var elements = elements
      source = .known([])
      defer {
        count = elements.count
        source = .known(elements)
      }
      yield &elements
    }
  }
}

extension DeferredArray: CustomStringConvertible {
  /// The elements, wherever they come from.
  var description: String { "\(elements)" }
}

extension DeferredArray: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    var inner = BinaryWriter()
    for element in elements { inner.write(element) }
    writer.write(count)
    writer.write(bytes: inner.bytes)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    count = try reader.read()
    let isEmbedded = reader.isEmbedded
    let run = try reader.byteRun()
    // Each element takes a byte at least.
    guard 0...run.count ~= count else { throw BinaryFault() }
    guard count > 0 else { return }
    source = .stored(StoredElements(run, count: count, isEmbedded: isEmbedded))
  }
}

/// Elements that are decoded once, by whoever asks first.
private final class StoredElements<Element: BinaryStorable & Sendable>: @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  /// The memory where it is a copy.
  private let owned: UnsafeMutableRawBufferPointer?
  private let count: Int
  private let decoded = Mutex<[Element]?>(nil)

  init(_ run: UnsafeRawBufferPointer, count: Int, isEmbedded: Bool) {
    self.count = count
    if isEmbedded {
      (memory, owned) = (run, nil)
      return
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: run.count, alignment: 1)
    copy.copyMemory(from: run)
    (memory, owned) = (UnsafeRawBufferPointer(copy), copy)
  }

  deinit { owned?.deallocate() }

  /// The elements; none where the bytes are damaged.
  var elements: [Element] {
    decoded.withLock { decoded in
      if let decoded { return decoded }
      let elements = (try? decode()) ?? []
      decoded = elements
      return elements
    }
  }

  private func decode() throws(BinaryFault) -> [Element] {
    var reader = BinaryReader(memory)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try reader.read()) }
    guard reader.isAtEnd else { throw BinaryFault() }
    return elements
  }
}
