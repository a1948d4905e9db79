/// A stream whose beginning can be looked at before it is read.
final class PeekedStream: ByteStream {
  private let base: any ByteStream
  /// Bytes that were looked at already and come first in the next piece.
  private var head: [UInt8] = []
  private var isAtEnd = false
  /// What ended the looking; it is thrown when the bytes before it have been read.
  private var failure: CommandFailure?

  /// Makes a stream that gives the bytes of another.
  init(_ base: any ByteStream) {
    self.base = base
  }

  var name: String { base.name }

  var isWaiting: Bool { head.isEmpty && failure == nil && !isAtEnd && base.isWaiting }

  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    guard head.isEmpty else {
      let count = head.count
      bytes.append(contentsOf: head)
      head = []
      return count
    }
    if let failure { throw failure }
    return isAtEnd ? 0 : try base.read(into: &bytes)
  }

  /// The bytes that are looked at until `isEnough` says so, or all; they stay unread.
  func peek(until isEnough: ([UInt8]) -> Bool) -> [UInt8] {
    while !isEnough(head), !isAtEnd, failure == nil {
      do throws(CommandFailure) {
        isAtEnd = try base.read(into: &head) == 0
      } catch {
        failure = error
      }
    }
    return head
  }
}
