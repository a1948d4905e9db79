extension Gazetteer: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: entries)
    writer.write(plain: lemmas)
    writer.write(featureRows)
    writer.write(plain: entryNodes)
    writer.write(plain: orderedEdges)
    writer.write(plain: rootEdges)
    writer.write(plain: firstEdges)
    writer.write(plain: slots)
    writer.write(plain: firstEntries)
    writer.write(plain: lastEntries)
    writer.write(plain: followingEntries)
  }

  /// Whether all places that its parts name are there, and all ways through them end.
  var isSound: Bool {
    let nodes = orderedEdges.count + 1
    guard nodes < Int32.max, entries.count < Int32.max, firstEdges.count == nodes,
      firstEntries.count == nodes, lastEntries.count == nodes,
      entryNodes.count == entries.count, followingEntries.count == entries.count,
      !slots.isEmpty, slots.count & (slots.count - 1) == 0
    else { return false }
    return areEdgesSound(nodes) && areEntriesSound(nodes)
  }

  private func areEdgesSound(_ nodes: Int) -> Bool {
    var isSound = true
    for (index, edge) in orderedEdges.enumerated() {
      isSound = isSound && Int(edge.node) <= index
    }
    for target in rootEdges { isSound = isSound && Int(target) < nodes }
    for target in slots { isSound = isSound && Int(target) < nodes }
    for edge in firstEdges { isSound = isSound && Int(edge.target) < nodes }
    return isSound
  }

  private func areEntriesSound(_ nodes: Int) -> Bool {
    var isSound =
      firstEntries.arePlaces(in: entries.count) && lastEntries.arePlaces(in: entries.count)
      && followingEntries.areChains
    for node in entryNodes { isSound = isSound && Int(node) < nodes }
    for entry in entries {
      isSound =
        isSound && entry.list >= 0 && Int(entry.features) < featureRows.count
        && (entry.firstLemma == Entry.noLemma
          || (entry.length >= 0 && entry.length <= lemmas.count - Int(entry.firstLemma)))
    }
    return isSound
  }
}

extension Gazetteer.Entry: PlainStorable {}
extension Gazetteer.Edge: PlainStorable {}
extension Gazetteer.FirstEdge: PlainStorable {}

extension FeatureValue: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    switch self {
    case .none: writer.write(UInt64(0))
    case .text(let text):
      writer.write(UInt64(1))
      writer.write(text)
    case .decimal(let value):
      writer.write(UInt64(2))
      writer.write(value)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .none
    case 1: self = .text(try reader.read())
    case 2: self = .decimal(try reader.read())
    default: throw BinaryFault()
    }
  }
}
