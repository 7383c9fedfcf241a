/// What a case comes to: one proposal for each way the open choices can fall.
public struct Quote: Sendable {
  /// As the case names itself.
  public let caseName: String
  /// The day the edition came into force by which the case was judged; nil where the rules name no day.
  public let edition: String?
  /// A code of ISO 4217.
  public let currency: String
  /// The preferred one first; never empty.
  public let proposals: [Proposal]
  /// Facts that nobody has stated and that something waits for, in the order of the rules.
  public let unknownFacts: [String]
  /// The quote as one line of JSON, with as many reasons as were asked for. The same rules and the same case give the
  /// same bytes.
  public let json: [UInt8]
}

/// One settlement: its lines, what limits over several lines changed, and the sums.
public struct Proposal: Hashable, Sendable {
  /// An option taken.
  public struct Choice: Hashable, Sendable {
    public let name: String
    public let option: String
  }

  /// What a limit changed over several lines.
  public struct Adjustment: Hashable, Sendable {
    public let limit: String
    /// The element limited by itself, such as `passengers[2]`; nil where the limit holds for the whole case.
    public let element: String?
    /// What it added to the total; below zero where it took something.
    public let amount: Amount
  }

  /// What is paid in all, and in which form.
  public struct Totals: Hashable, Sendable {
    /// False while something waits for a fact: then the sums are those so far.
    public let isComplete: Bool
    public let claimed: Amount
    public let cash: Amount
    public let credit: Amount
    public let inKind: Amount
    /// Everything we owe.
    public let payable: Amount
    /// What may be claimed back from others.
    public let recovered: Amount
    /// What is payable less what may be recovered.
    public let net: Amount
  }

  /// The options taken, in the order of the rules.
  public let choices: [Choice]
  /// Whether the policy prefers this one.
  public let isPreferred: Bool
  public let lines: [Line]
  public let adjustments: [Adjustment]
  public let totals: Totals
}

/// One line of a proposal: what comes of an item.
public struct Line: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is paid in full.
    case granted
    /// Less is paid than assessed or claimed.
    case reduced
    /// Nothing is paid.
    case denied
    /// It is for a person to decide.
    case proposed
    /// It waits for a fact.
    case pending
  }

  /// The name of the item in the rules.
  public let item: String
  /// Counts the lines of one item from 1.
  public let index: Int
  /// The row of its list, from 1; nil without a list.
  public let element: Int?
  /// What people call it.
  public let label: String
  public let status: Status
  /// `cash`, `credit`, `reshipment` …; nil while it depends on an unknown fact, and where nothing of worth is given.
  public let remedy: String?
  /// Who owes it in our place: then it is no part of the totals. Nil where we owe it.
  public let owedBy: String?
  /// Nil where the case claims nothing under this item.
  public let claimed: Amount?
  /// Before what bars and reduces it; nil while unknown.
  public let assessed: Amount?
  /// Nil while pending.
  public let payable: Amount?
  /// The names of the branches of the rules that decided, such as `penalty.storm`; empty while pending.
  public let branches: [String]
  /// Why, in the words of the rules.
  public let reason: String?
}
