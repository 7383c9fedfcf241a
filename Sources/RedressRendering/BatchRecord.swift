package import RedressDiagnostics
package import RedressEngine
import RedressValues

/// How much of the reasons a record of a batch carries.
package enum BatchReasons: String, Sendable, CaseIterable {
  /// Amounts and statuses.
  case none
  /// The branches that decided, too.
  case codes
  /// Everything a quote says but the explanations of the lines: a document of `redress/quote/1`.
  case full

  /// What a quote must say to be written so.
  package var detail: QuoteDetail { self == .full ? .reasons : .codes }
}

/// Writes a quote as one record of a batch, on a line of its own: a document of `redress/batch/1`, or with full reasons
/// of `redress/quote/1`.
package func write(
  record quote: Quote, reasons: BatchReasons, fingerprint: String, to json: inout JSONWriter
) {
  if reasons == .full {
    write(quote, fingerprint: fingerprint, to: &json)
    json.lineBreak()
  } else {
    let record = BatchRecord(hasCodes: reasons == .codes, places: quote.currency.minorDigits)
    json.line { bytes in record.write(quote, to: &bytes) }
  }
}

/// Writes short records piece by piece: a batch has millions of them, so nothing stands between the amounts and their
/// digits.
private struct BatchRecord {
  let hasCodes: Bool
  /// The decimals of amounts.
  let places: Int

  func write(_ quote: Quote, to bytes: inout [UInt8]) {
    bytes.append(piece: #"{"schema":"redress/batch/1","case":"#)
    bytes.append(jsonString: quote.caseName)
    bytes.append(piece: #","currency":"#)
    bytes.append(jsonString: quote.currency.code)
    bytes.append(piece: #","proposals":"#)
    array(quote.proposals, to: &bytes) { proposal, bytes in write(proposal, to: &bytes) }
    bytes.append(piece: #","unknown":"#)
    array(quote.unknown, to: &bytes) { unknown, bytes in bytes.append(jsonString: unknown.fact) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func write(_ proposal: Proposal, to bytes: inout [UInt8]) {
    bytes.append(piece: #"{"choices":{"#)
    for (position, taken) in proposal.choices.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(jsonString: taken.choice.name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(jsonString: taken.option.name)
    }
    bytes.append(piece: #"},"lines":"#)
    array(proposal.lines, to: &bytes) { line, bytes in write(line, to: &bytes) }
    bytes.append(piece: #","adjustments":"#)
    array(proposal.adjustments, to: &bytes) { adjustment, bytes in write(adjustment, to: &bytes) }
    if hasCodes, !proposal.waived.isEmpty {
      bytes.append(piece: #","waived":"#)
      array(proposal.waived, to: &bytes) { limit, bytes in bytes.append(jsonString: limit.waiver.branch) }
    }
    write(proposal.totals, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private func write(_ line: Line, to bytes: inout [UInt8]) {
    bytes.append(piece: #"{"item":"#)
    bytes.append(jsonString: line.item)
    bytes.append(piece: #","index":"#)
    bytes.append(jsonNumber: line.index)
    if let element = line.element {
      bytes.append(piece: #","element":"#)
      bytes.append(jsonNumber: element)
    }
    if let owedBy = line.owedBy {
      bytes.append(piece: #","owed_by":"#)
      bytes.append(jsonString: owedBy)
    }
    bytes.append(piece: line.status.piece)
    bytes.append(piece: line.remedy.piece)
    bytes.append(piece: #","assessed":"#)
    bytes.append(amount: line.assessed, places: places)
    bytes.append(piece: #","payable":"#)
    bytes.append(amount: line.payable, places: places)
    if hasCodes {
      bytes.append(piece: #","branches":"#)
      array(line.branches, to: &bytes) { branch, bytes in bytes.append(jsonString: branch) }
      bytes.append(piece: #","steps":"#)
      array(line.steps, to: &bytes) { step, bytes in bytes.append(jsonString: step.branch) }
      if !line.waived.isEmpty {
        bytes.append(piece: #","waived":"#)
        array(line.waived, to: &bytes) { waiver, bytes in bytes.append(jsonString: waiver.branch) }
      }
      bytes.append(piece: #","bars":"#)
      array(line.bars, to: &bytes) { bar, bytes in bytes.append(jsonString: bar.branch) }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func write(_ adjustment: Proposal.Adjustment, to bytes: inout [UInt8]) {
    bytes.append(piece: #"{"limit":"#)
    bytes.append(jsonString: adjustment.limit.name)
    if let element = adjustment.element {
      bytes.append(piece: #","element":"#)
      bytes.append(jsonString: element)
    }
    bytes.append(piece: #","amount":"#)
    bytes.append(amount: adjustment.amount, places: places)
    if hasCodes {
      bytes.append(piece: #","branch":"#)
      bytes.append(jsonString: adjustment.branch)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func write(_ totals: Proposal.Totals, to bytes: inout [UInt8]) {
    bytes.append(
      piece: totals.isComplete
        ? #","totals":{"complete":true,"cash":"# : #","totals":{"complete":false,"cash":"#)
    bytes.append(
      cash: totals.cash, credit: totals.credit, inKind: totals.inKind, payable: totals.payable,
      recovered: totals.recovered, net: totals.net, places: places)
    bytes.append(UInt8(ascii: "}"))
  }

  private func array<Element>(
    _ elements: [Element], to bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(element, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

extension Line.Status {
  /// `,"status":"granted"`.
  var piece: StaticString {
    switch self {
    case .granted: #","status":"granted""#
    case .reduced: #","status":"reduced""#
    case .denied: #","status":"denied""#
    case .proposed: #","status":"proposed""#
    case .pending: #","status":"pending""#
    }
  }
}

extension Remedy? {
  /// `,"remedy":"cash"`.
  var piece: StaticString {
    switch self {
    case nil: #","remedy":null"#
    case .cash: #","remedy":"cash""#
    case .credit: #","remedy":"credit""#
    case .reshipment: #","remedy":"reshipment""#
    case .replacement: #","remedy":"replacement""#
    case .repair: #","remedy":"repair""#
    case .voucher: #","remedy":"voucher""#
    }
  }
}
