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
    let run = try reader.byteRun()
    // Each element takes a byte at least.
    guard 0...run.count ~= count else { throw BinaryFault() }
    guard count > 0 else { return }
    let bytes = FixedBuffer<UInt8>(run, count: run.count, isEmbedded: reader.isEmbedded)
    source = .stored(StoredElements(bytes, count: count))
  }
}

/// Elements that are decoded once, by whoever asks first.
private final class StoredElements<Element: BinaryStorable & Sendable>: Sendable {
  private let bytes: FixedBuffer<UInt8>
  private let count: Int
  private let decoded = Mutex<[Element]?>(nil)

  init(_ bytes: FixedBuffer<UInt8>, count: Int) {
    (self.bytes, self.count) = (bytes, count)
  }

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
    var reader = BinaryReader(bytes.memory)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try reader.read()) }
    guard reader.isAtEnd else { throw BinaryFault() }
    return elements
  }
}
