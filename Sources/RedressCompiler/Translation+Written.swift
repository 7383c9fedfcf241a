import RedressChecker
import RedressEngine
import RedressValues

// What a side of `largest of (…)` says, for explanations. It is close to what the rules write, not always the same:
// loops are cut short, and what is no sum, product or name is told by its kind.
extension Translation {
  func written(_ expression: CheckedExpression) -> String {
    written(expression, in: .loose)
  }

  /// How tightly an expression binds; what stands in a tighter place is put in brackets.
  private enum Place: Int { case loose, sum, term, part }

  private func written(_ expression: CheckedExpression, in place: Place) -> String {
    let (text, own) = pieces(of: expression)
    return own.rawValue < place.rawValue ? "(\(text))" : text
  }

  private func pieces(of expression: CheckedExpression) -> (text: String, place: Place) {
    switch expression.form {
    case .add(let left, let right): binary(left, "+", right, .sum)
    case .subtract(let left, let right), .difference(let left, let right): binary(left, "-", right, .sum)
    case .reduced(let left, let right): binary(left, "reduced by", right, .sum)
    case .increased(let left, let right): binary(left, "increased by", right, .sum)
    case .multiply(let left, let right): binary(left, left.type == .quantity(.percent) ? "of" : "*", right, .term)
    case .divide(let left, let right): binary(left, "/", right, .term)
    case .negate(let operand): ("-" + written(operand, in: .part), .part)
    case .rounded(let operand, _, let step): ("\(written(operand, in: .sum)) rounded to \(written(step))", .loose)
    case .forEvery(let rate, _, let quantity, _):
      ("\(written(rate, in: .term)) for every … of \(written(quantity))", .loose)
    case .shifted(let amount, _, let isBefore, let date):
      ("\(written(amount)) \(isBefore ? "before" : "after") \(written(date))", .sum)
    case .shiftedBusinessDays(let amount, let isBefore, let date, _):
      ("\(written(amount)) business days \(isBefore ? "before" : "after") \(written(date))", .sum)
    case .accrued(let definition, let from, let to, _):
      ("accrued \(policy.definitions[definition].name) from \(written(from)) to \(written(to))", .loose)
    case .aggregate(let aggregate, let body, _): ("\(name(of: aggregate)) of \(written(body)) …", .loose)
    default: (name(of: expression), .part)
    }
  }

  private func binary(
    _ left: CheckedExpression, _ sign: String, _ right: CheckedExpression, _ place: Place
  ) -> (text: String, place: Place) {
    (written(left, in: place) + " \(sign) " + written(right, in: place == .sum ? .term : .part), place)
  }

  private func name(of expression: CheckedExpression) -> String {
    switch expression.form {
    case .number(let value): number(value, expression.type)
    case .date(let date): date.description
    case .time(let time): time.description
    case .fact(let fact): policy.facts[fact].name
    case .field(let variable, let field): policy.records[result.variableRecords[variable]].fields[field].name
    case .parameter(let parameter): name(ofParameter: parameter)
    case .parameterField(let parameter, let field):
      if case .record(let record) = parameterTypes[parameter] {
        name(ofParameter: parameter) + "." + policy.records[record].fields[field].name
      } else {
        name(ofParameter: parameter)
      }
    case .definition(let definition), .definitionOn(let definition, _): policy.definitions[definition].name
    case .call(let definition, let arguments), .callOn(let definition, let arguments, _):
      "\(policy.definitions[definition].name)(\(list(arguments)))"
    case .table(let table, let arguments), .tableOn(let table, let arguments, _):
      "\(policy.tables[table].name)(\(list(arguments)))"
    case .tiers(let tiers, let amount): "\(policy.tiers[tiers].name)(\(written(amount)))"
    case .largest(let sides): "largest of (\(list(sides)))"
    case .smallest(let sides): "smallest of (\(list(sides)))"
    case .itemAmount(.assessed, let item): "assessed of \(policy.items[item].name)"
    case .itemAmount(.claimed, let item): "claimed of \(policy.items[item].name)"
    case .itemAmount(.payable, let item): "payable of \(policy.items[item].name)"
    case .shareOf(let party, let split): "share of \(policy.parties[party].name) in \(policy.splits[split].name)"
    case .it: "it"
    case .otherwise: "otherwise"
    default: "…"
    }
  }

  private func number(_ value: Rational, _ type: ValueType) -> String {
    if case .quantity(let unit) = type { return quantityText(value, unit: unit) }
    return value.decimalText(upTo: 6)
  }

  private func name(ofParameter parameter: Int) -> String {
    parameterNames.indices.contains(parameter) ? parameterNames[parameter] : "…"
  }

  private func list(_ expressions: [CheckedExpression]) -> String {
    expressions.map { written($0) }.joined(separator: ", ")
  }

  private func name(of aggregate: Aggregate) -> String {
    switch aggregate {
    case .sum: "sum"
    case .largest: "largest"
    case .smallest: "smallest"
    }
  }
}
