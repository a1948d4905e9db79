import Foundation

extension TemporaryFolder {
  /// The smallest case file that holds.
  static let soundCase = "== Sound\nБыло [1:20] домов.\n--\n1 number value=20\n"

  /// Runs `svodka test` with the small rule set in this folder.
  func test(_ arguments: String..., environment: [String: String]? = nil) throws
    -> SvodkaProcess.Outcome
  {
    try SvodkaProcess.run(
      ["test", "--rules", SvodkaProcess.smallRules] + arguments,
      environment: environment,
      directory: url
    )
  }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }
}
