import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Counts what stands in a JUnit file.
final class JUnitReader: NSObject, XMLParserDelegate {
  private(set) var suites: [String] = []
  private(set) var cases = 0
  private(set) var failures = 0
  private(set) var skipped = 0
  private(set) var text = ""

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "testsuite": suites.append(attributes["name"] ?? "")
    case "testcase": cases += 1
    case "failure": failures += 1
    case "skipped": skipped += 1
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
