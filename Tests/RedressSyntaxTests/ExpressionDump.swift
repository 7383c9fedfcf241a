import RedressSyntax

/// A compact notation of trees, for tests to compare: `(+ a (of 20% b))`.
func dump(_ expression: ExpressionSyntax) -> String {
  switch expression.form {
  case .quantity(let quantity): dump(quantity)
  case .date(let text): "date:\(text)"
  case .time(let text): "time:\(text)"
  case .text(let text): dump(text)
  case .yesNo(let value): value ? "yes" : "no"
  case .it: "it"
  case .otherwise: "otherwise"
  case .name(let name): name.text
  case .call(let name, let values): "(call \(name.text)\(values.map { " " + dump($0) }.joined()))"
  case .field(let value, let field): "\(dump(value)).\(field.text)"
  case .unary(.minus, let value): "(- \(dump(value)))"
  case .unary(.not, let value): "(not \(dump(value)))"
  case .binary(let operation, _, let left, let right): "(\(operation.rawValue) \(dump(left)) \(dump(right)))"
  case .oneOf(let value, let isNegated, let values):
    "(\(isNegated ? "none" : "any")-of \(dump(value))\(values.map { " " + dump($0) }.joined()))"
  case .rounded(let value, let mode, let unit):
    "(rounded\(mode.map { " \($0.mode)" } ?? "") \(dump(value)) \(dump(unit)))"
  case .forEvery(let rate, let period, let quantity, let part):
    "(for-every \(dump(rate)) \(dump(period)) \(dump(quantity)) \(part))"
  case .aggregate(let aggregate, let value, let loop): "(\(aggregate) \(dump(value)) \(dump(loop)))"
  case .extreme(let extreme, let values): "(\(extreme)\(values.map { " " + dump($0) }.joined()))"
  case .count(let loop): "(count \(dump(loop)))"
  case .any(let loop): "(any \(dump(loop)))"
  case .shifted(let duration, let isBefore, let moment):
    "(\(isBefore ? "before" : "after") \(dump(duration)) \(dump(moment)))"
  case .elapsed(let unit, let isStarted, let from, let to):
    "(\(isStarted ? "started" : "whole") \(unit) \(dump(from)) \(dump(to)))"
  case .on(let value, let day): "(on \(dump(value)) \(dump(day)))"
  case .shiftedBusinessDays(let count, let isBefore, let moment, let calendar):
    "(business-\(isBefore ? "before" : "after") \(dump(count)) \(dump(moment))\(calendar.map { " in \($0.text)" } ?? ""))"
  case .businessDays(let from, let to, let calendar):
    "(business \(dump(from)) \(dump(to))\(calendar.map { " in \($0.text)" } ?? ""))"
  case .accrued(let rate, let from, let to, let year):
    "(accrued \(rate.text) \(dump(from)) \(dump(to))\(year.map { " over \($0.text)" } ?? ""))"
  case .positionOf(let name): "(position \(name.text))"
  case .weekdayOf(let value): "(weekday \(dump(value)))"
  case .stated(let value, let isNegated): "(\(isNegated ? "not-" : "")stated \(dump(value)))"
  case .dateOf(let value): "(date \(dump(value)))"
  case .shareOf(let party, let split): "(share \(party.text) \(split.text))"
  case .itemAmount(let amount, let item): "(\(amount) \(item.text))"
  case .totalOf(let name): "(total-of \(name.text))"
  case .totalTo(let name): "(total-to \(name.text))"
  case .bracketed(let value): "[\(dump(value))]"
  case .missing: "?"
  }
}

func dump(_ quantity: QuantitySyntax) -> String {
  quantity.number.text + (quantity.isPercent ? "%" : "") + (quantity.unit.map { dump($0) } ?? "")
}

func dump(_ unit: UnitSyntax) -> String {
  (unit.numerator?.text ?? "") + unit.divisors.map { "/\($0.count?.text ?? "")\($0.word.text)" }.joined()
}

func dump(_ text: TextSyntax) -> String {
  let segments = text.segments.map { segment in
    switch segment {
    case .literal(let part): part
    case .expression(let expression): "{\(dump(expression))}"
    }
  }
  return "'\(segments.joined())'" + text.translations.map { " \($0.language.text)\(dump($0.text))" }.joined()
}

func dump(_ loop: LoopSyntax) -> String {
  let path = loop.path.map(\.text).joined(separator: ".")
  return "\(loop.variable.text):\(path)" + (loop.condition.map { " where \(dump($0))" } ?? "")
    + (loop.order.map { " \($0.first)-first \(dump($0.key))" } ?? "")
}
