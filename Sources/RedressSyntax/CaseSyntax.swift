package import RedressDiagnostics

/// One case, of a `.case` file or in JSON.
package struct CaseSyntax: Sendable {
  package enum Notation: Hashable, Sendable { case caseFile, json }

  package struct Claim: Sendable {
    package let item: Name
    package let amount: CaseValueSyntax

    package init(item: Name, amount: CaseValueSyntax) {
      self.item = item
      self.amount = amount
    }
  }

  package let name: Name
  package let label: TextSyntax?
  package let policy: Name
  /// `currency EUR`, for policies that leave the currency to the case.
  package let currency: Name?
  /// `dated 2026-03-05`.
  package let dated: Name?
  package let claimed: [Claim]
  package let given: [GivenSyntax]
  package let expectations: [ExpectationSyntax]
  package let notation: Notation

  package init(
    name: Name, label: TextSyntax?, policy: Name, currency: Name?, dated: Name?, claimed: [Claim], given: [GivenSyntax],
    expectations: [ExpectationSyntax], notation: Notation = .caseFile
  ) {
    self.notation = notation
    self.name = name
    self.label = label
    self.policy = policy
    self.currency = currency
    self.dated = dated
    self.claimed = claimed
    self.given = given
    self.expectations = expectations
  }
}

/// A value as a case states it.
package struct CaseValueSyntax: Sendable {
  package enum Form: Sendable {
    case quantity(QuantitySyntax, isNegative: Bool)
    case word(String)
    case yesNo(Bool)
    case date(String)
    case time(String)
    case text(String)
    /// What could not be read; reported already.
    case missing
  }

  /// How JSON writes a value.
  package enum JSONForm: Hashable, Sendable {
    /// What the string holds.
    case string(String)
    case number
    case boolean
  }

  package let form: Form
  package let span: Span
  /// Nil in a case file.
  package let json: JSONForm?

  package init(_ form: Form, _ span: Span, json: JSONForm? = nil) {
    self.form = form
    self.span = span
    self.json = json
  }
}

/// An entry under `given`: `cause packing`, `lots` with its rows, `shipments[1].packages` with rows of its own.
package struct GivenSyntax: Sendable {
  package struct Step: Sendable {
    package let name: Name
    /// The number in brackets behind the name, counted from 1.
    package let index: Name?

    package init(name: Name, index: Name?) {
      self.name = name
      self.index = index
    }
  }

  package struct Cell: Sendable {
    /// Nil where the cell is empty: not stated.
    package let value: CaseValueSyntax?
    package let span: Span

    package init(value: CaseValueSyntax?, span: Span) {
      self.value = value
      self.span = span
    }
  }

  package enum Content: Sendable {
    case value(CaseValueSyntax)
    case rows(header: [Name], rows: [[Cell]])
  }

  package let key: [Step]
  package let keySpan: Span
  package let content: Content

  package init(key: [Step], keySpan: Span, content: Content) {
    self.key = key
    self.keySpan = keySpan
    self.content = content
  }
}

/// A block `expect`, or `expect with wrong_goods = credit`.
package struct ExpectationSyntax: Sendable {
  package enum Status: String, Hashable, Sendable { case denied, reduced, granted, proposed }

  /// `own_crew`, or `damage_liability.own_crew`.
  package struct Branch: Hashable, Sendable {
    package let text: String
    package let span: Span

    package init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  package enum Outcome: Sendable {
    case amount(CaseValueSyntax, isAssessed: Bool, remedy: Name?)
    case status(Status, because: [Branch])
    case pending(for: [Name])
    case absent
  }

  package struct Entry: Sendable {
    package enum Form: Sendable {
      case item(Name, line: Name?, Outcome)
      case approval(Name, isAbsent: Bool)
      case note(Name, isAbsent: Bool)
      case deadline(Name, CaseValueSyntax)
      case authority(Name)
      case nothingElse
    }

    package let form: Form
    package let span: Span

    package init(_ form: Form, _ span: Span) {
      self.form = form
      self.span = span
    }
  }

  package struct Setting: Sendable {
    package let choice: Name
    package let option: Name

    package init(choice: Name, option: Name) {
      self.choice = choice
      self.option = option
    }
  }

  package enum Form: Sendable {
    case proposal(with: [Setting], [Entry])
    /// The refusal must contain this text.
    case refused(String)
  }

  package let form: Form
  /// The word `expect`.
  package let keyword: Span

  package init(_ form: Form, keyword: Span) {
    self.form = form
    self.keyword = keyword
  }
}
