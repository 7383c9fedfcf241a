package import RedressDiagnostics

/// `limit carriage_limit "…" on compensation for each p in passengers at most …`.
package struct LimitSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax
  package let targets: [TargetSyntax]
  package let loop: LoopSyntax?
  package let steps: [StepSyntax]

  package init(name: Name, label: TextSyntax, targets: [TargetSyntax], loop: LoopSyntax?, steps: [StepSyntax]) {
    self.name = name
    self.label = label
    self.targets = targets
    self.loop = loop
    self.steps = steps
  }
}

/// `lift intent "…" on mass_limit, delay.at_most when … because "…"`.
package struct LiftSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax
  /// Limits, or steps of items: each one name or two.
  package let branches: [[Name]]
  package let condition: ExpressionSyntax
  package let reasons: ReasonsSyntax

  package init(
    name: Name, label: TextSyntax, branches: [[Name]], condition: ExpressionSyntax, reasons: ReasonsSyntax
  ) {
    self.name = name
    self.label = label
    self.branches = branches
    self.condition = condition
    self.reasons = reasons
  }
}

/// `apply excess then carriage_limit because "…"`.
package struct ApplySyntax: Sendable {
  package let keyword: Span
  /// Two at least.
  package let limits: [Name]
  package let reasons: ReasonsSyntax

  package init(keyword: Span, limits: [Name], reasons: ReasonsSyntax) {
    self.keyword = keyword
    self.limits = limits
    self.reasons = reasons
  }
}

/// `recover packing_fault "…" on repair from packer 30% when … because "…"` with exceptions and steps.
package struct RecourseSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax
  package let targets: [TargetSyntax]
  package let party: Name
  package let condition: ExpressionSyntax?
  package let ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>
  package let steps: [StepSyntax]

  package init(
    name: Name, label: TextSyntax, targets: [TargetSyntax], party: Name, condition: ExpressionSyntax?,
    ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>, steps: [StepSyntax]
  ) {
    self.name = name
    self.label = label
    self.targets = targets
    self.party = party
    self.condition = condition
    self.ruling = ruling
    self.steps = steps
  }
}

/// `authority of total_cash` with a row for each level.
package struct AuthoritySyntax: Sendable {
  package struct Level: Sendable {
    package let name: Name
    package let label: TextSyntax?
    package let cell: CellSyntax
    package let reasons: ReasonsSyntax

    package init(name: Name, label: TextSyntax?, cell: CellSyntax, reasons: ReasonsSyntax) {
      self.name = name
      self.label = label
      self.cell = cell
      self.reasons = reasons
    }
  }

  package let keyword: Span
  package let sum: ExpressionSyntax
  package let levels: [Level]

  package init(keyword: Span, sum: ExpressionSyntax, levels: [Level]) {
    self.keyword = keyword
    self.sum = sum
    self.levels = levels
  }
}
