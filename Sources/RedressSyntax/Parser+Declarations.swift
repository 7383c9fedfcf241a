import RedressDiagnostics

extension Parser {
  /// `source contract "Carriage contract" in "sources/contract.md"`; the keyword is read already.
  mutating func parseSource() -> SourceSyntax? {
    let name = expectName(.source)
    let label = expectText()
    var path: TextSyntax?
    if accept(.in) != nil { path = expectFixedText() }
    return name.text.isEmpty ? nil : SourceSyntax(name: name, label: label, path: path)
  }

  /// `party carrier "the carrier" is us`.
  mutating func parseParty() -> PartySyntax? {
    let name = expectName(.party)
    let label = parseTextIfPresent()
    var role: PartySyntax.Role?
    var roleSpan: Span?
    if accept(.is) != nil {
      roleSpan = currentSpan
      if accept(.us) != nil {
        role = .us
      } else if accept(.claimant) != nil {
        role = .claimant
      } else {
        roleSpan = nil
        fail(expected: .oneOf(["us", "claimant"]))
      }
    }
    return name.text.isEmpty ? nil : PartySyntax(name: name, label: label, role: role, roleSpan: roleSpan)
  }

  /// `kind Cause is packing or handling`, `kind Tier is basic < silver < gold`.
  mutating func parseKind() -> KindSyntax? {
    let name = expectName(.kind)
    if accept(.is) == nil {
      if at(.word), !isAtBoundary { reportUnexpected(.oneOf(["is"])) } else { fail(expected: .oneOf(["is"])) }
    }
    var words = [parseKindWord()]
    let isOrdered = at(.lessThan)
    while !isRecovering {
      if isOrdered ? accept(.lessThan) != nil : accept(.or) != nil {
        words.append(parseKindWord())
      } else {
        if !isAtBoundary { fail(expected: .oneOf([isOrdered ? "<" : "or"])) }
        break
      }
    }
    words.removeAll(where: \.name.isMissing)
    return name.isMissing ? nil : KindSyntax(name: name, words: words, isOrdered: isOrdered)
  }

  private mutating func parseKindWord() -> KindSyntax.Word {
    KindSyntax.Word(name: expectWord(.kindWord), label: parseTextIfPresent())
  }

  /// `unit parcel`, `unit pallet = 800 kg`.
  mutating func parseUnitDeclaration() -> UnitDeclarationSyntax? {
    let name = expectName(.unit)
    var size: QuantitySyntax?
    if accept(.equal) != nil {
      if at(.number) || at(.percentage) { size = parseQuantity() } else { fail(expected: .amount) }
    }
    return name.text.isEmpty ? nil : UnitDeclarationSyntax(name: name, size: size)
  }

  /// `record Lot "goods of one condition"` with its fields.
  mutating func parseRecord() -> RecordSyntax? {
    let name = expectName(.record)
    let label = parseTextIfPresent()
    isInRecord = true
    defer { isInRecord = false }
    var fields: [RecordSyntax.Field] = []
    var progress = Progress()
    while progress.goesOn(at: position) {
      synchronize()
      guard isAtField || lacksColon else {
        clauses = []
        expectedClauses = []
        _ = nextClause()
        if isAtField, !isRecovering { continue }
        break
      }
      let field = expectWordOfField()
      fields.append(RecordSyntax.Field(name: field, attributes: parseAttributes()))
    }
    return name.text.isEmpty ? nil : RecordSyntax(name: name, label: label, fields: fields)
  }

  private mutating func expectWordOfField() -> Name {
    noteOpening(.field)
    return name(of: advance())
  }

  /// `value money above 0` on a line of its own: a field without its colon.
  private var lacksColon: Bool {
    guard at(.word), current.followsLineBreak, current.keyword?.isNameable ?? true, !isAtBoundary else { return false }
    let next = token(ahead: 1)
    guard next.kind == .word, !next.followsLineBreak else { return false }
    return nearestDeclaration(to: string(of: current)) == nil
  }

  /// `fact cause : Cause "what caused the damage"`.
  mutating func parseFact() -> FactSyntax? {
    let name = expectName(.fact)
    let attributes = parseAttributes()
    return name.text.isEmpty ? nil : FactSyntax(name: name, attributes: attributes)
  }

