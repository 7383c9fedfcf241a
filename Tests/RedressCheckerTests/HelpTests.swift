import RedressChecker
import Testing

/// Helps that can be taken as they stand.
@Suite struct `What is proposed fits its place` {
  @Test(arguments: [
    ("fact sold_out : yes or no \"s\"", "when sold_out = true", "write `yes`"),
    ("fact sold_out : yes or no \"s\" default false", "when sold_out", "write `no`"),
    ("fact received_at : time \"r\"", "when received_at < today", "`fact today : time \"…\"`"),
    ("fact received_on : date \"r\"", "when today > received_on", "`fact today : date \"…\"`"),
    ("fact weight : kg from 0 \"w\"", "when weight > allowance", "`fact allowance : kg from 0 \"…\"`"),
    ("fact cause : packing or handling \"c\"", "when cause = \"packing\"", "write the word without quotation marks"),
    (
      "fact a : time \"a\"\nfact b : time \"b\"", "when b - a > 7", "write `7 hours` or `7 days`"
    ),
    ("fact value : money from 0 \"v\"", "when value > 50 RMB", "write `CNY`"),
    ("fact value : money from 0 \"v\"", "when value > 50元", "write `CNY`"),
    ("fact value : money from 0 \"v\"", "when value > 20 percent of value", "as in `20%`"),
    ("split blame is carrier 100% because \"b\"", "borne by carrier", "write `blame`"),
    (
      "fact fee : money from 0 \"f\" default 0", "when 5 CNY / fee > 1", "`fee : money above 0`, and change its default"
    ),
    ("fact coin : money from 0 \"c\"", "when (5 CNY rounded to coin) > 0", "rounding needs a step above 0"),
  ])
  func `the help`(declarations: String, clause: String, help: String) {
    let isStep = clause.hasPrefix("borne")
    let found = problems(
      policy(
        "\(declarations)\nitem one \"One\" \(isStep ? "" : clause) pay 5 CNY because \"a\" \(isStep ? clause : "")"))
    #expect(found.contains(help), "\(found)")
    #expect(!found.contains("syntax"), "\(found)")
  }

  @Test func `one party with a part leaves the rest to another`() {
    let found = problems(
      policy(
        """
        party packer "the packer"
        fact both : yes or no "both"
        split blame is packer 20%, carrier rest because "b"
          except both_crews: carrier 70% when both because "c"
        item one "One" pay 5 CNY because "a" borne by blame
        """))
    #expect(found.contains("write `carrier 70%, packer rest`"), "\(found)")
  }

  @Test func `a currency with swapped letters`() {
    #expect(problems("policy p\n  currency CYN\n").contains("did you mean `CNY`?"))
  }
}
