import RedressDiagnostics
import RedressEngine
import RedressValues

/// Writes what a limit changed as an element of an array.
func write(_ adjustment: Proposal.Adjustment, digits: Int, to json: inout JSONWriter) {
  json.object { json in
    json.member("limit", adjustment.limit.name)
    json.member("label", adjustment.limit.label)
    json.member("element", adjustment.element)
    json.member("step", adjustment.step)
    json.member("branch", adjustment.branch)
    json.member("amount", adjustment.amount.fixedText(places: digits))
    json.member("reason", adjustment.reason)
    write(adjustment.citations, to: &json)
    json.object("spread") { json in
      for part in adjustment.spread {
        json.member("\(part.item)#\(part.index)", part.amount.fixedText(places: digits))
      }
    }
    json.member("cuts_in_kind", adjustment.cutsInKind)
    write(adjustment.because, depth: 1, to: &json)
  }
}

/// Writes a waived step of a limit as an element of an array.
func write(_ limit: Proposal.LimitWaiver, to json: inout JSONWriter) {
  json.object { json in
    json.member("limit", limit.limit.name)
    json.member("label", limit.limit.label)
    json.member("element", limit.element)
    members(of: limit.waiver, to: &json)
  }
}

/// Writes what may be claimed back as an element of an array.
func write(_ recourse: Proposal.Recourse, digits: Int, to json: inout JSONWriter) {
  json.object { json in
    json.member("name", recourse.name)
    json.member("label", recourse.label)
    json.member("from", recourse.from.name)
    json.member("amount", recourse.amount?.fixedText(places: digits))
    json.member("branch", recourse.branch)
    json.member("reason", recourse.reason)
    write(recourse.citations, to: &json)
    json.array("steps") { json in for step in recourse.steps { write(step, digits: digits, to: &json) } }
    json.array("waived") { json in for waiver in recourse.waived { write(waiver, to: &json) } }
    write(recourse.needs, to: &json)
    write(recourse.range, "range", digits: digits, to: &json)
    write(recourse.because, depth: 1, to: &json)
  }
}

/// Writes a figure as an element of an array.
func write(_ figure: Proposal.Figure, in currency: Currency, to json: inout JSONWriter) {
  json.object { json in
    json.member("name", figure.name)
    json.member("label", figure.label)
    json.member("value", figure.needs.isEmpty ? figure.value : nil)
    json.member("amount", amount(of: figure, in: currency)?.fixedText(places: currency.minorDigits))
    json.member("branch", figure.branch)
    json.member("reason", figure.reason)
    write(figure.citations, to: &json)
    write(figure.needs, to: &json)
    write(figure.because, depth: 1, to: &json)
  }
}

/// The sum a figure is; nil for every other, and for sums in another currency.
private func amount(of figure: Proposal.Figure, in currency: Currency) -> Rational? {
  guard case .quantity(let unit) = figure.type, unit.isMoney(in: currency.code) else { return nil }
  return figure.number
}
