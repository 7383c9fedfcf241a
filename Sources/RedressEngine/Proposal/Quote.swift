package import RedressValues

/// Everything a case comes to: one proposal for each way the open choices can fall. Ready to be shown.
package struct Quote: Sendable {
  package struct Labelled: Hashable, Sendable {
    package let name: String
    package let label: String?

    package init(name: String, label: String?) {
      self.name = name
      self.label = label
    }
  }

  /// A default that held because the case is silent.
  package struct Assumption: Hashable, Sendable {
    /// `freight`, or `lots[1].repair_cost`.
    package let fact: String
    package let label: String?
    /// As rule 37 of the reference shows values.
    package let value: String
  }

  /// A fact nobody has stated, that something waits for.
  package struct Unknown: Hashable, Sendable {
    package let fact: String
    package let label: String?
    package let provedBy: String?
    /// Names of the items, recourses, figures, authorities, approvals, notes and deadlines that wait for it.
    package let affects: [String]
  }

  package var caseName: String
  package var caseLabel: String?
  package var policy: Labelled
  /// The day the edition came into force.
  package var edition: CivilDate?
  package var date: CivilDate?
  package var currency: Currency
  /// Who claims, and is paid unless a line says otherwise.
  package var claimant: Labelled
  package var assumed: [Assumption]
  /// The preferred one first; never empty.
  package var proposals: [Proposal]
  package var unknown: [Unknown]
}

/// One settlement proposal: its lines, their sum and what goes with it.
package struct Proposal: Sendable {
  package struct ChoiceTaken: Sendable {
    package let choice: Quote.Labelled
    package let option: Quote.Labelled
    /// Who chooses.
    package let chooser: Quote.Labelled
    /// The case (or the command) settled it; otherwise it is one alternative among several.
    package let isSettled: Bool
    /// The policy prefers this option.
    package let isPreferred: Bool
    /// Why the policy prefers it.
    package let reason: String?
  }

  /// A step of approval, or a note for the person who handles the case.
  package struct Remark: Sendable {
    package let name: String
    package let label: String?
    package let reason: String?
    package let citations: [Citation]
    /// It depends on something that is not known yet.
    package let isUncertain: Bool
  }

  /// What a step of a limit changed over several lines.
  package struct Adjustment: Sendable {
    package struct Part: Sendable {
      package let item: String
      package let index: Int
      package let amount: Rational
    }

    package let limit: Quote.Labelled
    /// The element limited by itself, as people name it (`passengers[2]`); nil without `for each`.
    package let element: String?
    /// `at most`, `only the largest` …
    package let step: String
    /// The step's own name: `carriage_limit.at_most`.
    package let name: String
    package let branch: String
    /// What it added to the total; below zero where it took something. Lines owed by others are no part of it.
    package let amount: Rational
    package let reason: String?
    package let citations: [Citation]
    /// How it falls on the lines; the parts of lines that nobody else owes add up to the amount.
    package let spread: [Part]
    /// It cuts something given in kind: a person has to decide how.
    package let cutsInKind: Bool
    /// What it rests on: empty unless the quote was made with explanations.
    package var because: [Explanation]
  }

  /// A step of a limit that an exception or a `lift` waives.
  package struct LimitWaiver: Sendable {
    package let limit: Quote.Labelled
    /// The element limited by itself, as people name it (`passengers[2]`); nil without `for each`.
    package let element: String?
    /// Its place counts the adjustments before it.
    package let waiver: Line.Waiver
  }

  /// What may be claimed back.
  package struct Recourse: Sendable {
    package let name: String
    package let label: String
    package let from: Quote.Labelled
    /// Nil while it waits for a fact.
    package let amount: Rational?
    package let range: Line.Span?
    package let branch: String?
    package let reason: String?
    package let citations: [Citation]
    /// Steps that changed it.
    package let steps: [Line.Step]
    package let waived: [Line.Waiver]
    package let needs: [Need]
    package var because: [Explanation]
  }

  /// A figure shown beside the lines; no payment.
  package struct Figure: Sendable {
    package let name: String
    package let label: String?
    /// Exact, in base units; nil while unknown, and for what is no quantity.
    package let number: Rational?
    package let type: ValueType
    /// As rule 37 shows values.
    package let value: String
    package let branch: String?
    package let reason: String?
    package let citations: [Citation]
    package let needs: [Need]
    package var because: [Explanation]
  }

  package struct Deadline: Sendable {
    package let name: String
    package let label: String?
    /// `2026-03-07` or `2026-03-07T09:00`; nil while it waits for a fact.
    package let at: String?
    /// What the deadline waits for.
    package let needs: [Need]
    /// The exception's reason, where one set it.
    package let reason: String?
    package let citations: [Citation]
  }

  package struct Totals: Sendable {
    /// False while a line or a recourse is pending: sums so far.
    package let isComplete: Bool
    package let claimed: Rational
    package let cash: Rational
    package let credit: Rational
    package let inKind: Rational
    package let payable: Rational
    package let recovered: Rational
    package let net: Rational
  }

  /// Choices that arise, in the order of the file.
  package var choices: [ChoiceTaken]
  package var isPreferred: Bool
  package var lines: [Line]
  package var adjustments: [Adjustment]
  /// Steps of limits that took nothing because they are waived.
  package var waived: [LimitWaiver]
  package var recourse: [Recourse]
  package var figures: [Figure]
  package var totals: Totals
  /// Who may decide, one for each `authority` of the policy whose sum a level covers.
  package var authorities: [Remark]
  package var approvals: [Remark]
  package var deadlines: [Deadline]
  package var notes: [Remark]
}

