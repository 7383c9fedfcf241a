/// What happens to what lies between two steps. Every mode acts on the magnitude, so that a debit mirrors a credit.
package enum RoundingMode: Hashable, Sendable, CaseIterable {
  /// To the nearer step, a half away from zero.
  case halfUp
  /// To the nearer step, a half to the even count of steps.
  case halfEven
  /// Away from zero.
  case up
  /// Towards zero.
  case down

  /// Whether a magnitude of so many whole steps and a rest goes up to the next one.
  ///
  /// `rest` is what is left over in parts of a step, of which `parts` make one step.
  @usableFromInline
  func goesUp(fromEven isEven: Bool, rest: UInt128, parts: UInt128) -> Bool {
    // `parts - rest` instead of doubling the rest, which could overflow; a rest is always below one step.
    switch self {
    case .halfUp: rest >= parts - rest
    case .halfEven: rest > parts - rest || (rest == parts - rest && !isEven)
    case .up: rest != 0
    case .down: false
    }
  }
}
