import FactTesting
import Foundation
import Synchronization
import Testing

/// Takes closed gaps out of `Fixtures/known-gaps.txt`.
enum GapList {
  private static let isWriting = Mutex(false)

  /// Takes out one name.
  static func remove(_ name: String) {
    isWriting.withLock { _ in
      do {
        let text = KnownGaps.text(try Fixtures.text(of: Fixtures.gapList), without: [name])
        try Data(text.utf8).write(to: Fixtures.gapList)
      } catch {
        Issue.record(error)
      }
    }
  }
}
