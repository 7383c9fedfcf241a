package import RedressChecker
import RedressValues

/// What a checked policy makes of a case, in the plainest way: a walk over the expressions, a function for each rule of
/// the meaning in `docs/language.md`, by whose numbers the comments go. It is slow, and knows nothing of ranges: a case
/// that needs something nobody has stated has no answer here.
///
/// It shares no code with the engine but the values; rounding and sharing out are written anew.
struct ReferenceEvaluator: Sendable {
  let policy: CheckedPolicy
  let stated: ReferenceCase
  /// What the case is settled in.
  let currency: Currency
  /// By choice: the option taken; -1 where the choice does not arise.
  var options: [Int]
  /// What was worked out before: the rules have no circles, but the same thing is asked for again and again.
  var definitions: [Int: ReferenceValue] = [:]
  var lines: [Int: [ReferenceLine]] = [:]
  /// Of all lines, in the order of the items, after limits; known when they have acted (rule 31).
  var settledLines: [ReferenceLine]?
  var recovered: Rational = .zero
  /// How often `otherwise` was asked for, to tell whether an amount asks for it.
  var otherwiseReads = 0

  init(_ policy: CheckedPolicy, _ stated: ReferenceCase, options: [Int]) {
    self.policy = policy
    self.stated = stated
    self.options = options
    currency = policy.currency == .ofTheCase ? stated.currency ?? .ofTheCase : policy.currency
  }

  /// The smallest amount of the currency (rule 8).
  var minorUnit: Rational {
    get throws(Stop) {
      try exactly { () throws(ArithmeticError) in
        var unit = Rational.one
        for _ in 0..<currency.minorDigits { unit = try unit / Rational(10) }
        return unit
      }
    }
  }

  /// An amount as it is shown.
  func shown(_ amount: Rational) throws(Stop) -> Rational {
    try rounded(amount, policy.rounding, to: try minorUnit)
  }
}

/// The proposals of a case.
///
/// - Throws: why there are none.
package func settle(_ policy: CheckedPolicy, _ stated: ReferenceCase) throws(Stop) -> Settlement {
  var first = ReferenceEvaluator(policy, stated, options: policy.choices.map { _ in -1 })
  try first.demandForce()
  // No `require` reads a choice.
  for requirement in policy.requirements { try first.demand(requirement, orElse: "requirement") }
  return try first.proposals()
}

extension ReferenceEvaluator {
  /// Outside the period of force a case is refused.
  func demandForce() throws(Stop) {
    guard let from = policy.inForceFrom, let date = dateThatIsStated else { return }
    let isAfter = policy.inForceUntil.map { date > $0 } ?? false
    if date < from || isAfter { throw .refused("notInForce") }
  }

  /// A `require` or an `always`; one that reads something absent demands nothing.
  mutating func demand(_ requirement: CheckedPolicy.Requirement, orElse refusal: String) throws(Stop) {
    if try isAbsent(requirement.optionalReads, Place()) { return }
    if !(try holds(requirement.condition, Place())) { throw .refused(refusal) }
  }
}
