package import RedressDiagnostics

/// A word of the text, as written, with its place.
package struct Name: Hashable, Sendable {
  package let text: String
  package let span: Span

  package init(_ text: String, _ span: Span) {
    self.text = text
    self.span = span
  }

  /// Whether no name stands at the place, which is reported already: there is nothing to look up.
  package var isMissing: Bool { text.isEmpty }
}

/// The tree of one `.redress` file.
package struct PolicySyntax: Sendable {
  package let name: Name
  package let label: TextSyntax?
  package let headers: [HeaderSyntax]
  package let declarations: [DeclarationSyntax]
  /// The names of declarations that could not be read, which is reported already: nothing more is to be said of their
  /// uses.
  package let unread: [Name]
  /// Whether everything in the text could be read. Where not, parts may be missing of what could.
  package var isWhole = true

  package init(
    name: Name, label: TextSyntax?, headers: [HeaderSyntax], declarations: [DeclarationSyntax], unread: [Name] = []
  ) {
    self.name = name
    self.label = label
    self.headers = headers
    self.declarations = declarations
    self.unread = unread
  }
}

/// A clause between the policy's name and its first declaration.
package enum HeaderSyntax: Sendable {
  case currency(Name)
  /// `currency of the case`.
  case currencyOfCase(Span)
  case datedBy(Name)
  case inForce(from: Name, until: Name?, span: Span)
  case rounding(RoundingSyntax)
  case use(Name)
}

/// `half up`, `half even`, `up` or `down`.
package struct RoundingSyntax: Hashable, Sendable {
  package enum Mode: Hashable, Sendable { case halfUp, halfEven, up, down }

  package let mode: Mode
  package let span: Span

  package init(_ mode: Mode, _ span: Span) {
    self.mode = mode
    self.span = span
  }
}

/// A quoted text; what stands in braces is filled in.
package struct TextSyntax: Sendable {
  package enum Segment: Sendable {
    case literal(String)
    case expression(ExpressionSyntax)
  }

  /// The same text in another language: `zh "维修费"`.
  package struct Translation: Sendable {
    package let language: Name
    package let text: TextSyntax

    package init(language: Name, text: TextSyntax) {
      self.language = language
      self.text = text
    }
  }

  package let segments: [Segment]
  /// From the opening to the closing quotation mark.
  package let span: Span
  package var translations: [Translation] = []

  package init(_ segments: [Segment], _ span: Span) {
    self.segments = segments
    self.span = span
  }

  /// The text where nothing is filled in; nil where an expression stands in it.
  package var plain: String? {
    var result = ""
    for segment in segments {
      guard case .literal(let part) = segment else { return nil }
      result += part
    }
    return result
  }
}

/// Why, and on what ground: `because "…" citing contract "7.1"`.
package struct ReasonsSyntax: Sendable {
  package struct Citation: Sendable {
    package let source: Name
    package let place: TextSyntax

    package init(source: Name, place: TextSyntax) {
      self.source = source
      self.place = place
    }
  }

  package struct LeavingOut: Sendable {
    package let text: TextSyntax
    package let because: TextSyntax

    package init(text: TextSyntax, because: TextSyntax) {
      self.text = text
      self.because = because
    }
  }

  package var because: [TextSyntax] = []
  package var citations: [Citation] = []
  package var leavingOut: [LeavingOut] = []

  package init() {}
}

/// One declaration of a policy.
package enum DeclarationSyntax: Sendable {
  case source(SourceSyntax)
  case party(PartySyntax)
  case kind(KindSyntax)
  case unit(UnitDeclarationSyntax)
  case calendar(CalendarSyntax)
  case record(RecordSyntax)
  case fact(FactSyntax)
  case detail(DetailSyntax)
  case require(RequireSyntax)
  case define(DefineSyntax)
  case figure(DefineSyntax)
  case split(SplitSyntax)
  case table(TableSyntax)
  case tiers(TiersSyntax)
  case item(ItemSyntax)
  case bar(BarSyntax)
  case limit(LimitSyntax)
  case lift(LiftSyntax)
  case apply(ApplySyntax)
  case recourse(RecourseSyntax)
  case choice(ChoiceSyntax)
  case authority(AuthoritySyntax)
  case approval(ConditionalSyntax)
  case note(ConditionalSyntax)
  case deadline(DeadlineSyntax)
  case always(RequireSyntax)
}

/// `source contract "Carriage contract" in "sources/contract.md"`.
package struct SourceSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax
  package let path: TextSyntax?

  package init(name: Name, label: TextSyntax, path: TextSyntax?) {
    self.name = name
    self.label = label
    self.path = path
  }
}

