/// One step of a compiled pattern.
public enum Instruction: Hashable, Sendable {
  /// Takes one token that passes a test; inside an agreement it may take part in it.
  case token(test: Int, agrees: Bool)
  /// Takes the words of an entry of a list.
  case list(ListID, agrees: Bool)
  /// Takes an annotation of a type that passes a test.
  case annotation(type: Int, test: AnnotationTest, agrees: Bool)
  /// Goes on at both places; the first is preferred.
  case fork(Int, Int)
  /// Goes on at another place.
  case jump(Int)
  /// A labelled part starts.
  case labelStart(Int)
  /// A labelled part ends.
  case labelEnd(Int)
  /// Goes on where the assertion holds.
  case assert(Assertion)
  /// A group whose words agree starts.
  case agreementStart(AgreementCategories)
  /// A group whose words agree ends.
  case agreementEnd
  /// The next element is the head of its phrase.
  case head
  /// The pattern holds.
  case accept
}

/// A condition on a place between tokens.
public enum Assertion: String, Hashable, Sendable, CaseIterable {
  /// At the start of a sentence.
  case sentenceStart = "bos"
  /// At the end of a sentence.
  case sentenceEnd = "eos"
  /// At the start of a paragraph.
  case paragraphStart = "bop"
  /// At the end of a paragraph.
  case paragraphEnd = "eop"
  /// No white space before the next token.
  case glue = "glue"
}

/// The categories in which the words of a group agree.
public struct AgreementCategories: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Takes the bits as they are.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The case: nominative, genitive and the others.
  public static let grammaticalCase = AgreementCategories(rawValue: 1)
  /// Singular or plural.
  public static let number = AgreementCategories(rawValue: 2)
  /// Masculine, feminine or neuter, in the singular.
  public static let gender = AgreementCategories(rawValue: 4)
  /// First, second or third: «я иду».
  public static let person = AgreementCategories(rawValue: 8)
  /// Case, number and gender: «новой компании».
  public static let all: AgreementCategories = [.grammaticalCase, .number, .gender]
}

/// A test of an annotation, compiled from what follows `&` in `<person & gen>`.
public indirect enum AnnotationTest: Hashable, Sendable {
  /// Any annotation of the type.
  case anything
  /// All must hold.
  case all([AnnotationTest])
  /// One must hold.
  case any([AnnotationTest])
  /// The test does not hold.
  case not(AnnotationTest)
  /// The phrase can stand in one of these combinations of case, number and gender.
  case cells(Cells)
  /// The head passes a test of tokens, given by its number among `RuleProgram.phraseTests`.
  case head(Int)
  /// The first token passes a test of tokens; of a quotation or bracket, the first token inside.
  case first(Int)
  /// What stands around the annotation's own first token passes a test of tokens.
  case start(Int)
  /// The number of tokens; of a quotation or bracket, of the tokens inside.
  case length(ClosedRange<Int>)
}
