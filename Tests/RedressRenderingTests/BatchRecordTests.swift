@testable import RedressDiagnostics
@testable import RedressEngine
import RedressRendering
@testable import RedressValues
import Testing

/// Records put down piece by piece are, to the byte, those of the writer of whole documents.
@Suite struct BatchRecordTests {
  @Test(arguments: [BatchReasons.none, .codes], ["CNY", "JPY", "KWD", "CLF"])
  func `records of any quote`(reasons: BatchReasons, currency: String) {
    for seed in UInt64(0)..<200 {
      var generator = QuoteGenerator(seed: seed)
      var quote = generator.quote()
      quote.currency = Currency.named(currency) ?? quote.currency
      expectSame(quote, reasons, "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      (0, 1), (1, 3), (-1, 3), (-1, 1_000), (5, 1_000), (-5, 1_000), (4_999, 1_000_000), (999_995, 1_000), (1, 100),
      (-1, 2),
      (Int128(Int64.max), 1), (Int128(Int64.min), 100), (Int128(UInt64.max), 1), (Int128(UInt64.max), 7),
      (Int128(1) << 100, 3), (-(Int128(1) << 126), 1), (7, Int128(1) << 70), (1_234_567_890_123_456_789, 10_000),
    ] as [(Int128, Int128)])
  func `amounts of any size`(numerator: Int128, denominator: Int128) throws {
    let amount = try Rational(numerator: numerator, denominator: denominator)
    for currency in ["CNY", "JPY", "KWD", "CLF"] {
      var generator = QuoteGenerator(seed: 1)
      var quote = generator.quote()
      quote.currency = Currency.named(currency) ?? quote.currency
      for index in quote.proposals.indices {
        for line in quote.proposals[index].lines.indices { quote.proposals[index].lines[line].payable = amount }
        quote.proposals[index].totals = Proposal.Totals(
          isComplete: true, claimed: amount, cash: amount, credit: amount, inKind: amount, payable: amount,
          recovered: amount, net: amount)
      }
      expectSame(quote, .codes, "\(numerator) over \(denominator) in \(currency)")
    }
  }

  private func expectSame(_ quote: Quote, _ reasons: BatchReasons, _ comment: Comment) {
    var json = JSONWriter(.compact)
    write(record: quote, reasons: reasons, fingerprint: "", to: &json)
    #expect(json.text == plainRecord(of: quote, reasons: reasons) + "\n", comment)
  }
}
