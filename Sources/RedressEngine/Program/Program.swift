package import RedressDiagnostics
package import RedressValues

/// A policy ready to be evaluated: flat nodes, and the rulings, items and the rest that refer to them by number.
package struct Program: Sendable {
  package var name: String
  package var label: String?
  /// Where `Currency.ofTheCase`, the case says which (`Facts.currency`).
  package var currency: Currency
  package var rounding: RoundingMode
  package var inForceFrom: CivilDate?
  package var inForceUntil: CivilDate?
  /// The position of the fact the policy is dated by.
  package var datedBy: Int?
  package var schema = Schema()

  package var nodes: [Node] = []
  /// Beside each node, its place in the rules.
  package var spans: [Span] = []
  package var numbers: [Rational] = []
  package var texts: [String] = []
  /// Runs of nodes: arguments of calls, alternatives of `any of`.
  package var operands: [NodeID] = []
  package var totals: [Total] = []
  package var loops: [Loop] = []
  /// By node of a `largest of (…)` or `smallest of (…)`: what its sides say, for explanations.
  package var alternatives: [NodeID: [Alternative]] = [:]
  /// By loop variable: the record whose elements it goes through.
  package var variableRecords: [Int] = []
  /// The choices by position, each behind those its condition depends on.
  package var choiceOrder: [Int] = []

  package var parties: [Party] = []
  package var us = 0
  package var claimant = 0
  package var sources: [Source] = []
  package var requirements: [Requirement] = []
  package var definitions: [Definition] = []
  package var tables: [Table] = []
  package var tiers: [Tiers] = []
  /// The first is the plain one.
  package var calendars: [BusinessCalendar] = [.plain]
  package var splits: [Split] = []
  /// In the order of the file.
  package var items: [Item] = []
  package var bars: [Bar] = []
  /// In the order in which they act.
  package var limits: [Limit] = []
  package var recourses: [Recourse] = []
  package var choices: [Choice] = []
  package var authorities: [Authority] = []
  package var approvals: [Conditional] = []
  package var notes: [Conditional] = []
  package var deadlines: [Deadline] = []
  package var invariants: [Requirement] = []

  package init(name: String, currency: Currency, rounding: RoundingMode) {
    self.name = name
    self.currency = currency
    self.rounding = rounding
  }

  package struct Party: Sendable {
    package let name: String
    package let label: String?

    package init(name: String, label: String?) {
      self.name = name
      self.label = label
    }
  }

  package struct Source: Sendable {
    package let name: String
    package let label: String

    package init(name: String, label: String) {
      self.name = name
      self.label = label
    }
  }

  /// A read of something optional; where it is absent, what it stands in does not hold.
  package enum OptionalRead: Hashable, Sendable {
    case fact(Int)
    case field(variable: Int, field: Int)
  }

  package struct Loop: Sendable {
    package enum List: Hashable, Sendable {
      case fact(Int)
      case field(variable: Int, field: Int)
      /// The elements of a list inside the elements of a list, through these fields.
      case inside(fact: Int, fields: [Int])
    }

    /// `largest first by …`.
    package struct Order: Sendable {
      package let isLargestFirst: Bool
      package let key: NodeID

      package init(isLargestFirst: Bool, key: NodeID) {
        self.isLargestFirst = isLargestFirst
        self.key = key
      }
    }

    package let variable: Int
    package let record: Int
    package let list: List
    package var order: Order?
    /// What tells most elements from those the condition holds for, where the condition begins so.
    package var wordTest: WordTest?
    package let condition: NodeID?
    package let optionalReads: [OptionalRead]

    package init(variable: Int, record: Int, list: List, condition: NodeID?, optionalReads: [OptionalRead]) {
      self.variable = variable
      self.record = record
      self.list = list
      self.condition = condition
      self.optionalReads = optionalReads
    }
  }

  /// A text with what is filled in.
  package struct Text: Sendable {
    package enum Segment: Sendable {
      case literal(String)
      case value(NodeID, ValueType)
    }

    package let segments: [Segment]

    package init(_ segments: [Segment]) {
      self.segments = segments
    }
  }

  package struct Reasons: Sendable {
    package struct Citation: Hashable, Sendable {
      package let source: Int
      package let place: String
      /// The clause's own words, where they are at hand.
      package let text: String?

      package init(source: Int, place: String, text: String?) {
        self.source = source
        self.place = place
        self.text = text
      }
    }

    package let because: Text?
    package let citations: [Citation]

    package init(because: Text?, citations: [Citation]) {
      self.because = because
      self.citations = citations
    }
  }

  /// A way a ruling can fall, by the name results and tests use: `late_notice.fraud`.
  package struct Branch: Sendable {
    package let name: String
    package let reasons: Reasons
    package let span: Span

    package init(name: String, reasons: Reasons, span: Span) {
      self.name = name
      self.reasons = reasons
      self.span = span
    }
  }

  package struct Exception<Value: Sendable>: Sendable {
    package let branch: Branch
    package let value: Value
    package let condition: NodeID
    package let optionalReads: [OptionalRead]
    /// Positions of the exceptions of the same ruling that this one sets aside.
    package let overrides: [Int]
    /// `otherwise` may stand in its value; false only where it certainly does not.
    package var mayReadOtherwise = true

    package init(branch: Branch, value: Value, condition: NodeID, optionalReads: [OptionalRead], overrides: [Int]) {
      self.branch = branch
      self.value = value
      self.condition = condition
      self.optionalReads = optionalReads
      self.overrides = overrides
    }
  }

  /// The answer from a day on.
  package struct DatedBranch<Value: Sendable>: Sendable {
    package let from: CivilDate
    package let value: Value
    package let branch: Branch

    package init(from: CivilDate, value: Value, branch: Branch) {
      self.from = from
      self.value = value
      self.branch = branch
    }
  }

  /// A base answer and the exceptions to it.
  package struct Ruling<Value: Sendable>: Sendable {
    package let base: Value
    package let branch: Branch
    /// The day from which the base holds; nil where it holds from the beginning.
    package var from: CivilDate?
    /// Behind the base, by ascending days.
    package var later: [DatedBranch<Value>] = []
    /// The day that picks among dated branches; nil asks for the case's own date.
    package var datedBy: NodeID?
    package let exceptions: [Exception<Value>]

    package init(base: Value, branch: Branch, exceptions: [Exception<Value>]) {
      self.base = base
      self.branch = branch
      self.exceptions = exceptions
    }
  }

  package enum StepOverride: Sendable {
    case value(NodeID)
    case waived
  }

  package struct Step: Sendable {
    package enum Form: Sendable {
      case atMost(NodeID)
      case atLeast(NodeID)
      case less(NodeID)
      case plus(NodeID)
      case times(NodeID)
      case nothingUnder(NodeID)
      case nothingUpTo(NodeID)
      case rounded(RoundingMode, to: NodeID)
      case borneBy(split: Int)
      /// Only in limits.
      case onlyTheLargest
    }

    package let branch: Branch
    package let form: Form
    /// The type of the value it works on.
    package let type: ValueType
    package let condition: NodeID?
    package let optionalReads: [OptionalRead]
    package let exceptions: [Exception<StepOverride>]
    /// `it` may stand in its value or its condition; false only where it certainly does not.
    package var mayReadIt = true

    package init(
      branch: Branch, form: Form, type: ValueType, condition: NodeID?, optionalReads: [OptionalRead],
      exceptions: [Exception<StepOverride>]
    ) {
      self.branch = branch
      self.form = form
      self.type = type
      self.condition = condition
      self.optionalReads = optionalReads
      self.exceptions = exceptions
    }
  }

  /// A `require` or an `always`.
  package struct Requirement: Sendable {
    package let condition: NodeID
    package let reasons: Reasons
    package let optionalReads: [OptionalRead]
    package let span: Span

    package init(condition: NodeID, reasons: Reasons, optionalReads: [OptionalRead], span: Span) {
      self.condition = condition
      self.reasons = reasons
      self.optionalReads = optionalReads
      self.span = span
    }
  }

  package struct Definition: Sendable {
    package let name: String
    package let label: String?
    /// A `figure`: it is shown beside the lines.
    package var isFigure = false
    package let parameters: [Schema.Attributes]
    package let type: ValueType
    package let ruling: Ruling<NodeID>
    package let steps: [Step]
    /// It is its base, with nothing that may change that.
    let isPlain: Bool

    package init(
      name: String, label: String?, parameters: [Schema.Attributes], type: ValueType, ruling: Ruling<NodeID>,
      steps: [Step]
    ) {
      self.name = name
      self.label = label
      self.parameters = parameters
      self.type = type
      self.ruling = ruling
      self.steps = steps
      isPlain = steps.isEmpty && ruling.exceptions.isEmpty && !ruling.isDated
    }
  }

  package struct Shares: Sendable {
    package struct Share: Sendable {
      package let party: Int
      /// Nil takes what is left.
      package let value: NodeID?

      package init(party: Int, value: NodeID?) {
        self.party = party
        self.value = value
      }
    }

    package let isInProportion: Bool
    package let shares: [Share]
    package let span: Span

    package init(isInProportion: Bool, shares: [Share], span: Span) {
      self.isInProportion = isInProportion
      self.shares = shares
      self.span = span
    }
  }

  package struct Split: Sendable {
    package let name: String
    package let label: String?
    package let ruling: Ruling<Shares>

    package init(name: String, label: String?, ruling: Ruling<Shares>) {
      self.name = name
      self.label = label
      self.ruling = ruling
    }
  }

  package enum RemedyRule: Sendable {
    case fixed(Remedy)
    /// The value's position stands for these remedies; cash where a choice does not arise.
    case decided(NodeID, [Remedy])
  }

  package enum Payment: Sendable {
    /// In an exception the remedy may be nil: the base's.
    case pay(NodeID, by: RemedyRule?, Discretion?)
    case share(NodeID, weight: NodeID, by: RemedyRule?, Discretion?)
    case apology
    case right(Text)
    case nothing
  }

  /// The bounds a person may decide within.
  package struct Discretion: Sendable {
    package let lower: NodeID
    package let upper: NodeID

    package init(lower: NodeID, upper: NodeID) {
      self.lower = lower
      self.upper = upper
    }
  }

  package struct Item: Sendable {
    package let name: String
    package let label: Text
    package let itemClass: ItemClass
    package let loop: Loop?
    package let condition: NodeID?
    package let conditionOptionalReads: [OptionalRead]
    package let payee: Int
    package let owedBy: Text?
    package let ruling: Ruling<Payment>
    package let steps: [Step]
    /// Positions of the bars that may refuse it.
    package var bars: [Int]
    /// A branch shares an amount out over the lines.
    let mayShareOut: Bool
    package let span: Span

    package init(
      name: String, label: Text, itemClass: ItemClass, loop: Loop?, condition: NodeID?,
      conditionOptionalReads: [OptionalRead], payee: Int, owedBy: Text?, ruling: Ruling<Payment>, steps: [Step],
      bars: [Int], span: Span
    ) {
      mayShareOut = ([ruling.base] + ruling.exceptions.map(\.value)).contains { $0.isShare }
      self.span = span
      self.name = name
      self.label = label
      self.itemClass = itemClass
      self.loop = loop
      self.condition = condition
      self.conditionOptionalReads = conditionOptionalReads
      self.payee = payee
      self.owedBy = owedBy
      self.ruling = ruling
      self.steps = steps
      self.bars = bars
    }
  }

  package struct Bar: Sendable {
    package struct Ground: Sendable {
      package let branch: Branch
      package let condition: NodeID
      package let optionalReads: [OptionalRead]

      package init(branch: Branch, condition: NodeID, optionalReads: [OptionalRead]) {
        self.branch = branch
        self.condition = condition
        self.optionalReads = optionalReads
      }
    }

    package let name: String
    package let label: Text
    package let grounds: [Ground]
    package let exceptions: [Exception<StepOverride>]

    package init(name: String, label: Text, grounds: [Ground], exceptions: [Exception<StepOverride>]) {
      self.name = name
      self.label = label
      self.grounds = grounds
      self.exceptions = exceptions
    }
  }

  package struct Choice: Sendable {
    package enum Preference: Sendable {
      case option(Int)
      case cheapest
    }

    package let name: String
    package let label: Text?
    package let chooser: Int
    package let condition: NodeID?
    package let optionalReads: [OptionalRead]
    package let options: [String]
    package let optionLabels: [Text?]
    package let preference: Preference?
    package let preferenceReasons: Reasons

    package init(
      name: String, label: Text?, chooser: Int, condition: NodeID?, optionalReads: [OptionalRead], options: [String],
      optionLabels: [Text?], preference: Preference?, preferenceReasons: Reasons
    ) {
      self.name = name
      self.label = label
      self.chooser = chooser
      self.condition = condition
      self.optionalReads = optionalReads
      self.options = options
      self.optionLabels = optionLabels
      self.preference = preference
      self.preferenceReasons = preferenceReasons
    }
  }

  /// An approval or a note.
  package struct Conditional: Sendable {
    package let name: String
    package let label: Text?
    package let condition: NodeID
    package let optionalReads: [OptionalRead]
    package let reasons: Reasons

    package init(name: String, label: Text?, condition: NodeID, optionalReads: [OptionalRead], reasons: Reasons) {
      self.name = name
      self.label = label
      self.condition = condition
      self.optionalReads = optionalReads
      self.reasons = reasons
    }
  }

  package struct Deadline: Sendable {
    package let name: String
    package let label: Text?
    package let isTime: Bool
    package let ruling: Ruling<NodeID>

    package init(name: String, label: Text?, isTime: Bool, ruling: Ruling<NodeID>) {
      self.name = name
      self.label = label
      self.isTime = isTime
      self.ruling = ruling
    }
  }
}
