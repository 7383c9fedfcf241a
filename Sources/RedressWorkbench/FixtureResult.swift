package import RedressDiagnostics

/// What became of one fixture.
package struct FixtureResult: Sendable {
  /// The case's own name.
  package let name: String
  /// Where the case's name stands.
  package let place: Span
  /// Why the fixture could not be judged: it expects nothing, it names what the policy does not have.
  package let problems: [Diagnostic]
  /// Where what came is not what was expected, in the order of the expectations.
  package let differences: [Difference]

  package init(name: String, place: Span, problems: [Diagnostic], differences: [Difference]) {
    self.name = name
    self.place = place
    self.problems = problems
    self.differences = differences
  }

  /// It was judged, and everything expected came.
  package var holds: Bool { problems.isEmpty && differences.isEmpty }
}

/// One expectation that did not come true.
package struct Difference: Sendable {
  /// A branch that decided what came.
  package struct Ground: Hashable, Sendable {
    /// `damage_liability.own_crew`; for a line of a total its item.
    package let name: String
    /// As rule 37 of the reference shows values.
    package let value: String?
    package let reason: String?

    package init(name: String, value: String?, reason: String?) {
      self.name = name
      self.value = value
      self.reason = reason
    }
  }

  /// A fact that what came rests on.
  package struct Reading: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable { case stated, assumed, unknown }

    package let fact: String
    package let value: String
    package let origin: Origin

    package init(fact: String, value: String, origin: Origin) {
      self.fact = fact
      self.value = value
      self.origin = origin
    }
  }

  /// Where the expectation stands.
  package let place: Span
  /// The proposal that was judged: `wrong_goods = credit`; empty where the policy offers no choice.
  package let proposal: [String]
  /// What the expectation speaks of: `repair line 2`, `total_cash`, `approval manager`.
  package let subject: String
  package let expected: String
  package let came: String
  package var grounds: [Ground] = []
  package var readings: [Reading] = []
  /// The refusal that came in place of a proposal.
  package var refusals: [Diagnostic] = []

  package init(place: Span, proposal: [String], subject: String, expected: String, came: String) {
    self.place = place
    self.proposal = proposal
    self.subject = subject
    self.expected = expected
    self.came = came
  }
}
