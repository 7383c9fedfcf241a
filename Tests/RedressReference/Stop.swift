/// Why the reference has no answer.
package enum Stop: Error, Hashable, Sendable {
  /// The case is refused; by the name the engine gives to such a refusal.
  case refused(String)
  /// Something is read that nobody has stated: the reference answers for what is known only.
  case unknown(String)
  /// A number outgrew exact arithmetic; in which order it is worked out decides whether it does.
  case tooLarge
  /// A construct the reference does not know.
  case notCovered(String)
}
