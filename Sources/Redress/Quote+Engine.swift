import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressValues

extension Quote {
  init(_ quote: RedressEngine.Quote, reasons: Reasons, fingerprint: String) {
    caseName = quote.caseName
    edition = quote.edition?.description
    currency = quote.currency.code
    proposals = quote.proposals.map { Proposal($0, in: quote.currency) }
    unknownFacts = quote.unknown.map(\.fact)
    var json = JSONWriter(.compact)
    write(record: quote, reasons: reasons.ofRecord, fingerprint: fingerprint, to: &json)
    // A record ends its line; a document by itself does not.
    self.json = json.bytes.last == UInt8(ascii: "\n") ? json.bytes.dropLast() : json.bytes
  }
}

extension Reasons {
  fileprivate var ofRecord: BatchReasons {
    switch self {
    case .none: .none
    case .codes: .codes
    case .full, .explained: .full
    }
  }
}

extension Proposal {
  fileprivate init(_ proposal: RedressEngine.Proposal, in currency: Currency) {
    choices = proposal.choices.map { Choice(name: $0.choice.name, option: $0.option.name) }
    isPreferred = proposal.isPreferred
    lines = proposal.lines.map { Line($0, in: currency) }
    adjustments = proposal.adjustments.map { adjustment in
      Adjustment(
        limit: adjustment.limit.name, element: adjustment.element, amount: Amount(adjustment.amount, in: currency))
    }
    totals = Totals(proposal.totals, in: currency)
  }
}

extension Proposal.Totals {
  fileprivate init(_ totals: RedressEngine.Proposal.Totals, in currency: Currency) {
    isComplete = totals.isComplete
    claimed = Amount(totals.claimed, in: currency)
    cash = Amount(totals.cash, in: currency)
    credit = Amount(totals.credit, in: currency)
    inKind = Amount(totals.inKind, in: currency)
    payable = Amount(totals.payable, in: currency)
    recovered = Amount(totals.recovered, in: currency)
    net = Amount(totals.net, in: currency)
  }
}

extension Line {
  fileprivate init(_ line: RedressEngine.Line, in currency: Currency) {
    item = line.item
    index = line.index
    element = line.element
    label = line.label
    status = Status(line.status)
    remedy = line.remedy?.rawValue
    owedBy = line.owedBy
    claimed = line.claimed.map { Amount($0, in: currency) }
    assessed = line.assessed.map { Amount($0, in: currency) }
    payable = line.payable.map { Amount($0, in: currency) }
    branches = line.branches
    reason = line.reason
  }
}

extension Line.Status {
  fileprivate init(_ status: RedressEngine.Line.Status) {
    self =
      switch status {
      case .granted: .granted
      case .reduced: .reduced
      case .denied: .denied
      case .proposed: .proposed
      case .pending: .pending
      }
  }
}
