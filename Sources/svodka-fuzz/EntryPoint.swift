import Glibc

/// The functions that libFuzzer calls; it brings `main` along.
///
/// Which target runs is said by the variable `SVODKA_FUZZ_TARGET`; see `README.md` beside this file.
private nonisolated(unsafe) var run: ([UInt8]) -> Void = { _ in }

/// Makes the target ready.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _: UnsafeMutablePointer<Int32>,
  _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> Int32 {
  let name = getenv("SVODKA_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name), let prepared = try? target.prepared() else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    let message = Array("SVODKA_FUZZ_TARGET must be one of: \(names)\n".utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(2)
  }
  run = prepared
  return 0
}

/// Runs the target once.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
