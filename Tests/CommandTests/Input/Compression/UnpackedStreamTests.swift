import Testing

@testable import svodka

struct UnpackedStreamTests {
  private func unpack(
    _ bytes: [UInt8],
    _ compressor: Compressor,
    pieceSize: Int = 4096,
    maximalRatio: Int = 200
  ) throws -> (bytes: [UInt8], failure: CommandFailure?) {
    let stream = try UnpackedStream(
      PieceStream(bytes, pieceSize: pieceSize),
      compression: compressor.compression,
      maximalRatio: maximalRatio
    )
    return stream.everything()
  }

  @Test(arguments: Compressor.present, [1, 7, 4096, 1 << 20])
  func `members that follow each other are one text`(
    compressor: Compressor,
    pieceSize: Int
  ) throws {
    let lines = manyLines(pieceSize == 1 ? 20 : 2_000)
    let half = lines.count / 3
    let packed =
      try compressor.compress(Array(lines[..<half])) + compressor.compress([])
      + compressor.compress(Array(lines[half...]))
    let found = try unpack(packed, compressor, pieceSize: pieceSize)
    #expect(found.failure == nil)
    #expect(found.bytes == lines)
  }

  @Test(arguments: Compressor.present)
  func `an empty text is empty`(compressor: Compressor) throws {
    let found = try unpack(compressor.compress([]), compressor)
    #expect(found.failure == nil)
    #expect(found.bytes.isEmpty)
  }

  @Test(arguments: Compressor.present)
  func `what a cut file holds is given before the fault is told`(compressor: Compressor) throws {
    let lines = manyLines(3_000)
    let packed = try compressor.compress(lines)
    let places = (0..<100).map { 20 + (packed.count - 21) * $0 / 99 }
    let sizes = try compressor.unpackedSizes(of: packed, cutAt: places)
    try #require(sizes.count == 100)
    for (place, size) in zip(places, sizes) {
      let found = try unpack(Array(packed[..<place]), compressor)
      #expect(found.bytes.count >= size)
      #expect(lines.starts(with: found.bytes))
      #expect(found.failure?.status == .inputOutput)
      #expect(
        found.failure?.message
          == "pieces: the \(compressor) data ends too early, at byte \(place) of the file"
      )
    }
  }

  @Test(arguments: Compressor.present)
  func `damage anywhere is found`(compressor: Compressor) throws {
    let lines = manyLines(500)
    let packed = try compressor.compress(lines)
    for number in 0..<100 {
      var damaged = packed
      // The first bytes tell what it is; behind them and the rest of the head every bit is checked.
      let place = 10 + (packed.count - 11) * number / 99
      damaged[place] ^= 0x20
      let found = try unpack(damaged, compressor)
      #expect(found.failure?.status == .inputOutput, "at \(place)")
    }
  }

  @Test(arguments: Compressor.present)
  func `a wrong checksum is found when all lines are given`(compressor: Compressor) throws {
    let lines = manyLines(500)
    var packed = try compressor.compress(lines)
    packed[packed.count - (compressor == .gzip ? 8 : 4)] ^= 1
    let found = try unpack(packed, compressor)
    #expect(found.bytes == lines)
    #expect(found.failure?.message?.contains("is damaged (") == true)
  }

  @Test(arguments: Compressor.present)
  func `garbage at the end is told and zeros are not`(compressor: Compressor) throws {
    let lines = manyLines(50)
    let packed = try compressor.compress(lines)
    let padded = try unpack(packed + [UInt8](repeating: 0, count: 5_000), compressor)
    #expect(padded.failure == nil)
    #expect(padded.bytes == lines)
    for tail in [Array("junk".utf8), [0x1F], [0x28, 0xB5], [0, 0, 7], Array(packed.prefix(3))] {
      let found = try unpack(packed + tail, compressor)
      #expect(found.bytes == lines)
      #expect(found.failure?.status == .inputOutput)
    }
  }

  @Test(arguments: Compressor.present)
  func `a bomb goes off after its free bytes`(compressor: Compressor) throws {
    let zeros = [UInt8](repeating: 0, count: UnpackedStream.freeBytes + (8 << 20))
    let packed = try compressor.compress(zeros)
    let bomb = try unpack(packed, compressor, pieceSize: 1 << 20)
    #expect(
      bomb.failure?.message?.contains("more than 200 times its size; --max-ratio allows") == true
    )
    #expect(bomb.bytes.count <= UnpackedStream.freeBytes + (1 << 20))
    let allowed = try unpack(packed, compressor, pieceSize: 1 << 20, maximalRatio: 1 << 30)
    #expect(allowed.failure == nil)
    #expect(allowed.bytes.count == zeros.count)
  }

  @Test func `a missing library is told with the pipe to use`() throws {
    let failure = try #require(throws: CommandFailure.self) {
      try UnpackedStream(
        PieceStream([]),
        compression: .zstd,
        maximalRatio: 200,
        library: "libnone.so.9"
      )
    }
    #expect(failure.status == .inputOutput)
    #expect(
      failure.message
        == "pieces is compressed with zstd, for which this system has no library; "
        + "use a pipe: zstdcat pieces | svodka extract -"
    )
  }

  @Test(
    arguments: [
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59], "bzcat"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xzcat"), ([0x50, 0x4B, 3, 4], "unzip -p"),
    ] as [([UInt8], String)]
  )
  func `another way of compressing is told with the pipe to use`(
    head: [UInt8],
    command: String
  ) throws {
    let compression = try #require(Compression(head: head + [1, 2, 3]))
    let failure = try #require(throws: CommandFailure.self) {
      try UnpackedStream(PieceStream([]), compression: compression, maximalRatio: 200)
    }
    #expect(failure.message?.hasSuffix("use a pipe: \(command) pieces | svodka extract -") == true)
  }
}
