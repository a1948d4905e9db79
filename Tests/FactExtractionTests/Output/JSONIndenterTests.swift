import FactExtraction
import Testing

struct JSONIndenterTests {
  private func indented(_ compact: String) -> String {
    var output: [UInt8] = []
    JSONIndenter.append(Array(compact.utf8).span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `short plain objects stay on one line and others are spread`() {
    let compact =
      #"{"id":"a","facts":[{"kind":"number","span":{"start":85,"end":109},"text":"«[1, {2}]\"\\»","list":[{"a":1},[]]}],"entities":[],"diagnostics":[]}"#
    #expect(
      indented(compact) == #"""
        {
          "id": "a",
          "facts": [
            {
              "kind": "number",
              "span": {"start": 85, "end": 109},
              "text": "«[1, {2}]\"\\»",
              "list": [
                {"a": 1},
                []
              ]
            }
          ],
          "entities": [],
          "diagnostics": []
        }
        """#
    )
  }

  @Test func `a long list of plain values is spread`() {
    let numbers = (1...40).map(String.init)
    #expect(
      indented("[" + numbers.joined(separator: ",") + "]")
        == "[\n  " + numbers.joined(separator: ",\n  ") + "\n]"
    )
  }

  @Test(arguments: ["{}", "[]", "7", "null", #""a,b:[c]""#])
  func `plain values stay as they are`(json: String) {
    #expect(indented(json) == json)
  }
}
