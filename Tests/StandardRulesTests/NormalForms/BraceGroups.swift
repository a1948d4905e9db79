import Foundation

/// Texts with choices between braces: «завод{|а|у||ом|е}».
enum BraceGroups {
  /// The text with one of the choices of each group.
  static func chosen(_ text: String, _ choice: (_ choices: [String]) -> String?) -> String {
    text.components(separatedBy: "{").enumerated().map { index, piece in
      guard index > 0 else { return piece }
      let halves = piece.components(separatedBy: "}")
      let choices = (halves.first ?? "").components(separatedBy: "|")
      return (choice(choices) ?? "") + halves.dropFirst().joined(separator: "}")
    }.joined()
  }
}
