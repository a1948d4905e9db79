/// Finds where records begin and end in bytes that come in pieces.
///
/// A cutter keeps no places, only what it is inside of, so that the reader may drop bytes as it goes.
protocol RecordCutter {
  /// The bytes before the position that a record may still turn out to begin in.
  var lookBehind: Int { get }

  /// Goes on to the next beginning or end; moves `position` past what was looked at.
  mutating func scan(_ bytes: Span<UInt8>, from position: inout Int) -> RecordCut

  /// Ends the file.
  mutating func finish() -> RecordEnd
}

/// What a cutter found.
enum RecordCut {
  /// Nothing more in these bytes.
  case more
  /// A record begins here.
  case begins(Int)
  /// The record ends before this place.
  case ends(Int)
  /// The record is broken off before this place, where another begins.
  case restarts(Int)
  /// The record is faulty and took lines with it that may be records; it ends with its first line.
  case endsWithFirstLine
  /// The file is not what it should be.
  case failure(String)
}

/// What the end of the file means.
enum RecordEnd {
  /// The record that is open, if one is, ends here.
  case whole
  /// The record that is open is faulty and took lines with it that may be records; it ends with its first.
  case firstLine
  /// More was to come.
  case failure(String)
}
