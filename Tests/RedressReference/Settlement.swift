package import RedressValues

/// What a case comes to, as far as the reference speaks of it: everything but words.
package struct Settlement: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
      package var name: String
      package var branch: String
      package var change: Rational
      package var after: Rational
      /// For `borne by`: `carrier 33`.
      package var shares: [String]

      package init(name: String, branch: String, change: Rational, after: Rational, shares: [String]) {
        self.name = name
        self.branch = branch
        self.change = change
        self.after = after
        self.shares = shares
      }
    }

    package var item: String
    /// The place in its list, from 1.
    package var element: Int?
    package var status: String
    package var claimed: Rational?
    /// A bar denies the line, and what it would have been is open: nothing is said of `assessed`, `remedy` and
    /// `promise`.
    package var isOpen = false
    package var assessed: Rational?
    package var payable: Rational
    package var remedy: Remedy?
    package var payee: String
    /// The bounds a person decides within.
    package var discretion: [Rational]
    package var branches: [String]
    package var bars: [String]
    package var steps: [Step]
    /// `an apology`, `a right`.
    package var promise: String?

    package init(item: String, element: Int?, status: String, payable: Rational, payee: String) {
      self.item = item
      self.element = element
      self.status = status
      self.payable = payable
      self.payee = payee
      discretion = []
      branches = []
      bars = []
      steps = []
    }
  }

  package struct Adjustment: Hashable, Sendable {
    package var name: String
    package var element: String?
    package var branch: String
    package var amount: Rational
    /// By the item, the number of its line, and what falls on it.
    package var spread: [String]
    package var cutsInKind: Bool

    package init(
      name: String, element: String?, branch: String, amount: Rational, spread: [String], cutsInKind: Bool
    ) {
      self.name = name
      self.element = element
      self.branch = branch
      self.amount = amount
      self.spread = spread
      self.cutsInKind = cutsInKind
    }
  }

  package struct Recourse: Hashable, Sendable {
    package var name: String
    package var party: String
    package var amount: Rational
    package var branch: String
    package var steps: [Line.Step]

    package init(name: String, party: String, amount: Rational, branch: String, steps: [Line.Step]) {
      self.name = name
      self.party = party
      self.amount = amount
      self.branch = branch
      self.steps = steps
    }
  }

  package struct Figure: Hashable, Sendable {
    package var name: String
    /// Nil for what is no quantity.
    package var number: Rational?
    package var branch: String

    package init(name: String, number: Rational?, branch: String) {
      self.name = name
      self.number = number
      self.branch = branch
    }
  }

  package struct Proposal: Hashable, Sendable {
    /// `remedy_wanted = exchange`.
    package var choices: [String] = []
    package var lines: [Line] = []
    package var adjustments: [Adjustment] = []
    package var recourses: [Recourse] = []
    package var figures: [Figure] = []
    /// With their names, in the order of `totalNames`.
    package var totals: [Rational] = []
    package var authorities: [String] = []
    package var approvals: [String] = []
    package var notes: [String] = []
    /// `first_reply 2026-03-05`.
    package var deadlines: [String] = []

    package init() {}
  }

  package static let totalNames = ["claimed", "cash", "credit", "in kind", "payable", "recovered", "net"]

  package var proposals: [Proposal]

  package init(proposals: [Proposal]) {
    self.proposals = proposals
  }
}

extension Settlement {
  /// One entry a line, so that a difference reads well.
  package var text: String {
    proposals.enumerated().map { "proposal \($0 + 1)\n" + $1.text }.joined(separator: "\n")
  }
}

extension Settlement.Proposal {
  fileprivate var text: String {
    var entries = choices.map { "choice \($0)" }
    for line in lines {
      entries.append(line.text)
      entries += line.steps.map { "  step " + $0.text }
    }
    for adjustment in adjustments {
      let element = adjustment.element.map { " of \($0)" } ?? ""
      entries.append(
        "adjustment \(adjustment.name)\(element) by \(adjustment.branch): \(adjustment.amount)"
          + (adjustment.cutsInKind ? ", in kind" : ""))
      entries += adjustment.spread.map { "  on \($0)" }
    }
    for recourse in recourses {
      entries.append("recourse \(recourse.name) from \(recourse.party) by \(recourse.branch): \(recourse.amount)")
      entries += recourse.steps.map { "  step " + $0.text }
    }
    entries += figures.map { "figure \($0.name) by \($0.branch): \($0.number?.description ?? "no number")" }
    entries += zip(Settlement.totalNames, totals).map { "total \($0): \($1)" }
    entries += authorities.map { "authority \($0)" }
    entries += approvals.map { "approval \($0)" }
    entries += deadlines.map { "deadline \($0)" }
    entries += notes.map { "note \($0)" }
    return entries.joined(separator: "\n")
  }
}

extension Settlement.Line {
  fileprivate var text: String {
    var parts = ["line \(item)"]
    if let element { parts.append("of element \(element)") }
    parts.append("\(status) \(payable)")
    if let remedy { parts.append("by \(remedy.rawValue)") }
    parts.append("to \(payee)")
    parts.append("assessed \(assessed?.description ?? "not")")
    if let claimed { parts.append("claimed \(claimed)") }
    if !discretion.isEmpty { parts.append("within " + discretion.map(\.description).joined(separator: " to ")) }
    if let promise { parts.append("giving \(promise)") }
    parts.append("because " + branches.joined(separator: ", "))
    if !bars.isEmpty { parts.append("barred by " + bars.joined(separator: ", ")) }
    return parts.joined(separator: " ")
  }
}

extension Settlement.Line.Step {
  fileprivate var text: String {
    "\(name) by \(branch): \(change), then \(after)" + (shares.isEmpty ? "" : "; " + shares.joined(separator: ", "))
  }
}
