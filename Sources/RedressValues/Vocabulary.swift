/// The class of an item.
package enum ItemClass: String, Hashable, Sendable, CaseIterable {
  case compensation, costs, penalty, goodwill, refund, consequential
}

/// The form a payment takes.
package enum Remedy: String, Hashable, Sendable, CaseIterable {
  case cash, credit, reshipment, replacement, repair, voucher
}

/// How two values of one type are compared.
package enum Comparison: Hashable, Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

/// What is made of the elements of a list.
package enum Aggregate: Hashable, Sendable { case sum, largest, smallest }

/// What becomes of the broken part of a period in `for every 2 days of late`.
package enum BrokenPart: Hashable, Sendable { case inProportion, countsAsFull, ignored }

/// What other rulings may read of an item's lines.
package enum ItemAmount: Hashable, Sendable { case assessed, claimed, payable }

/// A sum over the lines of a proposal; a party by its position in the policy.
package enum Total: Hashable, Sendable {
  case claimed, cash, credit, inKind, payable, recovered, net
  case ofClass(ItemClass)
  case toParty(Int)
}

/// What a cell of a table covers, in base units; words of kinds, yes and no by their positions, dates by their day
/// numbers.
package enum TableCell: Hashable, Sendable {
  case any
  case range(lower: Rational?, excludesLower: Bool, upper: Rational?, excludesUpper: Bool)
  case values([Rational])
}
