package import RedressDiagnostics
package import RedressEngine
import RedressValues

/// A quote as JSON for other systems: a document of the schema `redress/quote/1`, spread over rows, without a line
/// break at its end.
///
/// Every key is always there, null or empty where there is nothing to say; amounts are decimal strings with the
/// decimals of the quote's currency.
///
/// - Parameter fingerprint: of the rules the quote was made with, `sha256:…`.
package func json(of quote: Quote, fingerprint: String) -> String {
  var json = JSONWriter(.pretty)
  write(quote, fingerprint: fingerprint, to: &json)
  return json.text
}

/// Writes a quote as the next value of a longer document: an element of an array, or a line of its own.
package func write(_ quote: Quote, fingerprint: String, to json: inout JSONWriter) {
  json.object { json in
    json.member("schema", quoteSchemaName)
    json.member("case", quote.caseName)
    json.object("policy") { json in
      json.member("name", quote.policy.name)
      json.member("edition", quote.edition?.description)
      json.member("fingerprint", fingerprint)
    }
    json.member("date", quote.date?.description)
    json.member("currency", quote.currency.code)
    json.array("assumed") { json in
      for assumption in quote.assumed {
        json.object { json in
          json.member("fact", assumption.fact)
          json.member("value", assumption.value)
        }
      }
    }
    json.array("proposals") { json in
      for proposal in quote.proposals { write(proposal, in: quote.currency, to: &json) }
    }
    json.array("unknown") { json in
      for unknown in quote.unknown {
        json.object { json in
          json.member("fact", unknown.fact)
          json.member("label", unknown.label)
          json.member("proved_by", unknown.provedBy)
          json.array("affects") { json in for name in unknown.affects { json.element(name) } }
        }
      }
    }
  }
}

/// What documents of this shape say in their first member.
let quoteSchemaName = "redress/quote/1"

private func write(_ proposal: Proposal, in currency: Currency, to json: inout JSONWriter) {
  let digits = currency.minorDigits
  json.object { json in
    json.object("choices") { json in
      for taken in proposal.choices { json.member(taken.choice.name, taken.option.name) }
    }
    json.member("preferred", proposal.isPreferred)
    json.array("lines") { json in
      for line in proposal.lines { write(line, digits: digits, to: &json) }
    }
    json.array("adjustments") { json in
      for adjustment in proposal.adjustments { write(adjustment, digits: digits, to: &json) }
    }
    json.array("waived") { json in for limit in proposal.waived { write(limit, to: &json) } }
    json.array("recourse") { json in
      for recourse in proposal.recourse { write(recourse, digits: digits, to: &json) }
    }
    json.array("figures") { json in
      for figure in proposal.figures { write(figure, in: currency, to: &json) }
    }
    write(proposal.totals, digits: digits, to: &json)
    if let authority = proposal.authorities.first {
      json.object("authority") { json in members(of: authority, to: &json) }
    } else {
      json.null("authority")
    }
    json.array("authorities") { json in
      for authority in proposal.authorities { write(authority, to: &json) }
    }
    json.array("approvals") { json in for approval in proposal.approvals { write(approval, to: &json) } }
    json.array("deadlines") { json in
      for deadline in proposal.deadlines {
        json.object { json in
          json.member("name", deadline.name)
          json.member("label", deadline.label)
          json.member("at", deadline.at)
          json.member("reason", deadline.reason)
        }
      }
    }
    json.array("notes") { json in for note in proposal.notes { write(note, to: &json) } }
  }
}

private func write(_ totals: Proposal.Totals, digits: Int, to json: inout JSONWriter) {
  json.object("totals") { json in
    json.member("complete", totals.isComplete)
    json.member("claimed", totals.claimed.fixedText(places: digits))
    json.member("cash", totals.cash.fixedText(places: digits))
    json.member("credit", totals.credit.fixedText(places: digits))
    json.member("in_kind", totals.inKind.fixedText(places: digits))
    json.member("payable", totals.payable.fixedText(places: digits))
    json.member("recovered", totals.recovered.fixedText(places: digits))
    json.member("net", totals.net.fixedText(places: digits))
  }
}

private func write(_ remark: Proposal.Remark, to json: inout JSONWriter) {
  json.object { json in members(of: remark, to: &json) }
}

private func members(of remark: Proposal.Remark, to json: inout JSONWriter) {
  json.member("name", remark.name)
  json.member("label", remark.label)
  json.member("reason", remark.reason)
  json.member("uncertain", remark.isUncertain)
}
