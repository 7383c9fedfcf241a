import RedressSyntax

extension ExpressionSyntax {
  /// The expression as people write it, for messages that quote it; very long ones are cut short.
  var written: String {
    var writer = ExpressionWriter()
    writer.write(self)
    return writer.text
  }

  /// The same, in brackets where it is made of several parts.
  var writtenAsPart: String {
    switch form {
    case .binary, .rounded, .forEvery, .aggregate, .shifted, .shiftedBusinessDays, .oneOf, .unary: "(\(written))"
    default: written
    }
  }
}

extension QuantitySyntax {
  /// `8.33 XDR per kg`.
  var written: String {
    var text = number.text + (isPercent ? "%" : "")
    guard let unit else { return text }
    if let numerator = unit.numerator { text += " " + numerator.text }
    for divisor in unit.divisors {
      text += " per " + (divisor.count.map { $0.text + " " } ?? "") + divisor.word.text
    }
    return text
  }
}

private struct ExpressionWriter {
  /// Longer quotations help nobody.
  private static let longest = 120
  var text = ""

  mutating func write(_ expression: ExpressionSyntax) {
    guard text.utf8.count < Self.longest else {
      if !text.hasSuffix("…") { text += "…" }
      return
    }
    switch expression.form {
    case .quantity(let quantity): text += quantity.written
    case .date(let date), .time(let date): text += date
    case .text(let words): text += "\"\(words.plain ?? "…")\""
    case .yesNo(let isYes): text += isYes ? "yes" : "no"
    case .it: text += "it"
    case .otherwise: text += "otherwise"
    case .name(let name): text += name.text
    case .call(let name, let arguments):
      text += name.text + "("
      write(arguments)
      text += ")"
    case .field(let inner, let name):
      write(inner)
      text += "." + name.text
    case .unary(let op, let inner):
      text += op == .minus ? "-" : "not "
      write(inner)
    case .binary(let op, _, let left, let right):
      write(left)
      text += " \(op.rawValue) "
      write(right)
    case .oneOf(let subject, let isNegated, let others):
      write(subject)
      text += isNegated ? " = none of (" : " = any of ("
      write(others)
      text += ")"
    case .rounded(let value, let mode, let step):
      write(value)
      text += " rounded \(mode.map { $0.mode.written + " " } ?? "")to "
      write(step)
    case .forEvery(let rate, let period, let quantity, let part):
      write(rate)
      text += " for every \(period.written) of "
      write(quantity)
      text += ", part \(part.written)"
    case .aggregate(let aggregate, let body, let loop):
      text += aggregate.written + " of "
      write(body)
      text += " for each "
      write(loop)
    case .extreme(let extreme, let elements):
      text += extreme == .largest ? "largest of (" : "smallest of ("
      write(elements)
      text += ")"
    case .count(let loop):
      text += "count "
      write(loop)
    case .any(let loop):
      text += "any "
      write(loop)
    case .shifted(let amount, let isBefore, let base):
      write(amount)
      text += isBefore ? " before " : " after "
      write(base)
    case .elapsed(let unit, let isStarted, let from, let to):
      text += "\(isStarted ? "started" : "whole") \(unit == .months ? "months" : "years") from "
      write(from)
      text += " to "
      write(to)
    case .weekdayOf(let inner):
      text += "weekday of "
      write(inner)
    case .dateOf(let inner):
      text += "date of "
      write(inner)
    case .stated(let inner, let isNegated):
      write(inner)
      text += isNegated ? " is not stated" : " is stated"
    case .shareOf(let party, let split): text += "share of \(party.text) in \(split.text)"
    case .itemAmount(let amount, let item): text += "\(amount.written) of \(item.text)"
    case .totalOf(let name): text += "total of \(name.text)"
    case .totalTo(let name): text += "total to \(name.text)"
    case .bracketed(let inner):
      text += "("
      write(inner)
      text += ")"
    case .on(let value, let day):
      write(value)
      text += " on "
      write(day)
    case .shiftedBusinessDays(let amount, let isBefore, let base, let calendar):
      write(amount)
      text += " business days \(isBefore ? "before" : "after") "
      write(base)
      write(calendar)
    case .businessDays(let from, let to, let calendar):
      text += "business days from "
      write(from)
      text += " to "
      write(to)
      write(calendar)
    case .accrued(let rate, let from, let to, let over):
      text += "accrued \(rate.text) from "
      write(from)
      text += " to "
      write(to)
      text += over.map { " over " + $0.text } ?? ""
    case .positionOf(let variable): text += "position of " + variable.text
    case .missing: text += "…"
    }
  }

  private mutating func write(_ calendar: Name?) {
    text += calendar.map { " in " + $0.text } ?? ""
  }

  private mutating func write(_ list: [ExpressionSyntax]) {
    for (index, expression) in list.enumerated() {
      if index > 0 { text += ", " }
      write(expression)
    }
  }

  private mutating func write(_ loop: LoopSyntax) {
    text += "\(loop.variable.text) in \(loop.path.map(\.text).joined(separator: "."))"
    if let condition = loop.condition {
      text += " where "
      write(condition)
    }
    if let order = loop.order {
      text += " \(order.first == .largest ? "largest" : "smallest") first by "
      write(order.key)
    }
  }
}

extension RoundingSyntax.Mode {
  fileprivate var written: String {
    switch self {
    case .halfUp: "half up"
    case .halfEven: "half even"
    case .up: "up"
    case .down: "down"
    }
  }
}

extension ExpressionSyntax.Part {
  fileprivate var written: String {
    switch self {
    case .inProportion: "in proportion"
    case .countsAsFull: "counts as full"
    case .ignored: "ignored"
    }
  }
}

extension ExpressionSyntax.Aggregate {
  fileprivate var written: String {
    switch self {
    case .sum: "sum"
    case .largest: "largest"
    case .smallest: "smallest"
    }
  }
}

extension ExpressionSyntax.ItemAmount {
  fileprivate var written: String {
    switch self {
    case .assessed: "assessed"
    case .claimed: "claimed"
    case .payable: "payable"
    }
  }
}
