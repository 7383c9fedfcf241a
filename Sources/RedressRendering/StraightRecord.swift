package import RedressEngine
package import RedressDiagnostics
import RedressValues

/// Writes what was settled straight through as records of a batch, the same bytes as for a quote: what names come to is
/// put into JSON once for a program.
package struct StraightRecord: Sendable {
  private let hasCodes: Bool
  /// All pieces, one after the other.
  private var bytes: [UInt8] = []
  /// `{"item":"repair","index":`, by item.
  private var items: [Range<Int>] = []
  /// `,"branches":["repair"]` and, behind no step and no bar, what closes a line; by branch.
  private var branches: [Range<Int>] = []
  private var plainBranches: [Range<Int>] = []
  /// `"repair"`, by branch.
  private var branchNames: [Range<Int>] = []
  /// `{"limit":"cap","amount":`, by limit.
  private var limits: [Range<Int>] = []

  /// Nil for records that are whole quotes.
  package init?(_ program: StraightProgram, reasons: BatchReasons) {
    guard reasons != .full else { return nil }
    hasCodes = reasons == .codes
    for name in program.itemNames {
      items.append(
        put {
          $0.append(piece: #"{"item":"#); $0.append(jsonString: name); $0.append(piece: #","index":"#)
        })
    }
    for name in program.limitNames {
      limits.append(
        put {
          $0.append(piece: #"{"limit":"#); $0.append(jsonString: name); $0.append(piece: #","amount":"#)
        })
    }
    for name in program.branchNames {
      branchNames.append(put { $0.append(jsonString: name) })
      let branch = put {
        $0.append(piece: #","branches":["#)
        $0.append(jsonString: name)
        $0.append(piece: "]")
      }
      let end = put { $0.append(piece: #","steps":[],"bars":[]}"#) }
      branches.append(branch)
      plainBranches.append(branch.lowerBound..<end.upperBound)
    }
  }

  private mutating func put(_ write: (inout [UInt8]) -> Void) -> Range<Int> {
    let start = bytes.count
    write(&bytes)
    return start..<bytes.count
  }

  /// A record on a line of its own.
  package func write(_ outcome: StraightOutcome, case name: String, to json: inout JSONWriter) {
    json.line { output in write(outcome, name, to: &output) }
  }

  private func write(_ outcome: StraightOutcome, _ name: String, to output: inout [UInt8]) {
    let places = outcome.currency.minorDigits
    output.append(piece: #"{"schema":"redress/batch/1","case":"#)
    output.append(jsonString: name)
    output.append(piece: #","currency":"#)
    output.append(jsonString: outcome.currency.code)
    output.append(piece: #","proposals":[{"choices":{},"lines":["#)
    for place in outcome.lines.indices {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      write(outcome.lines[place], of: outcome, places, to: &output)
    }
    output.append(piece: #"],"adjustments":["#)
    for place in outcome.adjustments.indices {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      write(outcome.adjustments[place], places, to: &output)
    }
    output.append(piece: #"],"totals":{"complete":true,"cash":"#)
    output.append(sums: outcome.totals, places: places)
    output.append(piece: #"}}],"unknown":[]}"#)
  }

  private func write(
    _ line: StraightOutcome.Line, of outcome: StraightOutcome, _ places: Int, to output: inout [UInt8]
  ) {
    output.append(items[line.item], of: bytes)
    output.append(jsonNumber: line.index)
    if line.element > 0 {
      output.append(piece: #","element":"#)
      output.append(jsonNumber: line.element)
    }
    output.append(piece: line.status.piece)
    output.append(piece: line.remedy.piece)
    output.append(piece: #","assessed":"#)
    output.append(amount: line.assessed, places: places)
    output.append(piece: #","payable":"#)
    output.append(amount: line.payable, places: places)
    guard hasCodes else {
      output.append(UInt8(ascii: "}"))
      return
    }
    if line.steps.isEmpty, !line.isBarred {
      output.append(plainBranches[Int(line.branch)], of: bytes)
      return
    }
    output.append(branches[Int(line.branch)], of: bytes)
    output.append(piece: #","steps":["#)
    for place in line.steps {
      if place > line.steps.lowerBound { output.append(UInt8(ascii: ",")) }
      output.append(branchNames[Int(outcome.stepBranches[place])], of: bytes)
    }
    output.append(piece: #"],"bars":["#)
    if line.isBarred { output.append(branchNames[Int(line.branch)], of: bytes) }
    output.append(piece: "]}")
  }

  private func write(_ adjustment: StraightOutcome.Adjustment, _ places: Int, to output: inout [UInt8]) {
    output.append(limits[adjustment.limit], of: bytes)
    output.append(amount: adjustment.amount, places: places)
    if hasCodes {
      output.append(piece: #","branch":"#)
      output.append(branchNames[Int(adjustment.branch)], of: bytes)
    }
    output.append(UInt8(ascii: "}"))
  }
}