/// `party carrier "the carrier" is us`.
package struct PartySyntax: Sendable {
  package enum Role: Hashable, Sendable { case us, claimant }

  package let name: Name
  package let label: TextSyntax?
  package let role: Role?
  package let roleSpan: Span?

  package init(name: Name, label: TextSyntax?, role: Role?, roleSpan: Span?) {
    self.name = name
    self.label = label
    self.role = role
    self.roleSpan = roleSpan
  }
}

/// `kind Cause is packing or handling`, or `kind Tier is basic < silver < gold`.
package struct KindSyntax: Sendable {
  package struct Word: Sendable {
    package let name: Name
    package let label: TextSyntax?

    package init(name: Name, label: TextSyntax?) {
      self.name = name
      self.label = label
    }
  }

  package let name: Name
  package let words: [Word]
  package let isOrdered: Bool

  package init(name: Name, words: [Word], isOrdered: Bool) {
    self.name = name
    self.words = words
    self.isOrdered = isOrdered
  }
}

/// `unit parcel`, or `unit pallet = 800 kg`.
package struct UnitDeclarationSyntax: Sendable {
  package let name: Name
  package let size: QuantitySyntax?

  package init(name: Name, size: QuantitySyntax?) {
    self.name = name
    self.size = size
  }
}

/// What a fact, a field or a parameter holds: type, bounds, label and the rest.
package struct AttributesSyntax: Sendable {
  package enum Default: Sendable {
    case value(ExpressionSyntax)
    case noElements(Span)
  }

  package let type: TypeSyntax
  package var bounds: BoundsSyntax?
  package var label: TextSyntax?
  package var defaultValue: Default?
  package var optional: Span?
  package var isPrivate: Bool = false
  package var provedBy: TextSyntax?

  package init(type: TypeSyntax) {
    self.type = type
  }
}

/// `from 0 kg to 40_000 kg`, `above 0`, `up to 5`.
package struct BoundsSyntax: Sendable {
  /// Nil where only an upper bound stands.
  package let lower: ExpressionSyntax?
  package let excludesLower: Bool
  package let upper: ExpressionSyntax?
  package let span: Span

  package init(lower: ExpressionSyntax?, excludesLower: Bool, upper: ExpressionSyntax?, span: Span) {
    self.lower = lower
    self.excludesLower = excludesLower
    self.upper = upper
    self.span = span
  }
}

/// A type as written.
package struct TypeSyntax: Sendable {
  package enum Form: Sendable {
    case yesOrNo
    case date
    case time
    case text
    /// One word alone: a kind, a record's name used wrongly, `money`, `number`, `percent` or a unit.
    case word(Name)
    /// `packing or handling` written in place.
    case words([Name])
    case list(Name)
    /// `XDR per kg`, `whole days`.
    case quantity(UnitSyntax)
    /// What could not be read; reported already.
    case missing
  }

  package let form: Form
  /// Before a quantity: only whole numbers of the unit may be stated.
  package let isWhole: Bool
  package let span: Span

  package init(_ form: Form, isWhole: Bool, span: Span) {
    self.form = form
    self.isWhole = isWhole
    self.span = span
  }
}

/// `record Lot "goods of one condition"` with its fields.
package struct RecordSyntax: Sendable {
  package struct Field: Sendable {
    package let name: Name
    package let attributes: AttributesSyntax

    package init(name: Name, attributes: AttributesSyntax) {
      self.name = name
      self.attributes = attributes
    }
  }

  package let name: Name
  package let label: TextSyntax?
  package let fields: [Field]

  package init(name: Name, label: TextSyntax?, fields: [Field]) {
    self.name = name
    self.label = label
    self.fields = fields
  }
}

/// `fact cause : Cause "what caused the damage"`.
package struct FactSyntax: Sendable {
  package let name: Name
  package let attributes: AttributesSyntax

  package init(name: Name, attributes: AttributesSyntax) {
    self.name = name
    self.attributes = attributes
  }
}

/// `detail waybill : text "number of the waybill"`.
package struct DetailSyntax: Sendable {
  package let name: Name
  package let label: TextSyntax?
  package let isPrivate: Bool

  package init(name: Name, label: TextSyntax?, isPrivate: Bool) {
    self.name = name
    self.label = label
    self.isPrivate = isPrivate
  }
}

/// `require CONDITION because "…"`, and `always` likewise.
package struct RequireSyntax: Sendable {
  package let keyword: Span
  package let condition: ExpressionSyntax
  package let reasons: ReasonsSyntax

  package init(keyword: Span, condition: ExpressionSyntax, reasons: ReasonsSyntax) {
    self.keyword = keyword
    self.condition = condition
    self.reasons = reasons
  }
}
