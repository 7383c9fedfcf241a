package import RedressDiagnostics
package import RedressEngine
import RedressValues

extension StraightQuote {
  /// A quote on a line of its own; false, and nothing is done, where its words depend on the claim.
  ///
  /// - Parameter facts: what was settled, by an evaluator that collects what whole quotes say.
  package func write(
    _ outcome: StraightOutcome, of facts: Facts, case name: String, to json: inout JSONWriter
  ) -> Bool {
    guard hasWords(for: outcome) else { return false }
    json.line { output in write(outcome, facts, name, to: &output) }
    return true
  }

  private func hasWords(for outcome: StraightOutcome) -> Bool {
    for place in outcome.lines.indices {
      let line = outcome.lines[place]
      if items[line.item] == nil || branches[Int(line.branch)] == nil { return false }
    }
    for branch in outcome.stepBranches where branches[Int(branch)] == nil { return false }
    for adjustment in outcome.adjustments
    where limits[adjustment.limit] == nil || branches[Int(adjustment.branch)] == nil {
      return false
    }
    for fact in outcome.assumedFacts where facts[fact] == nil { return false }
    for cell in outcome.assumedCells where fields[cell.record][cell.field] == nil { return false }
    return true
  }

  private func write(_ outcome: StraightOutcome, _ facts: Facts, _ name: String, to output: inout [UInt8]) {
    output.append(piece: #"{"schema":"redress/quote/1","case":"#)
    output.append(jsonString: name)
    output.append(policy, of: bytes)
    if let date = outcome.date { output.append(jsonString: date.description) } else { output.append(piece: "null") }
    output.append(piece: #","currency":"#)
    output.append(jsonString: outcome.currency.code)
    output.append(piece: #","assumed":["#)
    writeAssumed(outcome, facts, to: &output)
    output.append(piece: #"],"proposals":[{"choices":{},"preferred":true,"lines":["#)
    for place in outcome.lines.indices { writeLine(place, of: outcome, facts, to: &output) }
    output.append(piece: #"],"adjustments":["#)
    for place in outcome.adjustments.indices {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      write(outcome.adjustments[place], of: outcome, to: &output)
    }
    output.append(piece: #"],"waived":[],"recourse":[],"figures":[],"totals":{"complete":true,"claimed":"#)
    write(outcome.totals, places: outcome.currency.minorDigits, to: &output)
    output.append(
      piece: #"},"authority":null,"authorities":[],"approvals":[],"deadlines":[],"notes":[]}],"unknown":[]}"#)
  }

  private func write(_ totals: StraightOutcome.Totals, places: Int, to output: inout [UInt8]) {
    output.append(amount: totals.claimed, places: places)
    output.append(piece: #","cash":"#)
    output.append(sums: totals, places: places)
  }

  /// Defaults that something read.
  private func writeAssumed(_ outcome: StraightOutcome, _ facts: Facts, to output: inout [UInt8]) {
    var isFirst = true
    // Fields of one row stand beside each other.
    var named: StraightOutcome.Cell?
    var row = ""
    for fact in outcome.assumedFacts {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      output.append(self.facts[fact] ?? 0..<0, of: bytes)
    }
    for cell in outcome.assumedCells {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      output.append(piece: #"{"fact":"#)
      if named?.record != cell.record || named?.row != cell.row {
        named = cell
        row = facts.rowName(cell.row, of: cell.record, in: schema) ?? ""
      }
      output.append(jsonString: row)
      // The field's name goes on in the same string.
      output.removeLast()
      output.append(fields[cell.record][cell.field] ?? 0..<0, of: bytes)
    }
  }

  // MARK: Lines

  private func writeLine(
    _ place: Int, of outcome: StraightOutcome, _ facts: Facts, to output: inout [UInt8]
  ) {
    let line = outcome.lines[place]
    let places = outcome.currency.minorDigits
    guard let item = items[line.item], let branch = branches[Int(line.branch)] else { return }
    if place > 0 { output.append(UInt8(ascii: ",")) }
    output.append(item.opening, of: bytes)
    output.append(jsonNumber: line.index)
    if line.element > 0 {
      output.append(piece: #","element":"#)
      output.append(jsonNumber: line.element)
    } else {
      output.append(piece: #","element":null"#)
    }
    output.append(item.label, of: bytes)
    output.append(piece: line.remedy.piece)
    output.append(item.payee, of: bytes)
    output.append(piece: line.status.piece)
    if isOnly(place, of: outcome), let claimed = facts.claimed[line.item] {
      output.append(piece: #","claimed":"#)
      output.append(amount: claimed, places: places)
      output.append(piece: #","assessed":"#)
    } else {
      output.append(piece: #","claimed":null,"assessed":"#)
    }
    output.append(amount: line.assessed, places: places)
    output.append(piece: #","payable":"#)
    output.append(amount: line.payable, places: places)
    if line.steps.isEmpty, !line.isBarred { return output.append(branch.plainLine, of: bytes) }
    output.append(branch.line, of: bytes)
    for step in line.steps {
      if step > line.steps.lowerBound { output.append(UInt8(ascii: ",")) }
      write(outcome.stepDetails[step], outcome.stepBranches[step], of: outcome, to: &output)
    }
    output.append(piece: #"],"waived":[],"bars":["#)
    if line.isBarred { output.append(branch.bar, of: bytes) }
    output.append(
      piece: #"],"owed_by":null,"right":null,"discretion":null,"needs":[],"range":null,"because":[]}"#)
  }

  /// Whether an item has this one line.
  private func isOnly(_ place: Int, of outcome: StraightOutcome) -> Bool {
    let lines = outcome.lines
    return lines[place].index == 1 && (place + 1 == lines.count || lines[place + 1].item != lines[place].item)
  }

  private func write(
    _ step: StraightOutcome.StepDetail, _ deciding: Int32, of outcome: StraightOutcome, to output: inout [UInt8]
  ) {
    let places = outcome.currency.minorDigits
    guard let branch = branches[Int(deciding)] else { return }
    output.append(steps[step.step].opening, of: bytes)
    output.append(branch.name, of: bytes)
    output.append(piece: #","change":"#)
    output.append(amount: step.change, places: places)
    output.append(branch.reason, of: bytes)
    if step.shares.isEmpty { return output.append(piece: #","shares":null}"#) }
    output.append(piece: #","shares":{"#)
    for place in step.shares {
      if place > step.shares.lowerBound { output.append(UInt8(ascii: ",")) }
      output.append(parties[outcome.shares[place].party], of: bytes)
      output.append(amount: outcome.shares[place].amount, places: places)
    }
    output.append(piece: "}}")
  }

  // MARK: Limits

  private func write(
    _ adjustment: StraightOutcome.Adjustment, of outcome: StraightOutcome, to output: inout [UInt8]
  ) {
    let places = outcome.currency.minorDigits
    guard let limit = limits[adjustment.limit], let branch = branches[Int(adjustment.branch)] else { return }
    output.append(limit, of: bytes)
    output.append(steps[adjustment.step].words, of: bytes)
    output.append(piece: #","branch":"#)
    output.append(branch.name, of: bytes)
    output.append(piece: #","amount":"#)
    output.append(amount: adjustment.amount, places: places)
    output.append(branch.reason, of: bytes)
    output.append(piece: #","spread":{"#)
    var cutsInKind = false
    for place in adjustment.parts {
      let part = outcome.parts[place]
      let line = outcome.lines[part.line]
      if part.amount.isNegative, line.remedy?.isInKind == true { cutsInKind = true }
      if place > adjustment.parts.lowerBound { output.append(UInt8(ascii: ",")) }
      output.append(items[line.item]?.name ?? 0..<0, of: bytes)
      output.append(jsonNumber: line.index)
      output.append(piece: #"":"#)
      output.append(amount: part.amount, places: places)
    }
    output.append(
      piece: cutsInKind ? #"},"cuts_in_kind":true,"because":[]}"# : #"},"cuts_in_kind":false,"because":[]}"#)
  }
}
