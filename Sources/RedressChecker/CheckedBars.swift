package import RedressDiagnostics

extension CheckedPolicy {
  package struct Bar: Sendable {
    package struct Ground: Sendable {
      package let condition: CheckedExpression
      package let optionalReads: [OptionalRead]
      package let reasons: CheckedReasons
      package let span: Span

      package init(condition: CheckedExpression, optionalReads: [OptionalRead], reasons: CheckedReasons, span: Span) {
        self.condition = condition
        self.optionalReads = optionalReads
        self.reasons = reasons
        self.span = span
      }
    }

    package let name: String
    package let label: CheckedText
    /// Positions of the items it refuses.
    package let items: [Int]
    package let grounds: [Ground]
    package let exceptions: [Exception<StepOverride>]

    package init(
      name: String, label: CheckedText, items: [Int], grounds: [Ground], exceptions: [Exception<StepOverride>]
    ) {
      self.name = name
      self.label = label
      self.items = items
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
    package let label: CheckedText?
    package let chooser: Int
    package let condition: CheckedExpression?
    package let optionalReads: [OptionalRead]
    package let options: [String]
    package let optionLabels: [CheckedText?]
    package let preference: Preference?
    package let preferenceReasons: CheckedReasons
    package let span: Span

    package init(
      name: String, label: CheckedText?, chooser: Int, condition: CheckedExpression?, optionalReads: [OptionalRead],
      options: [String], optionLabels: [CheckedText?], preference: Preference?, preferenceReasons: CheckedReasons,
      span: Span
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
      self.span = span
    }
  }
}
