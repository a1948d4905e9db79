import Testing

@testable import svodka

struct ByteCountTests {
  @Test(arguments: [("1", 1), ("65536", 65536), ("64K", 65536), ("16M", 16 << 20), ("1G", 1 << 30)])
  func `a count may have a unit`(written: String, bytes: Int) {
    #expect(ByteCount(argument: written)?.bytes == bytes)
  }

  @Test(arguments: ["", "0", "-1", "K", "1k", "1.5M", "16MB", "9223372036854775807G"])
  func `other spellings are refused`(written: String) {
    #expect(ByteCount(argument: written) == nil)
  }

  @Test func `a count is shown as it would be written`() {
    #expect(
      [1, 1500, 65536, 16 << 20, 3 << 30].map { ByteCount($0).description }
        == ["1", "1500", "64K", "16M", "3G"]
    )
  }
}
