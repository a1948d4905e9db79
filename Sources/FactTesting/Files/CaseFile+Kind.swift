public import TextEngine
import RuleLanguage

extension CaseFile {
  /// What is wrong where the file is about a kind of fact that rules do not have; nil where they have it.
  public func kindFault(for program: RuleProgram) -> CaseFault? {
    guard !program.schemas.contains(where: { $0.name == kind }) else { return nil }
    return CaseFault(
      path: path,
      line: 1,
      column: 1,
      message: Self.unknownKind(kind, of: program)
        + " (the kind of a case file is the name of its folder)",
      source: lines.first ?? ""
    )
  }

  /// The message that rules have no kind of fact of a name, and which they have.
  static func unknownKind(_ kind: String, of program: RuleProgram) -> String {
    let names = program.schemas.map(\.name)
    let hint =
      NearestName.find(kind, in: names).map { "did you mean `\($0)`?" }
      ?? "they have \(names.map { "`\($0)`" }.joined(separator: ", "))"
    return "the rules have no kind `\(kind)`; \(hint)"
  }
}
