import RedressDiagnostics
import RedressSyntax
import RedressValues

// The wording for values that are not of the kind their fact takes.
extension CaseProblem {
  static func wrongType(_ target: Target, _ written: Written, _ wanted: Wanted) -> Diagnostic {
    let name = "`\(target.name)`"
    let found = "`\(written.text)`"
    let (message, label, help): (String, String, String)
    switch wanted {
    case .yesOrNo:
      message = "\(name) is answered by \(written.isJSON ? "`true` or `false`" : "yes or no"), not by \(found)"
      label = "yes or no is expected"
      help =
        switch written.notation {
        case .json: "write `true` or `false`, without quotation marks"
        case .caseFile: "write `\(target.name) yes` or `\(target.name) no`"
        case .option: "write `--set \(target.name)=yes` or `--set \(target.name)=no`"
        }
    case .words(let words), .options(let words):
      message = "\(name) takes one of the policy's words, not \(found)"
      label = "a word is expected"
      let quoted = words.first { "\"\($0)\"" == written.text }
      help =
        if let quoted, !written.isJSON {
          "write it without quotation marks: `\(quoted)`"
        } else {
          list("it can be", written.isJSON ? words.map { "\"\($0)\"" } : words)
        }
    case .quantity(let unit):
      (message, help) = quantityWording(name, found, unit, written)
      label = unit.isNumber ? "a number is expected" : "a number with its unit is expected"
    case .date:
      message = "\(name) is a date, not \(found)"
      label = "a date is expected"
      help =
        CivilTime(written.text) == nil
        ? "write year, month and day: `2026-03-05`"
        : "leave the time of day out: `\(written.text.prefix(10))`"
    case .time:
      message = "\(name) is a time, not \(found)"
      label = "a time is expected"
      help = "write the day and the time of day: `2026-03-05 14:00`"
    case .text:
      message = "\(name) is a text, and \(found) is not written as one"
      label = "a text is expected"
      help = "put it in quotation marks: `\"\(written.text)\"`"
    case .rows(let columns):
      message = "\(name) is a list, not \(found)"
      label = "rows are expected"
      help = rowsHelp(target, columns, written.notation)
    }
    return Diagnostic(
      code: "R0403", message: message, primary: .init(written.span, label), secondary: declaration(of: target),
      helps: [help])
  }

  /// Message and help for what is no quantity, by what was probably meant.
  private static func quantityWording(
    _ name: String, _ found: String, _ unit: Unit, _ written: Written
  ) -> (message: String, help: String) {
    let quote = written.isJSON ? "\"" : ""
    let figures = written.text.prefix { $0.isNumber || $0 == "," || $0 == "，" || $0 == "." || $0 == "_" }
    if figures.contains(where: { $0 == "," || $0 == "，" }) {
      let plain = String(figures.map { $0 == "," || $0 == "，" ? "_" : $0 })
      return (
        "\(name) has a comma in its number: \(found)",
        "digits are grouped with `_`, and a point is the decimal mark: `\(quote)\(unit.example(of: plain))\(quote)`"
      )
    }
    if written.isJSON, !figures.isEmpty, figures.count == written.text.count {
      return (
        "\(name) is \(unit.describedForCase), and \(found) stands alone",
        "write it in quotation marks, with its unit: `\"\(unit.example(of: written.text))\"`"
      )
    }
    return (
      "\(name) is \(unit.describedForCase), not \(found)",
      "write for example `\(quote)\(unit.example(of: "3"))\(quote)`"
    )
  }

  private static func rowsHelp(_ target: Target, _ columns: [String], _ notation: Written.Notation) -> String {
    switch notation {
    case .json:
      let members = columns.prefix(2).map { "\"\($0)\": …" }.joined(separator: ", ")
      return "write an array with an object for each element: `[ { \(members) } ]`"
    case .caseFile:
      return "below the name write the columns, `| \(columns.joined(separator: " | ")) |`, and a row for each element"
    case .option:
      return "an option states one value: `--set '\(target.name)[1].\(columns.first ?? "…")=…'`; "
        + "the number of rows is for the case to say"
    }
  }

  // MARK: Units

  static func unitUnfitting(
    _ target: Target, _ written: Written, _ number: String, _ found: Unit, _ wanted: Unit
  ) -> Diagnostic {
    let help: String
    if let currency = wanted.currencyCode, let other = found.currencyCode {
      help = "state the amount in \(currency); a rate from \(other) to \(currency) is for the policy to name"
    } else if found.isPlainPercent, wanted.isNumber, let points = try? Rational(decimal: number.drop { $0 == "-" }),
      let share = try? points / Rational(100)
    {
      help = "write `\(number.hasPrefix("-") ? "-" : "")\(share.decimalText(upTo: 12))`, or drop the `%`"
    } else {
      help = "write for example `\(wanted.example(of: number))` if that is meant"
    }
    return Diagnostic(
      code: "R0405", message: "`\(target.name)` is \(wanted.describedForCase), and `\(written.text)` is not",
      primary: .init(written.span, "this is \(found.describedForCase)"), secondary: declaration(of: target),
      helps: [help])
  }
}

extension Unit {
  /// What a quantity of this unit is, in a sentence: `in kg`, `a plain number`, `a percentage`.
  var describedForCase: String {
    if isNumber { return "a plain number" }
    if isPlainPercent { return "a percentage" }
    if isMoney(in: Currency.ofTheCase.code) { return "a sum of money" }
    return "in \(name)"
  }
}
