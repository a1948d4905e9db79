/// A word that some rule names, as a small number; 0 stands for every word that no rule names.
public typealias SymbolID = UInt32

/// The words that the rules name, in folded spelling.
public struct SymbolTable: Sendable {
  private var ids: [[UInt8]: SymbolID] = [:]
  /// The folded spelling of each symbol; index 0 is empty.
  public private(set) var spellings: [[UInt8]] = [[]]

  /// Makes an empty table.
  public init() {}

  /// Makes room for `count` symbols.
  mutating func reserveCapacity(_ count: Int) {
    ids.reserveCapacity(count)
    spellings.reserveCapacity(count)
  }

  /// The number of symbols, the empty one included.
  public var count: Int { spellings.count }

  /// The symbol of a folded spelling, made if new.
  public mutating func intern(_ folded: [UInt8]) -> SymbolID {
    if let id = ids[folded] { return id }
    let id = SymbolID(spellings.count)
    spellings.append(folded)
    ids[folded] = id
    return id
  }

  /// The symbol of a folded spelling, or 0.
  public func symbol(_ folded: [UInt8]) -> SymbolID { ids[folded] ?? 0 }
}
