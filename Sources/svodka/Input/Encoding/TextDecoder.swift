/// Makes UTF-8 of another encoding, piece by piece.
///
/// What has no meaning becomes a byte that UTF-8 does not have, so that the line or text that it stands in is
/// rejected like any other that is damaged, and the lines around it are not.
protocol TextDecoder {
  /// Appends what `bytes` mean.
  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8])

  /// Appends what is left at the end.
  mutating func finish(into output: inout [UInt8])
}

/// The byte for what has no meaning.
let meaninglessByte: UInt8 = 0xFF
