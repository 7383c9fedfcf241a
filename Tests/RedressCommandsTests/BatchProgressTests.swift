import Testing

@testable import RedressCommands

@Suite struct BatchProgressTests {
  @Test func `the speed counts parts of a second`() {
    let text = BatchProgress.text(done: 30_000_000, of: 60_000_000, cases: 95_000, milliseconds: 1_900)
    #expect(text == "50% · 95000 cases, 50000 a second · 1 s left")
  }

  @Test func `of an input of unknown length the speed alone is shown`() {
    #expect(BatchProgress.text(done: 5, of: nil, cases: 7, milliseconds: 2_000) == "7 cases, 3 a second")
  }

  @Test func `no time, and more than there was to read, is no trouble`() {
    #expect(BatchProgress.text(done: 8, of: 4, cases: 2, milliseconds: 0) == "100% · 2 cases, 2000 a second · 0 s left")
  }
}
