import RedressDiagnostics
import RedressEngine
import RedressValues

/// Writes a line of a proposal as an element of an array.
func write(_ line: Line, digits: Int, to json: inout JSONWriter) {
  json.object { json in
    json.member("item", line.item)
    json.member("index", line.index)
    if let element = line.element { json.member("element", element) } else { json.null("element") }
    json.member("label", line.label)
    json.member("class", line.itemClass.rawValue)
    json.member("remedy", remedy(of: line))
    json.member("payee", line.payee.name)
    json.member("status", line.status.rawValue)
    json.member("claimed", line.claimed?.fixedText(places: digits))
    json.member("assessed", line.assessed?.fixedText(places: digits))
    json.member("payable", line.payable?.fixedText(places: digits))
    json.member("branch", line.branch)
    json.member("reason", line.reason)
    write(line.citations, to: &json)
    json.array("steps") { json in for step in line.steps { write(step, digits: digits, to: &json) } }
    json.array("waived") { json in for waiver in line.waived { write(waiver, to: &json) } }
    json.array("bars") { json in for bar in line.bars { write(bar, to: &json) } }
    json.member("owed_by", line.owedBy)
    json.member("right", line.right)
    write(line.discretion, "discretion", digits: digits, to: &json)
    write(line.needs, to: &json)
    write(line.range, "range", digits: digits, to: &json)
    write(line.because, depth: 1, to: &json)
  }
}

/// What is given: apologies and rights take the place of a remedy.
private func remedy(of line: Line) -> String? {
  if line.isApology { return "apology" }
  return line.right == nil ? line.remedy?.rawValue : "right"
}

/// A range as the next member; null where there is none.
func write(_ range: Line.Span?, _ key: String, digits: Int, to json: inout JSONWriter) {
  guard let range else { return json.null(key) }
  json.object(key) { json in
    json.member("low", range.low?.fixedText(places: digits))
    json.member("high", range.high?.fixedText(places: digits))
  }
}

func write(_ needs: [Need], to json: inout JSONWriter) {
  json.array("needs") { json in
    for need in needs {
      json.object { json in
        json.member("fact", need.fact)
        json.member("label", need.label)
        json.member("proved_by", need.provedBy)
      }
    }
  }
}

func write(_ step: Line.Step, digits: Int, to json: inout JSONWriter) {
  json.object { json in
    json.member("step", step.step)
    json.member("name", step.name)
    json.member("branch", step.branch)
    json.member("change", step.change.fixedText(places: digits))
    json.member("reason", step.reason)
    write(step.citations, to: &json)
    if step.shares.isEmpty {
      json.null("shares")
    } else {
      json.object("shares") { json in
        for share in step.shares { json.member(share.party.name, share.amount.fixedText(places: digits)) }
      }
    }
  }
}

func write(_ waiver: Line.Waiver, to json: inout JSONWriter) {
  json.object { json in members(of: waiver, to: &json) }
}

func members(of waiver: Line.Waiver, to json: inout JSONWriter) {
  json.member("step", waiver.step)
  json.member("name", waiver.name)
  json.member("branch", waiver.branch)
  json.member("reason", waiver.reason)
  write(waiver.citations, to: &json)
}

private func write(_ bar: Line.Bar, to json: inout JSONWriter) {
  json.object { json in
    json.member("bar", bar.bar.name)
    json.member("label", bar.bar.label)
    json.member("branch", bar.branch)
    json.member("reason", bar.reason)
    write(bar.citations, to: &json)
  }
}

func write(_ citations: [Citation], to json: inout JSONWriter) {
  json.array("citations") { json in
    for citation in citations {
      json.object { json in
        json.member("source", citation.source)
        json.member("place", citation.place)
        json.member("text", citation.text)
      }
    }
  }
}

func write(_ because: [Explanation], depth: Int, to json: inout JSONWriter) {
  json.array("because") { json in
    guard depth <= deepestExplanation else { return }
    for explanation in because {
      json.object { json in
        json.member("name", explanation.name)
        json.member("branch", explanation.branch)
        json.member("value", explanation.value)
        json.member("reason", explanation.reason)
        json.member("lost", explanation.isLost)
        write(explanation.because, depth: depth + 1, to: &json)
      }
    }
  }
}
