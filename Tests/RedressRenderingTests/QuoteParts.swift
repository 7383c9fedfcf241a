@testable import RedressEngine
@testable import RedressValues

// Parts of hand-made quotes, written as short as a test wants them.

func amount(_ text: String) -> Rational {
  let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
  guard let value = try? Rational(decimal: magnitude) else { return .zero }
  return text.hasPrefix("-") ? ((try? -value) ?? .zero) : value
}

func named(_ name: String, _ label: String? = nil) -> Quote.Labelled {
  Quote.Labelled(name: name, label: label)
}

func contract(_ place: String, _ text: String? = nil) -> Citation {
  Citation(source: "contract", sourceLabel: "Carriage contract", place: place, text: text)
}

func civilCode(_ place: String) -> Citation {
  Citation(source: "civil_code", sourceLabel: "Civil Code of the PRC", place: place, text: nil)
}

let carrier = named("carrier", "the carrier")
let customer = named("consignee", "the customer")

func line(
  _ item: String, _ label: String, index: Int = 1, element: Int? = nil, as itemClass: ItemClass = .compensation,
  by remedy: Remedy? = .cash, to payee: Quote.Labelled = customer, _ status: Line.Status, claimed: String? = nil,
  assessed: String? = nil, payable: String? = nil, range: (String?, String?)? = nil, branch: String? = nil,
  _ reason: String? = nil, _ citations: [Citation] = [], steps: [Line.Step] = [], waived: [Line.Waiver] = [],
  bars: [Line.Bar] = [],
  owedBy: String? = nil, isApology: Bool = false, right: String? = nil, discretion: (String?, String?)? = nil,
  needs: [Need] = [], because: [Explanation] = []
) -> Line {
  Line(
    item: item, index: index, element: element, label: label, itemClass: itemClass, remedy: remedy, payee: payee,
    status: status, claimed: claimed.map(amount), assessed: assessed.map(amount), payable: payable.map(amount),
    range: range.map { Line.Span(low: $0.0.map(amount), high: $0.1.map(amount)) },
    discretion: discretion.map { Line.Span(low: $0.0.map(amount), high: $0.1.map(amount)) },
    branches: [branch ?? item], reason: reason, citations: citations, steps: steps, waived: waived,
    bars: bars, owedBy: owedBy, isApology: isApology, right: right, needs: needs, because: because)
}

func step(
  _ step: String, _ name: String, branch: String? = nil, change: String, after: String, _ reason: String? = nil,
  _ citations: [Citation] = [], shares: [(Quote.Labelled, String, String)] = []
) -> Line.Step {
  Line.Step(
    step: step, name: name, branch: branch ?? name, change: amount(change), after: amount(after), reason: reason,
    citations: citations, shares: shares.map { Line.Share(party: $0.0, amount: amount($0.1), portion: $0.2) })
}

func waiver(
  _ step: String, _ name: String, by branch: String, _ reason: String? = nil, _ citations: [Citation] = [],
  at place: Int = 0
) -> Line.Waiver {
  Line.Waiver(
    step: step, name: name, branch: "\(name).\(branch)", reason: reason, citations: citations, place: place)
}

func totals(
  complete: Bool = true, claimed: String = "0", cash: String = "0", credit: String = "0", inKind: String = "0",
  payable: String, recovered: String = "0", net: String? = nil
) -> Proposal.Totals {
  Proposal.Totals(
    isComplete: complete, claimed: amount(claimed), cash: amount(cash), credit: amount(credit),
    inKind: amount(inKind), payable: amount(payable), recovered: amount(recovered), net: amount(net ?? payable))
}

func proposal(
  _ lines: [Line], _ totals: Proposal.Totals, adjustments: [Proposal.Adjustment] = [],
  waived: [Proposal.LimitWaiver] = [],
  recourse: [Proposal.Recourse] = [], figures: [Proposal.Figure] = [], authorities: [Proposal.Remark] = []
) -> Proposal {
  Proposal(
    choices: [], isPreferred: true, lines: lines, adjustments: adjustments, waived: waived, recourse: recourse,
    figures: figures, totals: totals, authorities: authorities, approvals: [], deadlines: [], notes: [])
}

func adjustment(
  _ limit: Quote.Labelled, element: String? = nil, _ step: String, _ amount: String, _ reason: String? = nil,
  _ citations: [Citation] = [], spread: [(String, Int, String)], cutsInKind: Bool = false,
  because: [Explanation] = []
) -> Proposal.Adjustment {
  let name = limit.name + "." + step.replacing(" ", with: "_")
  return Proposal.Adjustment(
    limit: limit, element: element, step: step, name: name, branch: name,
    amount: RedressRenderingTests.amount(amount), reason: reason, citations: citations,
    spread: spread.map {
      Proposal.Adjustment.Part(item: $0.0, index: $0.1, amount: RedressRenderingTests.amount($0.2))
    }, cutsInKind: cutsInKind, because: because)
}

func quote(
  _ name: String, label: String? = nil, policy: String = "carriage", currency: String = "CNY",
  _ proposals: [Proposal]
) -> Quote {
  Quote(
    caseName: name, caseLabel: label, policy: named(policy), edition: CivilDate("2026-01-01"),
    date: CivilDate("2026-03-05"), currency: Currency.named(currency) ?? Currency(code: currency, minorDigits: 2),
    claimant: customer,
    assumed: [], proposals: proposals, unknown: [])
}

func fact(
  _ name: String, _ value: String, _ origin: Explanation.Origin = .stated, label: String? = nil
) -> Explanation {
  Explanation(
    name: name, label: label, origin: origin, branch: nil, value: value, reason: nil, citations: [], because: [])
}

func ruling(
  _ name: String, _ value: String, branch: String? = nil, _ reason: String? = nil, _ citations: [Citation] = [],
  because: [Explanation]
) -> Explanation {
  Explanation(
    name: name, label: nil, origin: .ruling, branch: branch ?? name, value: value, reason: reason,
    citations: citations, because: because)
}
