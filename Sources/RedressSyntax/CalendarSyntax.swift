/// `calendar china weekend saturday, sunday holiday 2026-10-01 to 2026-10-07 workday 2026-10-10`.
package struct CalendarSyntax: Sendable {
  /// A day, or the days from one to another, both included, as written.
  package struct Days: Sendable {
    package let from: Name
    package let to: Name?

    package init(from: Name, to: Name?) {
      self.from = from
      self.to = to
    }
  }

  package enum Clause: Sendable {
    case weekend([Name])
    case holidays([Days])
    case workdays([Days])
  }

  package let name: Name
  package let clauses: [Clause]

  package init(name: Name, clauses: [Clause]) {
    self.name = name
    self.clauses = clauses
  }
}
