import Testing

struct SwiftSourceTests {
  @Test func `imports, declarations and names are read and comments are not`() {
    let source = SwiftSource(
      path: "x.swift",
      text: ##"""
        @testable public import TextEngine
        import struct Foundation.URL
        // import Hidden, struct Commented
        /* struct Blocked {} */
        public final class Outer: Base {
          struct Inner {}
          let text = "struct Quoted \" // Escaped"
          let raw = #"Raw "Name" // here"#
          let lines = """
            struct Lines
            """
        }
        indirect enum Tree { case leaf(Leaf) }
        """##
    )
    #expect(source.imports == ["TextEngine", "Foundation"])
    #expect(source.declaredTypes == ["Outer", "Tree"])
    #expect(
      source.names == ["TextEngine", "Foundation", "URL", "Outer", "Base", "Inner", "Tree", "Leaf"]
    )
  }
}
