import FactExtraction
import TextEngine

/// What a phase, or the core, put over some tokens.
struct InspectedAnnotation {
  /// The name of its type, such as `Num` or `organisation`.
  let type: String
  /// The bytes that it covers.
  let span: TextSpan
  /// The text that it covers.
  let text: String
  /// The value of a numeral, as JSON.
  let value: [UInt8]?

  /// The annotations of the document that the extractor took up last, by place.
  static func annotations(of engine: Engine) -> [InspectedAnnotation] {
    engine.document.annotations.enumerated().sorted { left, right in
      (left.element.start, -left.element.end, left.offset)
        < (right.element.start, -right.element.end, right.offset)
    }.map { _, annotation in
      var value: [UInt8]?
      if let number = engine.numericValue(of: annotation) {
        var digits: [UInt8] = []
        number.write(to: &digits)
        value = digits
      }
      let tokens = annotation.start..<annotation.end
      return InspectedAnnotation(
        type: engine.program.annotationTypes[annotation.type],
        span: engine.span(of: tokens),
        text: engine.text(of: tokens),
        value: value
      )
    }
  }
}
