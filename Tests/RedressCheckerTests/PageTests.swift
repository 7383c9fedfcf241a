import RedressChecker
import RedressDiagnostics
import Testing

@Suite struct `The pages of the checker` {
  @Test(arguments: checkDiagnosticPages.map(\.code))
  func `show what they say`(code: String) throws {
    let page = try #require(checkDiagnosticPages.first { $0.code == code })
    #expect(codes(page.wrong) == [code], "\(problems(page.wrong))")
    #expect(problems(page.right) == "")
  }

  @Test func `have each code once, in order`() {
    let codes = checkDiagnosticPages.map(\.code)
    #expect(codes == Array(Set(codes)).sorted())
  }
}
