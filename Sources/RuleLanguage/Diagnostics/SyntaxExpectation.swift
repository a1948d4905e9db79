/// What the parser wanted to see, in the words of the message.
enum SyntaxExpectation: String, Sendable {
  case item = "an item, such as `rule`"
  case clause = "a clause, such as `match`"
  case languageCode = "a language's code"
  case phaseName = "a phase's name"
  case factName = "a fact's name"
  case ruleName = "a rule's name"
  case blockName = "a block's name"
  case definitionName = "a definition's name"
  case listName = "a list's name, such as `@months`"
  case columnName = "a column's name"
  case fieldName = "a field's name"
  case fieldType = "a field's type"
  case enumerationValue = "a value of the enumeration"
  case poolName = "a pool's name"
  case label = "a label"
  case featureName = "a feature's name"
  case featureValue = "a feature's value"
  case fileName = "a file's name in quotation marks"
  case exampleText = "an example in quotation marks"
  case literal = "a text in quotation marks, a number or a name"
  case condition = "a condition, such as `counted(n, x)`"
  case expression = "a value"
  case memberName = "the name of a field or a feature"
  case annotationName = "an annotation's name"
  case pattern = "a pattern"
  case exactForm = "a form in quotation marks"
  case predicate = "a predicate"
  case number = "a whole number"
  case category = "a category"
  case assign = "`=`"
  case colon = "`:`"
  case arrow = "`->`"
  case later = "`>`"
  case comma = "`,`"
  case range = "`..`"
  case openBrace = "`{`"
  case openParenthesis = "`(`"
  case listContent = "`{` or `from`"
  case closeBrace = "`}`"

  /// What to do where this was wanted and something else stands, if that is easily said.
  func help(found: String) -> [String] {
    switch (self, found) {
    case (.later, _): ["the phases of a cascade are joined with `>`: `cascade number > date`"]
    case (.arrow, _): ["a rule is written `rule NAME -> FACT { … }`"]
    case (.exactForm, _):
      ["`=` before a text asks for exactly this spelling; a label is written `x:[noun]`"]
    case (.assign, "`:`"): ["`=` gives values and names definitions; `:` is for labels and types"]
    case (.colon, "`=`"): ["what is expected of a field, and its type, stand after `:`"]
    case (.listName, _): ["the name of a list starts with `@`"]
    default: []
    }
  }

  /// Whether a keyword at the start of a line may be the name that is wanted.
  var mayBeKeyword: Bool {
    switch self {
    case .fieldName, .enumerationValue, .columnName: true
    default: false
    }
  }
}
