import RedressValues

/// What the names of a place stand for that are no declarations.
struct Place: Sendable {
  /// By loop variable.
  var elements: [Int: ReferenceElement] = [:]
  /// By loop variable of an item: the place of its element among those the item makes lines for, from 1.
  var positions: [Int: Int] = [:]
  /// Of the definition, table or tiers under way.
  var arguments: [ReferenceValue] = []
  /// The value a step works on.
  var it: Rational?
  /// What the ruling would give if the exception under way did not hold (rule 14).
  var otherwise: Alternative?
  /// The same where an item shares out an amount: the whole of it, which is no element's (rule 21).
  var otherwiseWhole: Alternative?

  /// The exceptions these leave out.
  var leftOut: Set<Int> = []

  typealias Alternative = @Sendable (inout ReferenceEvaluator) throws(Stop) -> ReferenceValue

  func element(_ variable: Int) throws(Stop) -> ReferenceElement {
    guard let element = elements[variable] else { throw .notCovered("a loop variable outside its loop") }
    return element
  }

  func argument(_ parameter: Int) throws(Stop) -> ReferenceValue {
    guard arguments.indices.contains(parameter) else { throw .notCovered("a parameter outside its definition") }
    return arguments[parameter]
  }
}
