import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressValues

/// A short record of a batch as the writer of whole documents puts it down: what the quicker one is held against.
func plainRecord(of quote: Quote, reasons: BatchReasons) -> String {
  var json = JSONWriter(.compact)
  let digits = quote.currency.minorDigits
  json.object { json in
    json.member("schema", "redress/batch/1")
    json.member("case", quote.caseName)
    json.member("currency", quote.currency.code)
    json.array("proposals") { json in
      for proposal in quote.proposals { write(proposal, reasons, digits, to: &json) }
    }
    json.array("unknown") { json in for unknown in quote.unknown { json.element(unknown.fact) } }
  }
  return json.text
}

private func write(_ proposal: Proposal, _ reasons: BatchReasons, _ digits: Int, to json: inout JSONWriter) {
  json.object { json in
    json.object("choices") { json in
      for taken in proposal.choices { json.member(taken.choice.name, taken.option.name) }
    }
    json.array("lines") { json in
      for line in proposal.lines {
        json.object { json in
          json.member("item", line.item)
          json.member("index", line.index)
          if let element = line.element { json.member("element", element) }
          if let owedBy = line.owedBy { json.member("owed_by", owedBy) }
          json.member("status", line.status.rawValue)
          json.member("remedy", line.remedy?.rawValue)
          json.member("assessed", line.assessed?.fixedText(places: digits))
          json.member("payable", line.payable?.fixedText(places: digits))
          if reasons == .codes {
            json.array("branches") { json in for branch in line.branches { json.element(branch) } }
            json.array("steps") { json in for step in line.steps { json.element(step.branch) } }
            if !line.waived.isEmpty {
              json.array("waived") { json in for waiver in line.waived { json.element(waiver.branch) } }
            }
            json.array("bars") { json in for bar in line.bars { json.element(bar.branch) } }
          }
        }
      }
    }
    json.array("adjustments") { json in
      for adjustment in proposal.adjustments {
        json.object { json in
          json.member("limit", adjustment.limit.name)
          if let element = adjustment.element { json.member("element", element) }
          json.member("amount", adjustment.amount.fixedText(places: digits))
          if reasons == .codes { json.member("branch", adjustment.branch) }
        }
      }
    }
    if reasons == .codes, !proposal.waived.isEmpty {
      json.array("waived") { json in for limit in proposal.waived { json.element(limit.waiver.branch) } }
    }
    json.object("totals") { json in
      json.member("complete", proposal.totals.isComplete)
      json.member("cash", proposal.totals.cash.fixedText(places: digits))
      json.member("credit", proposal.totals.credit.fixedText(places: digits))
      json.member("in_kind", proposal.totals.inKind.fixedText(places: digits))
      json.member("payable", proposal.totals.payable.fixedText(places: digits))
      json.member("recovered", proposal.totals.recovered.fixedText(places: digits))
      json.member("net", proposal.totals.net.fixedText(places: digits))
    }
  }
}
