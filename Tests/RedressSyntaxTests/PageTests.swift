import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct PageTests {
  @Test func `every page's wrong text shows exactly its code`() {
    for page in syntaxDiagnosticPages {
      let found = page.wrong.hasPrefix("case") ? caseCodes(page.wrong) : codes(page.wrong)
      #expect(found == [page.code], "\(page.code): \(page.wrong)")
    }
  }

  @Test func `every page's right text has no problem`() {
    for page in syntaxDiagnosticPages {
      let found = page.right.hasPrefix("case") ? caseCodes(page.right) : codes(page.right)
      #expect(found == [], "\(page.code): \(page.right)")
    }
  }

  @Test func `pages have codes of their own, in order and without gaps`() {
    // R0114 said of a construct that an earlier version could not read it.
    let expected = (101...133).filter { $0 != 114 }.map { "R0\($0)" }
    #expect(syntaxDiagnosticPages.map(\.code) == expected)
  }
}
