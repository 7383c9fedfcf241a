import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// What tiers ask for; their type may follow from their rates, and is looked for when it is needed.
  mutating func declareTiers(_ syntax: TiersSyntax) {
    let parameter = parameters([syntax.parameter], areColumns: true).first
    var type = parameter?.type
    if let known = type {
      if case .quantity = known {
      } else {
        report(.tabling(.tiersType(syntax.parameter.name, described(known))))
        type = nil
      }
    }
    tiersParameterTypes.append(type)
    tiersTypes.append(nil)
    tiersStates.append(.untouched)
    policy.tiers.append(
      .init(
        name: syntax.name.text, label: plain(syntax.label),
        parameter: parameter?.attributes
          ?? .init(name: syntax.parameter.name.text, type: .quantity(.number), span: syntax.parameter.name.span),
        type: .quantity(.number), bands: [], span: syntax.name.span))
  }

  /// Those that nothing has asked for yet, and the reasons of all.
  mutating func checkTiers() {
    for (position, entry) in outline.tiers.enumerated() {
      _ = typeOfTiers(position)
      owner = entry.node
      let scope = tiersScope(position)
      let old = policy.tiers[position]
      let bands = zip(old.bands, entry.syntax.bands).map { band, syntax in
        CheckedPolicy.Tiers.Band(
          upper: band.upper, rate: band.rate, reasons: reasons(syntax.reasons, scope), span: band.span)
      }
      policy.tiers[position] = .init(
        name: old.name, label: old.label, parameter: old.parameter, type: old.type, bands: bands, span: old.span)
    }
    owner = nil
  }

  /// The type of tiers, which are checked now if they have not been; nil where it is poison or in a circle.
  mutating func typeOfTiers(_ position: Int) -> ValueType? {
    guard tiersStates[position] == .untouched else {
      return tiersStates[position] == .done ? tiersTypes[position] : nil
    }
    let (outerOwner, outerNeeds) = (owner, recordsNeeds)
    tiersStates[position] = .inProgress
    owner = outline.tiers[position].node
    recordsNeeds = true
    checkBands(outline.tiers[position].syntax, position)
    tiersStates[position] = .done
    (owner, recordsNeeds) = (outerOwner, outerNeeds)
    return tiersTypes[position]
  }

  private func tiersScope(_ position: Int) -> Scope {
    let entry = outline.tiers[position]
    return scope(of: [entry.syntax.parameter], [tiersParameterTypes[position]], node: entry.node)
  }

  private mutating func checkBands(_ syntax: TiersSyntax, _ position: Int) {
    let scope = tiersScope(position)
    parameterReads[outline.tiers[position].node, default: []].insert(0)
    let amount = tiersParameterTypes[position]
    var type = syntax.type.flatMap { self.type($0, for: .result)?.type }
    var isKnown = syntax.type == nil || type != nil
    if let known = type {
      if case .quantity = known {
      } else {
        report(
          .typing(.wrongType(syntax.type?.span ?? syntax.name.span, found: described(known), expected: .amount, nil)))
        isKnown = false
      }
    }
    // A rate that is the literal 0 takes its unit from the others.
    var first: CheckedExpression?
    var rates: [Span: CheckedExpression] = [:]
    for band in syntax.bands where !band.rate.isZeroLiteral {
      var inside = scope.fresh()
      guard let rate = check(band.rate, &inside), isAmount(rate, band.rate.span), let amount, isKnown else {
        isKnown = isKnown && type != nil
        continue
      }
      if let first {
        guard fits(rate, first.type, as: .otherSide, at: first.span) else { continue }
      } else {
        first = rate
        let product = taken(rate, amount)
        if let type, case .quantity(let wanted) = type, case .quantity(let unit)? = product,
          !unit.sameDimension(as: wanted)
        {
          report(
            .tabling(
              .ratesDoNotFit(
                band.rate.span, gives: described(.quantity(unit)), wanted: described(type), syntax.type?.span)))
          isKnown = false
        } else {
          type = type ?? product
        }
      }
      rates[band.rate.span] = rate
    }
    if first == nil, isKnown { type = type ?? amount }
    let bands = bands(syntax, position, rates, first?.type ?? .quantity(.number))
    tiersTypes[position] = isKnown ? type : nil
    let old = policy.tiers[position]
    policy.tiers[position] = .init(
      name: old.name, label: old.label, parameter: old.parameter, type: type ?? .quantity(.number), bands: bands,
      span: old.span)
  }

  /// The type of a rate times a slice of the amount.
  private func taken(_ rate: CheckedExpression, _ amount: ValueType) -> ValueType? {
    guard case .quantity(let unit) = rate.type, case .quantity(let other) = amount else { return nil }
    return unit.components.isEmpty ? amount : .quantity(unit.multiplied(by: other))
  }

  private mutating func bands(
    _ syntax: TiersSyntax, _ position: Int, _ rates: [Span: CheckedExpression], _ rateType: ValueType
  ) -> [CheckedPolicy.Tiers.Band] {
    let column = tiersParameterTypes[position].map {
      CellPlace(type: $0, isWhole: false, place: syntax.parameter.name.span)
    }
    // Whether the bands rise, and the last one has no end, is looked at with the rows of tables.
    guard let column else { return [] }
    return syntax.bands.enumerated().map { index, band in
      let upper = band.upper.flatMap { constant($0, column) }
      if index == 0, let upper, !upper.isPositive, let written = band.upper {
        report(.tabling(.firstBandEmpty(written.span, written.written)))
      }
      return CheckedPolicy.Tiers.Band(
        upper: upper, rate: rates[band.rate.span] ?? .placeholder(rateType, band.rate.span),
        reasons: CheckedReasons(because: nil, citations: []), span: band.span)
    }
  }
}
