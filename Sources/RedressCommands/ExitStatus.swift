/// How a command ends, as scripts and CI see it. The greater one counts where several things went wrong.
package enum ExitStatus: Int32, Comparable, Sendable {
  /// It holds.
  case holds = 0
  /// It was looked at and does not hold: a test fails, a policy does not check, a case is refused.
  case doesNotHold = 1
  /// The command was wrong: no such file, a bad option.
  case wrongCommand = 2
  /// A defect of Redress.
  case defect = 70

  package static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
