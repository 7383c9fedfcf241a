/// Why a calculation has no exact result.
package enum ArithmeticError: Error, Hashable, Sendable {
  /// The exact result, reduced, does not fit a fraction of two 128-bit integers.
  case overflow
  /// A division by zero, a rounding to a step that is not above zero, or a sharing out over no weight.
  case divisionByZero
}
