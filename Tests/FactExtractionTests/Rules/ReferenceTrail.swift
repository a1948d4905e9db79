import TextEngine

/// What one way through a pattern came by, for the plain matcher.
struct ReferenceTrail {
  enum Kind {
    case labelStart(String)
    case labelEnd(String)
    case groupStart
    /// The cells that the words of the group share.
    case groupEnd(Cells)
    case list(Cells)
    case annotation(Annotation)
  }

  private(set) var events: [(kind: Kind, place: Int)] = []

  mutating func add(_ kind: Kind, at place: Int) { events.append((kind, place)) }

  /// What each label took, in the order in which its parts end; parts that took nothing do not count.
  var captures: [String: [Range<Int>]] {
    var open: [String: [Int]] = [:]
    var found: [String: [Range<Int>]] = [:]
    for event in events {
      switch event.kind {
      case .labelStart(let label): open[label, default: []].append(event.place)
      case .labelEnd(let label):
        guard let start = open[label]?.popLast(), start < event.place else { continue }
        found[label, default: []].append(start..<event.place)
      default: break
      }
    }
    return found
  }

  /// The events inside the first part of a label that took something.
  func events(of label: String) -> ArraySlice<(kind: Kind, place: Int)> {
    var open: [Int] = []
    for (index, event) in events.enumerated() {
      switch event.kind {
      case .labelStart(label): open.append(index)
      case .labelEnd(label):
        if let first = open.popLast(), events[first].place < event.place {
          return events[(first + 1)..<index]
        }
      default: break
      }
    }
    return []
  }
}
