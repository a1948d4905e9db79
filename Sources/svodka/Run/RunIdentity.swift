/// All that decides a run's output besides its input: the program, the rules and the options.
struct RunIdentity: Equatable, Sendable {
  /// One of them, with its value as text.
  struct Setting: Equatable, Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The settings, in an order that does not depend on the command line.
  var settings: [Setting]

  /// The first setting in which another run differs, as a message would tell it; nil if there is none.
  func difference(from other: RunIdentity) -> String? {
    let values = Dictionary(other.settings.map { ($0.name, $0.value) }) { $1 }
    for setting in settings where values[setting.name] != setting.value {
      switch setting.name {
      case "rules": return "with other rules"
      case "version": return "by version \(values["version"] ?? "?"), this is \(setting.value)"
      default:
        func shown(_ value: String?) -> String { (value ?? "").isEmpty ? "none" : value ?? "" }
        return "with \(setting.name) \(shown(values[setting.name])), and now it is "
          + shown(setting.value)
      }
    }
    return settings.count == other.settings.count ? nil : "with other options"
  }

  /// A value without line ends.
  static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The value that was escaped.
  static func unescaped(_ text: some StringProtocol) -> String {
    var value = ""
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        value.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": value += "\n"
      case "r": value += "\r"
      case let other?: value.unicodeScalars.append(other)
      case nil: break
      }
    }
    return value
  }
}