/// A place in a source, with its words.
package struct Citation: Hashable, Sendable {
  package let source: String
  package let sourceLabel: String
  package let place: String
  package let text: String?
}

/// A fact that is waited for.
package struct Need: Hashable, Sendable {
  package let fact: String
  package let label: String?
  package let provedBy: String?
}

/// One line of a proposal.
package struct Line: Sendable {
  package enum Status: String, Hashable, Sendable { case granted, reduced, denied, proposed, pending }

  /// A step that changed the amount.
  package struct Step: Sendable {
    /// `at most`, `borne by` …
    package let step: String
    /// The step's own name (`repair.at_most`); for `borne by` the split's.
    package let name: String
    package let branch: String
    package let change: Rational
    /// The amount after it.
    package let after: Rational
    package let reason: String?
    package let citations: [Citation]
    /// For `borne by`: every party with its part, in the order written.
    package let shares: [Share]
  }

  /// A step that an exception or a `lift` waives, so that it took or added nothing.
  package struct Waiver: Sendable {
    /// `at most`, `borne by` …
    package let step: String
    /// The step's own name: `goods.at_most`.
    package let name: String
    package let branch: String
    package let reason: String?
    package let citations: [Citation]
    /// How many of the steps that are shown stand before it.
    package let place: Int
  }

  package struct Share: Sendable {
    package let party: Quote.Labelled
    package let amount: Rational
    /// The percentage of the split, as text: `70%`.
    package let portion: String
  }

  /// A ground that bars the line.
  package struct Bar: Sendable {
    package let bar: Quote.Labelled
    /// `late_notice`, or `late_notice.2` of several grounds.
    package let branch: String
    package let reason: String?
    package let citations: [Citation]
  }

  /// The lowest and the highest the line can come to; nil where nothing bounds it.
  package struct Span: Sendable {
    package let low: Rational?
    package let high: Rational?
  }

  package var item: String
  /// Counts the lines of one item from 1.
  package var index: Int
  /// The row of its list, from 1; nil without a loop.
  package var element: Int?
  package var label: String
  package var itemClass: ItemClass
  /// Nil while it depends on an unknown fact, and for apologies and rights.
  package var remedy: Remedy?
  package var payee: Quote.Labelled
  package var status: Status
  package var claimed: Rational?
  /// Nil while unknown.
  package var assessed: Rational?
  /// Nil while pending.
  package var payable: Rational?
  package var range: Span?
  /// The bounds a person decides within.
  package var discretion: Span?
  /// The branches the status rests on, several where exceptions agree; empty while pending.
  package var branches: [String]
  package var reason: String?
  package var citations: [Citation]
  /// Every step that changed the amount; `borne by` always.
  package var steps: [Step]
  package var waived: [Waiver]
  package var bars: [Bar]
  package var owedBy: String?
  package var isApology: Bool
  package var right: String?
  package var needs: [Need]
  /// What the line rests on: empty unless the quote was made with explanations.
  package var because: [Explanation]

  /// The branch the status rests on, the first of several; nil while pending.
  package var branch: String? { branches.first }
}

/// A value an answer rests on, with what that rests on in turn.
package struct Explanation: Sendable {
  package enum Origin: String, Hashable, Sendable {
    /// The case states it.
    case stated
    /// A default held.
    case assumed
    /// A ruling of the policy gave it.
    case ruling
    case unknown
  }

  package let name: String
  package let label: String?
  package let origin: Origin
  /// The branch that decided it; nil for facts.
  package let branch: String?
  /// As rule 37 shows values.
  package let value: String
  package let reason: String?
  package let citations: [Citation]
  package let because: [Explanation]
  /// One of the sides of `largest of` or `smallest of` that did not count.
  package var isLost = false
}
