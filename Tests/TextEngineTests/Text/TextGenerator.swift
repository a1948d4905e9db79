/// Random numbers and texts that are the same for the same seed (SplitMix64).
struct TextGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of the marks, letters and abbreviations that rules look at, mixed with any scalar.
  mutating func text(scalars count: Int) -> String {
    let frequent = Array(
      "   \n\r\t..,!?…:;-–—«»\"“”„'’()[]/@#%№абвгдеАБВГД09512XIVaBz\u{301}\u{AD}\u{A0}\u{FEFF}🙂"
        .unicodeScalars
    )
    let pieces = [
      "г.", "т. д.", "5 км.", "https://a.kz/", "12.05.2024", "А. С. ", "руб. ", "10:30",
    ]
    var result = String.UnicodeScalarView()
    while result.count < count {
      switch UInt8.random(in: 0..<10, using: &self) {
      case 0:
        if let any = Unicode.Scalar(UInt32.random(in: 0...0x10_FFFF, using: &self)) {
          result.append(any)
        }
      case 1:
        result.append(
          contentsOf: pieces[Int.random(in: pieces.indices, using: &self)].unicodeScalars
        )
      default: result.append(frequent[Int.random(in: frequent.indices, using: &self)])
      }
    }
    return String(result)
  }
}
