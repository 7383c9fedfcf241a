import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// A text in which nothing may be filled in.
  mutating func plain(_ text: TextSyntax?) -> String? {
    guard let text else { return nil }
    for translation in text.translations where translation.text.plain == nil {
      report(.declaring(.filledInText(translation.text.span)))
    }
    if let plain = text.plain { return plain }
    report(.declaring(.filledInText(text.span)))
    return nil
  }

  /// A text with what is filled in. It may read whatever it likes, for it changes no value.
  mutating func text(_ syntax: TextSyntax?, _ scope: Scope) -> CheckedText? {
    guard let syntax else { return nil }
    for translation in syntax.translations { _ = text(translation.text, scope) }
    var inside = scope.fresh()
    inside.isText = true
    inside.it = .absent
    inside.otherwise = .absent
    inside.allowsOptional = true
    inside.aggregated = []
    let recordedNeeds = recordsNeeds
    recordsNeeds = false
    defer { recordsNeeds = recordedNeeds }
    var segments: [CheckedText.Segment] = []
    for segment in syntax.segments {
      switch segment {
      case .literal(let literal): segments.append(.literal(literal))
      case .expression(let expression):
        guard let value = check(expression, &inside) else { continue }
        switch value.type {
        case .record, .list: report(.typing(.misplaced(expression.span, .elementInText(expression.written))))
        default: segments.append(.expression(value))
        }
      }
    }
    return CheckedText(segments, syntax.span)
  }

  /// Reason and citations; nothing yet while not every definition's type is known.
  mutating func reasons(_ syntax: ReasonsSyntax, _ scope: Scope) -> CheckedReasons {
    guard !defersReasons else { return CheckedReasons(because: nil, citations: []) }
    let because = text(syntax.because.first, scope)
    for other in syntax.because.dropFirst() {
      _ = text(other, scope)
      if let first = syntax.because.first { report(.declaring(.secondReason(other.span, first: first.span))) }
    }
    for leavingOut in syntax.leavingOut {
      _ = plain(leavingOut.text)
      _ = plain(leavingOut.because)
    }
    return CheckedReasons(because: because, citations: syntax.citations.compactMap { citation($0) })
  }

  private mutating func citation(_ syntax: ReasonsSyntax.Citation) -> CheckedReasons.Citation? {
    guard
      case .source(let source)? = entity(syntax.source, .source)
    else { return nil }
    noteRead(of: outline.sources[source].node, isNeeded: false)
    guard let place = plain(syntax.place) else { return nil }
    var words: String?
    if let document = sourceDocuments[source] {
      guard let clause = document.clause(citedAs: place) else {
        report(.sense(.clauseNotFound(clauseProblem(syntax, place, source, document))))
        return nil
      }
      words = clause.text
    }
    return .init(source: source, place: place, text: words, span: syntax.place.span)
  }

  private func clauseProblem(
    _ syntax: ReasonsSyntax.Citation, _ place: String, _ source: Int, _ document: SourceDocument
  ) -> MissingClause {
    let wanted = ClausePlace.normalized(place)
    let places = document.clauses.map(\.place)
    // The neighbours in the text say more than the whole list: those of the same chapter first.
    let chapter = wanted.prefix { $0.isNumber }
    let family = places.filter { $0.prefix { $0.isNumber } == chapter }
    let shown = family.isEmpty ? places : family
    return MissingClause(
      place: place, source: outline.sources[source].syntax.name.text, span: syntax.place.span,
      known: Array(shown.prefix(6)), isPart: shown.count > 6, suggestion: nearest(to: wanted, among: places))
  }

  /// Sources, each with its text where that is at hand.
  mutating func declareSources() {
    for entry in outline.sources {
      let label = plain(entry.syntax.label) ?? ""
      let path = plain(entry.syntax.path)
      var document: SourceDocument?
      if let path, let span = entry.syntax.path?.span {
        document = documents[.init(policyFile: entry.syntax.name.span.source, path: path)]
        if document == nil { report(.sense(.documentMissing(entry.syntax.name, path: path, span))) }
      }
      sourceDocuments.append(document)
      policy.sources.append(.init(name: entry.syntax.name.text, label: label, path: path))
    }
  }

  /// Parties; exactly one is us and one the claimant where the policy has items.
  mutating func declareParties() {
    var us: [(Int, Name)] = []
    var claimants: [(Int, Name)] = []
    for (index, entry) in outline.parties.enumerated() {
      policy.parties.append(.init(name: entry.syntax.name.text, label: plain(entry.syntax.label)))
      switch entry.syntax.role {
      case .us: us.append((index, entry.syntax.name))
      case .claimant: claimants.append((index, entry.syntax.name))
      case nil: break
      }
      if entry.syntax.role != nil { roots.append(entry.node) }
    }
    policy.us = us.first?.0 ?? 0
    policy.claimant = claimants.first?.0 ?? 0
    for (role, found) in [(PartySyntax.Role.us, us), (.claimant, claimants)] {
      if found.isEmpty, !outline.items.isEmpty {
        report(
          .sense(.roleMissing(role, policy: outline.policy.name, parties: outline.parties.map(\.syntax.name.text))))
      }
      for (_, other) in found.dropFirst() {
        report(.sense(.roleTwice(role, other, first: found[0].1)))
      }
    }
  }

  /// Details: known to texts alone.
  mutating func declareDetails() {
    for entry in outline.details {
      policy.details.append(
        .init(name: entry.syntax.name.text, label: plain(entry.syntax.label), isPrivate: entry.syntax.isPrivate))
    }
  }
}