  /// `detail waybill : text "number of the waybill"`.
  mutating func parseDetail() -> DetailSyntax? {
    let name = expectName(.detail)
    expect(.colon, ":")
    expect(.text)
    let label = parseTextIfPresent()
    let isPrivate = accept(.private) != nil
    return name.text.isEmpty ? nil : DetailSyntax(name: name, label: label, isPrivate: isPrivate)
  }

  /// `require CONDITION because "…"`, and `always` likewise.
  mutating func parseRequire(_ reasoned: SyntaxProblem.Reasoned, keyword: Span) -> RequireSyntax? {
    setClauses([.because, .citing, .leaving])
    let before = problems.count
    let condition = parseExpression()
    let reasons = parseReasons()
    requireReason(reasons, for: reasoned, at: keyword, since: before)
    return RequireSyntax(keyword: keyword, condition: condition, reasons: reasons)
  }

  /// `approval NAME "…" when CONDITION because "…"`, and `note` likewise.
  mutating func parseConditional() -> ConditionalSyntax? {
    setClauses([.when, .because, .citing, .leaving])
    let before = problems.count
    let name = expectName(.conditional)
    let label = parseTextIfPresent()
    var condition: ExpressionSyntax?
    if nextClause() == .when {
      advance()
      condition = parseExpression()
    }
    let reasons = parseReasons()
    guard let condition else {
      if !hasProblems(since: before) {
        report(.incomplete(.conditionalWithoutCondition(name.text), name.span), at: name.span)
      }
      return nil
    }
    return name.text.isEmpty
      ? nil : ConditionalSyntax(name: name, label: label, condition: condition, reasons: reasons)
  }

  /// `choice wrong_goods "…" for consignee` with its options.
  mutating func parseChoice() -> ChoiceSyntax? {
    setClauses([.for, .when, .option, .prefer, .because, .citing, .leaving])
    let before = problems.count
    let name = expectName(.choice)
    let label = parseTextIfPresent()
    var chooser: Name?
    var condition: ExpressionSyntax?
    var options: [ChoiceSyntax.Option] = []
    var preference: ChoiceSyntax.Preference?
    var reasons = ReasonsSyntax()
    if nextClause() == .for {
      advance()
      chooser = expectName(.partyOf)
    } else if !hasProblems(since: before) {
      reportUnexpected(.oneOf(["for"]))
    }
    expectedClauses = [.when, .option, .prefer]
    var seen: [Keyword: Span] = [:]
    while let clause = nextClause() {
      if clause != .option { noteClause(clause, in: &seen) }
      switch clause {
      case .when:
        advance()
        condition = parseExpression()
      case .option:
        advance()
        options.append(ChoiceSyntax.Option(name: expectWord(.option), label: parseTextIfPresent()))
      case .prefer:
        advance()
        preference = parsePreference()
        reasons = parseReasons()
      default: rejectClause(clause)
      }
    }
    if options.count < 2, !hasProblems(since: before) {
      report(.incomplete(.choiceWithoutOptions(name.text, count: options.count), name.span), at: name.span)
    }
    options.removeAll(where: \.name.isMissing)
    guard let chooser, !chooser.isMissing, !name.isMissing else { return nil }
    return ChoiceSyntax(
      name: name, label: label, chooser: chooser, condition: condition, options: options, preference: preference,
      preferenceReasons: reasons)
  }

  private mutating func parsePreference() -> ChoiceSyntax.Preference? {
    if at(.cheapest) { return .cheapest(span(of: advance())) }
    let option = expectWord(.optionOf)
    return option.text.isEmpty ? nil : .option(option)
  }

  /// Sets the clauses of the declaration being read.
  mutating func setClauses(_ words: [Keyword]) {
    clauses = words
    expectedClauses = words
  }

  /// Says that a clause of this declaration cannot stand here, and reads over it.
  mutating func rejectClause(_ clause: Keyword, _ misplacement: SyntaxProblem.Misplacement? = nil) {
    let spelling = clause.rawValue
    let reason = misplacement ?? .notHere(expectedClauses.flatMap(\.clauseSpellings))
    report(.misplacedClause(spelling, reason, currentSpan), at: currentSpan)
    skip()
    beginRecovery()
    skipReasons(alsoOfException: clause == .except)
  }

  /// Moves over what belongs to a clause that was read over: the rest of it, and its reasons.
  mutating func skipReasons(alsoOfException: Bool = false) {
    let skipped = RulingClauses.reasons + (alsoOfException ? [.when, .overriding] : [])
    while let clause = nextClause(), skipped.contains(clause) {
      skip()
      beginRecovery()
    }
  }
}
