package import RedressDiagnostics
package import RedressValues

/// A policy with everything it uses, its names resolved and its types known.
///
/// Facts, definitions and the rest are known by their positions in these arrays.
package struct CheckedPolicy: Sendable {
  package var name: String
  package var label: String?
  /// Under `currency of the case` the one that stands for the case's (`Currency.ofTheCase`).
  package var currency: Currency
  package var rounding: RoundingMode
  package var inForceFrom: CivilDate?
  package var inForceUntil: CivilDate?
  /// The position of the fact the policy is dated by.
  package var datedBy: Int?
  package var sources: [Source]
  package var parties: [Party]
  /// The position of the party that makes the proposal, and of the one that claims.
  package var us: Int
  package var claimant: Int
  /// Units it declares; each has one component, whose symbol is its name.
  package var units: [Unit] = []
  package var calendars: [Calendar] = []
  package var kinds: [Kind]
  package var records: [Record]
  package var facts: [Attributes]
  package var details: [Detail]
  package var requirements: [Requirement]
  /// Each stands behind those it builds on.
  package var definitions: [Definition]
  package var tables: [Table] = []
  package var tiers: [Tiers] = []
  package var splits: [Split]
  /// In the order of the file.
  package var items: [Item]
  package var bars: [Bar]
  /// In the order in which they act.
  package var limits: [Limit] = []
  package var recourses: [Recourse] = []
  package var choices: [Choice]
  package var authorities: [Authority] = []
  package var approvals: [Conditional]
  package var notes: [Conditional]
  package var deadlines: [Deadline]
  package var invariants: [Requirement]
  /// How many loop variables there are.
  package var variableCount: Int

  package init(name: String, currency: Currency) {
    self.name = name
    self.currency = currency
    label = nil
    rounding = .halfUp
    inForceFrom = nil
    inForceUntil = nil
    datedBy = nil
    sources = []
    parties = []
    us = 0
    claimant = 0
    kinds = []
    records = []
    facts = []
    details = []
    requirements = []
    definitions = []
    splits = []
    items = []
    bars = []
    choices = []
    approvals = []
    notes = []
    deadlines = []
    invariants = []
    variableCount = 0
  }

  package struct Source: Sendable {
    package let name: String
    package let label: String
    package let path: String?

    package init(name: String, label: String, path: String?) {
      self.name = name
      self.label = label
      self.path = path
    }
  }

  package struct Party: Sendable {
    package let name: String
    package let label: String?

    package init(name: String, label: String?) {
      self.name = name
      self.label = label
    }
  }

  package struct Kind: Sendable {
    /// Empty for a kind written in place.
    package let name: String
    package let words: [String]
    package let labels: [String?]
    package let isOrdered: Bool

    package init(name: String, words: [String], labels: [String?], isOrdered: Bool) {
      self.name = name
      self.words = words
      self.labels = labels
      self.isOrdered = isOrdered
    }
  }

  package struct Record: Sendable {
    package let name: String
    package let label: String?
    package let fields: [Attributes]

    package init(name: String, label: String?, fields: [Attributes]) {
      self.name = name
      self.label = label
      self.fields = fields
    }
  }

  /// Bounds of a stated value, in base units; for dates day numbers, for times minute numbers, for kinds positions.
  package struct Bounds: Sendable {
    package let lower: Rational?
    package let excludesLower: Bool
    package let upper: Rational?

    package init(lower: Rational?, excludesLower: Bool, upper: Rational?) {
      self.lower = lower
      self.excludesLower = excludesLower
      self.upper = upper
    }
  }

  /// A fact or a field.
  package struct Attributes: Sendable {
    package enum Default: Sendable {
      case value(CheckedExpression)
      /// `default none`, for lists.
      case noElements
    }

    package var name: String
    package var type: ValueType
    /// Only whole numbers of the type's unit may be stated.
    package var isWhole: Bool
    package var bounds: Bounds?
    package var label: String?
    package var defaultValue: Default?
    package var isOptional: Bool
    package var isPrivate: Bool
    package var provedBy: String?
    package var span: Span

    package init(name: String, type: ValueType, span: Span) {
      self.name = name
      self.type = type
      self.span = span
      isWhole = false
      bounds = nil
      label = nil
      defaultValue = nil
      isOptional = false
      isPrivate = false
      provedBy = nil
    }
  }

  package struct Detail: Sendable {
    package let name: String
    package let label: String?
    package let isPrivate: Bool

    package init(name: String, label: String?, isPrivate: Bool) {
      self.name = name
      self.label = label
      self.isPrivate = isPrivate
    }
  }

  /// A `require` or an `always`.
  package struct Requirement: Sendable {
    package let condition: CheckedExpression
    package let reasons: CheckedReasons
    package let optionalReads: [OptionalRead]
    package let span: Span

    package init(condition: CheckedExpression, reasons: CheckedReasons, optionalReads: [OptionalRead], span: Span) {
      self.condition = condition
      self.reasons = reasons
      self.optionalReads = optionalReads
      self.span = span
    }
  }

  package struct Exception<Value: Sendable>: Sendable {
    package let name: String
    package let value: Value
    package let condition: CheckedExpression
    package let optionalReads: [OptionalRead]
    /// Positions of the exceptions of this ruling that this one sets aside, chains followed to their end.
    package let overrides: [Int]
    package let reasons: CheckedReasons
    package let span: Span

    package init(
      name: String, value: Value, condition: CheckedExpression, optionalReads: [OptionalRead], overrides: [Int],
      reasons: CheckedReasons, span: Span
    ) {
      self.name = name
      self.value = value
      self.condition = condition
      self.optionalReads = optionalReads
      self.overrides = overrides
      self.reasons = reasons
      self.span = span
    }
  }

  /// The answer from a day on.
  package struct DatedBranch<Base: Sendable>: Sendable {
    package let from: CivilDate
    package let base: Base
    package let reasons: CheckedReasons
    package let span: Span

    package init(from: CivilDate, base: Base, reasons: CheckedReasons, span: Span) {
      self.from = from
      self.base = base
      self.reasons = reasons
      self.span = span
    }
  }

  package struct Ruling<Base: Sendable, Value: Sendable>: Sendable {
    package let base: Base
    /// The day from which the base holds; nil where it holds from the beginning.
    package var from: CivilDate?
    /// Behind the base, by ascending days.
    package var later: [DatedBranch<Base>] = []
    /// The day that picks among dated branches, of type `.date`; nil asks for the case's own date.
    package var datedBy: CheckedExpression?
    package let reasons: CheckedReasons
    package let span: Span
    package let exceptions: [Exception<Value>]

    package init(base: Base, reasons: CheckedReasons, span: Span, exceptions: [Exception<Value>]) {
      self.base = base
      self.reasons = reasons
      self.span = span
      self.exceptions = exceptions
    }
  }

  package enum StepOverride: Sendable {
    case value(CheckedExpression)
    case waived
  }

  package struct Step: Sendable {
    package enum Form: Sendable {
      case atMost(CheckedExpression)
      case atLeast(CheckedExpression)
      case less(CheckedExpression)
      case plus(CheckedExpression)
      case times(CheckedExpression)
      case nothingUnder(CheckedExpression)
      case nothingUpTo(CheckedExpression)
      case rounded(RoundingMode, to: CheckedExpression)
      case borneBy(split: Int)
      /// Only in limits.
      case onlyTheLargest
    }

    /// `at_most`, numbered where the ruling has several (`at_most_2`).
    package let name: String
    package let form: Form
    package let condition: CheckedExpression?
    package let optionalReads: [OptionalRead]
    package let reasons: CheckedReasons
    package let exceptions: [Exception<StepOverride>]
    package let span: Span

    package init(
      name: String, form: Form, condition: CheckedExpression?, optionalReads: [OptionalRead], reasons: CheckedReasons,
      exceptions: [Exception<StepOverride>], span: Span
    ) {
      self.name = name
      self.form = form
      self.condition = condition
      self.optionalReads = optionalReads
      self.reasons = reasons
      self.exceptions = exceptions
      self.span = span
    }
  }

  package struct Definition: Sendable {
    package let name: String
    package let label: String?
    /// A `figure`: it is shown beside the lines.
    package var isFigure = false
    package let parameters: [Attributes]
    package let type: ValueType
    package let ruling: Ruling<CheckedExpression, CheckedExpression>
    package let steps: [Step]
    package let span: Span

    package init(
      name: String, label: String?, parameters: [Attributes], type: ValueType,
      ruling: Ruling<CheckedExpression, CheckedExpression>, steps: [Step], span: Span
    ) {
      self.name = name
      self.label = label
      self.parameters = parameters
      self.type = type
      self.ruling = ruling
      self.steps = steps
      self.span = span
    }
  }

  package struct Shares: Sendable {
    /// A party's position and its percentage or weight; nil takes what is left.
    package struct Share: Sendable {
      package let party: Int
      package let value: CheckedExpression?

      package init(party: Int, value: CheckedExpression?) {
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
    package let ruling: Ruling<Shares, Shares>

    package init(name: String, label: String?, ruling: Ruling<Shares, Shares>) {
      self.name = name
      self.label = label
      self.ruling = ruling
    }
  }

  package enum RemedyRule: Sendable {
    case fixed(Remedy)
    /// A fact, definition or choice; its words by position stand for these remedies. Cash where a choice does not arise.
    case decided(CheckedExpression, [Remedy])
  }

  package enum Payment: Sendable {
    /// In an exception without `by` the remedy is nil: the base's.
    case pay(CheckedExpression, by: RemedyRule?, Discretion?)
    /// The amount knows nothing of the loop variable; the weight does.
    case share(CheckedExpression, weight: CheckedExpression, by: RemedyRule?, Discretion?)
    case apology
    case right(CheckedText)
    case nothing
  }

  /// The bounds a person may decide within.
  package struct Discretion: Sendable {
    package let lower: CheckedExpression
    package let upper: CheckedExpression
    package let span: Span

    package init(lower: CheckedExpression, upper: CheckedExpression, span: Span) {
      self.lower = lower
      self.upper = upper
      self.span = span
    }
  }

  package struct Item: Sendable {
    package let name: String
    package let label: CheckedText
    package let itemClass: ItemClass
    package let loop: CheckedLoop?
    package let condition: CheckedExpression?
    package let conditionOptionalReads: [OptionalRead]
    /// Nil means the claimant.
    package let payee: Int?
    package let owedBy: CheckedText?
    package let ruling: Ruling<Payment, Payment>
    package let steps: [Step]
    package let span: Span

    package init(
      name: String, label: CheckedText, itemClass: ItemClass, loop: CheckedLoop?, condition: CheckedExpression?,
      conditionOptionalReads: [OptionalRead], payee: Int?, owedBy: CheckedText?, ruling: Ruling<Payment, Payment>,
      steps: [Step], span: Span
    ) {
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
      self.span = span
    }
  }

  /// An approval or a note.
  package struct Conditional: Sendable {
    package let name: String
    package let label: CheckedText?
    package let condition: CheckedExpression
    package let optionalReads: [OptionalRead]
    package let reasons: CheckedReasons

    package init(
      name: String, label: CheckedText?, condition: CheckedExpression, optionalReads: [OptionalRead],
      reasons: CheckedReasons
    ) {
      self.name = name
      self.label = label
      self.condition = condition
      self.optionalReads = optionalReads
      self.reasons = reasons
    }
  }

  package struct Deadline: Sendable {
    package let name: String
    package let label: CheckedText?
    /// `.date` or `.time`.
    package let type: ValueType
    package let ruling: Ruling<CheckedExpression, CheckedExpression>

    package init(
      name: String, label: CheckedText?, type: ValueType, ruling: Ruling<CheckedExpression, CheckedExpression>
    ) {
      self.name = name
      self.label = label
      self.type = type
      self.ruling = ruling
    }
  }
}
