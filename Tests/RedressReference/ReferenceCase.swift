package import RedressValues

/// What a case states, by the positions of the checked policy.
package struct ReferenceCase: Sendable {
  package var facts: [Int: ReferenceValue] = [:]
  /// By item.
  package var claimed: [Int: Rational] = [:]
  /// By choice: the option the case settles it for.
  package var settled: [Int: Int] = [:]
  /// Under `currency of the case`.
  package var currency: Currency?
  package var dated: CivilDate?

  package init() {}
}
