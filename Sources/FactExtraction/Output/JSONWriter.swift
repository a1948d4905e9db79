/// Writes compact JSON into a byte buffer, with the commas where they belong.
///
/// The caller keeps the order of keys and values; the writer adds separators and escapes. The output is
/// valid UTF-8, on one line, and free of control characters and of U+2028 and U+2029, which end a line
/// for some readers.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.key("name")
///     writer.string("НАО «Talap»")
///     writer.endObject()
///     // {"name":"НАО «Talap»"}
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether the next key or value follows another one.
  private var needsComma = false

  /// Makes an empty writer.
  public init() {}

  /// Makes room for `count` bytes in all.
  public mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Starts an object, as a value.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Ends the innermost object.
  public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Starts an array, as a value.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Ends the innermost array.
  public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a member's name that needs no escapes: ASCII without quotation marks and backslashes.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member's name that may need escapes; a literal, as most names are, is written as it stands.
  @_disfavoredOverload
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes bytes that stand with their own comma: the rest of an object up to where a value or another key follows.
  mutating func next(_ json: some Sequence<UInt8>, needsComma: Bool = false) {
    bytes.append(contentsOf: json)
    self.needsComma = needsComma
  }

  /// The same for a literal; what follows needs no comma.
  mutating func next(_ json: StaticString) {
    json.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = false
  }

  /// Writes the beginning of a value up to where another one follows: `{"id":`.
  mutating func begin(_ json: StaticString) {
    separate()
    next(json)
  }

  /// Writes a span: `{"start":12,"end":25}`.
  mutating func span(_ span: (start: Int, end: Int)) {
    begin("{\"start\":")
    Self.append(span.start, to: &bytes)
    next(",\"end\":")
    Self.append(span.end, to: &bytes)
    endObject()
  }

  /// Writes the id of an entity by its place among the entities: `"e1"` for the first.
  mutating func entity(_ place: Int) {
    begin("\"e")
    Self.append(place + 1, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// The inside of a string.
  static func inside(of string: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(string)
    return Array(json.bytes.dropFirst().dropLast())
  }

  /// Writes a string.
  public mutating func string(_ string: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { JSONEscaping.append($0.span, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string of bytes that are valid UTF-8 already, such as a piece of a `SourceText`.
  public mutating func string(utf8 text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    JSONEscaping.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) {
    separate()
    guard number >= 0 else {
      bytes.append(contentsOf: String(number).utf8)
      needsComma = true
      return
    }
    Self.append(number, to: &bytes)
    needsComma = true
  }

  /// Appends the digits of a whole number that is not negative.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var place = 1
    while number / place >= 10 { place *= 10 }
    while place > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / place % 10))
      place /= 10
    }
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    json(value ? "true".utf8 : "false".utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    json("null".utf8)
  }

  /// Writes bytes that are one JSON value already, such as an exact decimal or an echoed id.
  public mutating func json(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
    needsComma = true
  }

  /// Ends a record of JSON Lines; the next value starts a new one.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
