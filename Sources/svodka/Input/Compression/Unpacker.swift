import CDecompression

/// One of the system's libraries at work on a compressed stream.
final class Unpacker {
  /// What became of some bytes.
  typealias Step = svodka_unpack_step

  private let pointer: OpaquePointer

  /// Loads the library for a way of compressing.
  ///
  /// - Parameter library: Its name, where it is not the usual one.
  /// - Returns: Nil where the library is missing, or there is none for this.
  init?(_ compression: Compression, library: String? = nil) {
    let made: OpaquePointer? =
      switch compression {
      case .gzip: svodka_gzip_unpacker(library ?? "libz.so.1")
      case .zstd: svodka_zstd_unpacker(library ?? "libzstd.so.1")
      case .bzip2, .xz, .zip: nil
      }
    guard let made else { return nil }
    pointer = made
  }

  deinit { svodka_unpacker_free(pointer) }

  /// Unpacks some bytes; after the end of a member or frame, the next call begins another.
  func unpack(
    _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) -> Step {
    svodka_unpack(
      pointer,
      input.baseAddress?.assumingMemoryBound(to: UInt8.self),
      input.count,
      output.baseAddress?.assumingMemoryBound(to: UInt8.self),
      output.count
    )
  }

  /// What the library says is wrong.
  var fault: String { String(cString: svodka_unpacker_fault(pointer)) }
}
