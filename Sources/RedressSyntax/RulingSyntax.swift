package import RedressDiagnostics

/// An exception of a ruling or of a step: `except gold: 0.3% when tier = gold because "…"`.
package struct ExceptionSyntax<Value: Sendable>: Sendable {
  package enum Overriding: Sendable {
    case all(Span)
    case names([Name])
  }

  package let name: Name
  package let value: Value
  package let condition: ExpressionSyntax
  package let overriding: Overriding?
  package let reasons: ReasonsSyntax

  package init(
    name: Name, value: Value, condition: ExpressionSyntax, overriding: Overriding?, reasons: ReasonsSyntax
  ) {
    self.name = name
    self.value = value
    self.condition = condition
    self.overriding = overriding
    self.reasons = reasons
  }
}

/// The answer from a day on: `from 2024-12-28 is 26 XDR per kg`.
package struct DatedBranchSyntax<Base: Sendable>: Sendable {
  /// The day, as written.
  package let from: Name
  package let base: Base
  package let reasons: ReasonsSyntax

  package init(from: Name, base: Base, reasons: ReasonsSyntax) {
    self.from = from
    self.base = base
    self.reasons = reasons
  }
}

/// The base answer and the exceptions to it.
package struct RulingSyntax<Base: Sendable, Exception: Sendable>: Sendable {
  package let base: Base
  /// The word that opens the base: `is`, `pay`, `give`.
  package let baseSpan: Span
  /// The day from which the first branch holds, as written; nil where it holds from the beginning.
  package var from: Name?
  package let reasons: ReasonsSyntax
  /// The branches behind the first, in the order written.
  package var later: [DatedBranchSyntax<Base>] = []
  /// `dated by contract_date` behind the branches.
  package var datedBy: Name?
  package let exceptions: [ExceptionSyntax<Exception>]

  package init(base: Base, baseSpan: Span, reasons: ReasonsSyntax, exceptions: [ExceptionSyntax<Exception>]) {
    self.base = base
    self.baseSpan = baseSpan
    self.reasons = reasons
    self.exceptions = exceptions
  }
}

/// What the exception to a step says.
package enum StepExceptionSyntax: Sendable {
  case value(ExpressionSyntax)
  case waived(Span)
}

/// `at most V`, `less V`, `borne by S`, with condition, reasons and exceptions.
package struct StepSyntax: Sendable {
  package enum Form: Sendable {
    case atMost(ExpressionSyntax)
    case atLeast(ExpressionSyntax)
    case less(ExpressionSyntax)
    case plus(ExpressionSyntax)
    case times(ExpressionSyntax)
    case nothingUnder(ExpressionSyntax)
    case nothingUpTo(ExpressionSyntax)
    case rounded(RoundingSyntax?, to: ExpressionSyntax)
    case borneBy(Name)
    /// Only in limits.
    case onlyTheLargest
  }

  package let form: Form
  /// The words of the step, without its value.
  package let keyword: Span
  package let condition: ExpressionSyntax?
  package let reasons: ReasonsSyntax
  package let exceptions: [ExceptionSyntax<StepExceptionSyntax>]

  package init(
    form: Form, keyword: Span, condition: ExpressionSyntax?, reasons: ReasonsSyntax,
    exceptions: [ExceptionSyntax<StepExceptionSyntax>]
  ) {
    self.form = form
    self.keyword = keyword
    self.condition = condition
    self.reasons = reasons
    self.exceptions = exceptions
  }
}

/// `define daily_rate is … except …` with its steps.
package struct DefineSyntax: Sendable {
  package struct Parameter: Sendable {
    package let name: Name
    package let type: TypeSyntax
    package let bounds: BoundsSyntax?

    package init(name: Name, type: TypeSyntax, bounds: BoundsSyntax?) {
      self.name = name
      self.type = type
      self.bounds = bounds
    }
  }

  package let name: Name
  package let parameters: [Parameter]
  package let label: TextSyntax?
  package let type: TypeSyntax?
  package let ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>
  package let steps: [StepSyntax]

  package init(
    name: Name, parameters: [Parameter], label: TextSyntax?, type: TypeSyntax?,
    ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>, steps: [StepSyntax]
  ) {
    self.name = name
    self.parameters = parameters
    self.label = label
    self.type = type
    self.ruling = ruling
    self.steps = steps
  }
}

/// Who bears how much: `carrier 70%, consignee rest`.
package struct SharesSyntax: Sendable {
  package enum Portion: Sendable {
    case rest(Span)
    case value(ExpressionSyntax)
  }

  package struct Share: Sendable {
    package let party: Name
    package let portion: Portion

    package init(party: Name, portion: Portion) {
      self.party = party
      self.portion = portion
    }
  }

  /// `in proportion`: the values are weights, not percentages.
  package let isInProportion: Bool
  package let shares: [Share]
  package let span: Span

  package init(isInProportion: Bool, shares: [Share], span: Span) {
    self.isInProportion = isInProportion
    self.shares = shares
    self.span = span
  }
}

/// `split damage_liability "Who answers for the damage" is …`.
package struct SplitSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax?
  package let ruling: RulingSyntax<SharesSyntax, SharesSyntax>

  package init(name: Name, label: TextSyntax?, ruling: RulingSyntax<SharesSyntax, SharesSyntax>) {
    self.name = name
    self.label = label
    self.ruling = ruling
  }
}

