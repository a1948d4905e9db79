import Testing

@testable import TextEngine

@Suite struct UTF8ValidationTests {
  @Test(arguments: 1...300)
  func `damaged texts have their first fault where the standard library has it`(seed: UInt64) {
    var random = TextGenerator(seed: seed)
    let word = "Слово, сказанное Ёлкиным — «да» x9 €🙂"
    var bytes = Array((word + random.text(scalars: 40) + word).utf8)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    if Bool.random(using: &random) {
      bytes.removeLast(Int.random(in: 0...3, using: &random))
    }
    let fault = UTF8Validation.firstFault(in: bytes.span)
    #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    guard let fault else { return }
    // What stands before it is sound, and nothing that starts with it is.
    #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil)
    for end in fault + 1...min(fault + 4, bytes.count) where end <= bytes.count {
      #expect(String(validating: bytes[fault..<end], as: UTF8.self) == nil)
    }
  }
}
