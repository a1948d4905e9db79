/// What the words with an ending tell: their readings, each with a score.
struct EndingEvidence {
  /// A paradigm of words with this ending.
  struct Paradigm {
    var number: Int
    /// The score of its best reading.
    var score: Double
    /// The readings worth keeping.
    var readings: [UInt32]
    /// Whether there are words that have it with this ending itself, not only with a shorter one.
    var isOwn: Bool
    /// Whether an example says that words with this ending are declined so.
    var isExample: Bool
  }

  /// A reading of fewer words than this part of those of the best one says nothing of longer endings.
  private static let leastPart = 1.0 / 128
  /// An ending that so many words have needs no examples of shorter endings.
  private static let sureWords = 24.0
  /// A frequent ending of so many letters ends what examples of shorter ones say.
  private static let tellingLength = 3
  /// A reading of fewer words than this part of those of its paradigm's best one is left out.
  private static let leastPartOfParadigm = 1.0 / 8

  /// The letters of the ending.
  private let length: Int
  /// The number of words with this ending, by their paradigms.
  private var words: [Int: Double] = [:]
  /// The words with each reading, with what the shorter ending adds to them.
  private var scores: [UInt32: Double] = [:]
  /// The paradigms of the examples of this ending, and of shorter ones.
  private var examples: Set<Int> = []
  private var carried: Set<Int> = []

  init(length: Int) { self.length = length }

  private var isSure: Bool { wordCount >= EndingEvidence.sureWords }

  /// The number of words with this ending.
  var wordCount: Double {
    words.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  /// Counts a reading; a paradigm has as many words as its most frequent reading.
  mutating func add(_ entry: EndingCounts.Entry, weight: Double) {
    let count = Double(entry.count) * weight
    scores[entry.reading, default: 0] += count
    words[entry.paradigm] = max(words[entry.paradigm] ?? 0, count)
  }

  /// Adds a reading that an example gives.
  mutating func addExample(_ entry: EndingCounts.Entry) {
    scores[entry.reading, default: 0] += Double(entry.count)
    examples.insert(entry.paradigm)
  }

  /// Adds what a shorter ending tells, as if it were so many words.
  mutating func inherit(_ shorter: EndingEvidence, weight: Double, where fits: (UInt32) -> Bool) {
    let fitting = shorter.scores.filter { fits($0.key) }
    var best: [Int: Double] = [:]
    for (reading, score) in fitting {
      let paradigm = ReadingLists.place(of: reading).paradigm
      best[paradigm] = max(best[paradigm] ?? 0, score)
    }
    // In the order of the numbers: sums of fractions depend on their order.
    let whole = best.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    // That an ending of two letters is frequent says little of what an example of one letter is about.
    let isCarried = shorter.length < EndingEvidence.tellingLength || !shorter.isSure
    let examples = isCarried ? shorter.examples.union(shorter.carried) : shorter.examples
    carried.formUnion(examples.intersection(best.keys))
    let least = (best.values.max() ?? 0) * EndingEvidence.leastPart
    for (reading, score) in fitting
    where score >= least || carried.contains(ReadingLists.place(of: reading).paradigm) {
      scores[reading, default: 0] += score / whole * weight
    }
  }

  /// The paradigms, the one with the best score first.
  var paradigms: [Paradigm] {
    let kept = isSure ? examples : examples.union(carried)
    var best: [Int: Double] = [:]
    var readings: [Int: [UInt32]] = [:]
    for (reading, score) in scores {
      let paradigm = ReadingLists.place(of: reading).paradigm
      best[paradigm] = max(best[paradigm] ?? 0, score)
      readings[paradigm, default: []].append(reading)
    }
    return best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { number, score in
      let own = (readings[number] ?? []).filter {
        (scores[$0] ?? 0) >= score * EndingEvidence.leastPartOfParadigm
      }
      return Paradigm(
        number: number,
        score: score,
        readings: own.sorted(),
        isOwn: words[number] != nil,
        isExample: kept.contains(number)
      )
    }
  }
}