/// `deadline first_reply "First reply" is 24 hours after received`.
package struct DeadlineSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax?
  package let ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>

  package init(name: Name, label: TextSyntax?, ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>) {
    self.name = name
    self.label = label
    self.ruling = ruling
  }
}

/// What an item, or an exception to it, gives.
package enum PaymentSyntax: Sendable {
  /// `pay AMOUNT by REMEDY`; in an exception the bare amount too, then without a remedy of its own.
  case pay(ExpressionSyntax, by: Name?, DiscretionSyntax?)
  /// `share AMOUNT in proportion to WEIGHT by REMEDY`.
  case share(ExpressionSyntax, weight: ExpressionSyntax, by: Name?, DiscretionSyntax?)
  case apology(Span)
  case right(TextSyntax)
  /// Only in exceptions.
  case nothing(Span)
}

/// `discretion 0 to 5_000 CNY` behind a payment.
package struct DiscretionSyntax: Sendable {
  package let lower: ExpressionSyntax
  package let upper: ExpressionSyntax
  package let span: Span

  package init(lower: ExpressionSyntax, upper: ExpressionSyntax, span: Span) {
    self.lower = lower
    self.upper = upper
    self.span = span
  }
}

/// `for each lot in lots where … largest first by …`.
package struct LoopSyntax: Sendable {
  /// `largest first by injury.tariff`; only where the lines of an item are made.
  package struct Order: Sendable {
    package let first: ExpressionSyntax.Extreme
    package let key: ExpressionSyntax
    package let span: Span

    package init(first: ExpressionSyntax.Extreme, key: ExpressionSyntax, span: Span) {
      self.first = first
      self.key = key
      self.span = span
    }
  }

  package let variable: Name
  /// `lots`, or `shipment.packages`: a name and the fields that follow it.
  package let path: [Name]
  package let condition: ExpressionSyntax?
  package let order: Order?
  package let span: Span

  package init(variable: Name, path: [Name], condition: ExpressionSyntax?, order: Order? = nil, span: Span) {
    self.variable = variable
    self.path = path
    self.condition = condition
    self.order = order
    self.span = span
  }
}

/// A line, or the lines, of a proposal.
package struct ItemSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax
  package let classWord: Name?
  package let loop: LoopSyntax?
  package let condition: ExpressionSyntax?
  package let payee: Name?
  package let owedBy: TextSyntax?
  package let ruling: RulingSyntax<PaymentSyntax, PaymentSyntax>
  package let steps: [StepSyntax]

  package init(
    name: Name, label: TextSyntax, classWord: Name?, loop: LoopSyntax?, condition: ExpressionSyntax?, payee: Name?,
    owedBy: TextSyntax?, ruling: RulingSyntax<PaymentSyntax, PaymentSyntax>, steps: [StepSyntax]
  ) {
    self.name = name
    self.label = label
    self.classWord = classWord
    self.loop = loop
    self.condition = condition
    self.payee = payee
    self.owedBy = owedBy
    self.ruling = ruling
    self.steps = steps
  }
}

/// `on all`, `on compensation, repair`.
package enum TargetSyntax: Sendable {
  case all(Span)
  /// A class word or the name of an item.
  case name(Name)
}

/// What refuses a class of heads, several heads or all.
package struct BarSyntax: Sendable {
  package struct Ground: Sendable {
    package let condition: ExpressionSyntax
    package let reasons: ReasonsSyntax
    package let keyword: Span

    package init(condition: ExpressionSyntax, reasons: ReasonsSyntax, keyword: Span) {
      self.condition = condition
      self.reasons = reasons
      self.keyword = keyword
    }
  }

  package let name: Name
  package let label: TextSyntax
  package let targets: [TargetSyntax]
  package let grounds: [Ground]
  package let exceptions: [ExceptionSyntax<StepExceptionSyntax>]

  package init(
    name: Name, label: TextSyntax, targets: [TargetSyntax], grounds: [Ground],
    exceptions: [ExceptionSyntax<StepExceptionSyntax>]
  ) {
    self.name = name
    self.label = label
    self.targets = targets
    self.grounds = grounds
    self.exceptions = exceptions
  }
}

/// Alternatives put side by side.
package struct ChoiceSyntax: Sendable {
  package struct Option: Sendable {
    package let name: Name
    package let label: TextSyntax?

    package init(name: Name, label: TextSyntax?) {
      self.name = name
      self.label = label
    }
  }

  package enum Preference: Sendable {
    case option(Name)
    case cheapest(Span)
  }

  package let name: Name
  package let label: TextSyntax?
  package let chooser: Name
  package let condition: ExpressionSyntax?
  package let options: [Option]
  package let preference: Preference?
  package let preferenceReasons: ReasonsSyntax

  package init(
    name: Name, label: TextSyntax?, chooser: Name, condition: ExpressionSyntax?, options: [Option],
    preference: Preference?, preferenceReasons: ReasonsSyntax
  ) {
    self.name = name
    self.label = label
    self.chooser = chooser
    self.condition = condition
    self.options = options
    self.preference = preference
    self.preferenceReasons = preferenceReasons
  }
}

/// An approval or a note: named, with a condition and reasons.
package struct ConditionalSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax?
  package let condition: ExpressionSyntax
  package let reasons: ReasonsSyntax

  package init(name: Name, label: TextSyntax?, condition: ExpressionSyntax, reasons: ReasonsSyntax) {
    self.name = name
    self.label = label
    self.condition = condition
    self.reasons = reasons
  }
}
