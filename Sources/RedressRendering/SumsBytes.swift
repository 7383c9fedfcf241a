import RedressDiagnostics
import RedressEngine
import RedressValues

extension [UInt8] {
  /// What the totals of records and quotes end with: `"1.00","credit":…,"net":"1.00"`, behind the key `cash`.
  mutating func append(
    cash: Rational, credit: Rational, inKind: Rational, payable: Rational, recovered: Rational, net: Rational,
    places: Int
  ) {
    append(amount: cash, places: places)
    append(piece: #","credit":"#)
    append(amount: credit, places: places)
    append(piece: #","in_kind":"#)
    append(amount: inKind, places: places)
    append(piece: #","payable":"#)
    append(amount: payable, places: places)
    append(piece: #","recovered":"#)
    append(amount: recovered, places: places)
    append(piece: #","net":"#)
    append(amount: net, places: places)
  }

  /// The same of a claim that was settled straight through: nothing is recovered of it.
  mutating func append(sums totals: StraightOutcome.Totals, places: Int) {
    append(
      cash: totals.cash, credit: totals.credit, inKind: totals.inKind, payable: totals.payable, recovered: .zero,
      net: totals.payable, places: places)
  }
}
