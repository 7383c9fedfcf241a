import RedressValues

extension TermBuilder {
  /// Tables with more rows are not looked into anew where something is assumed.
  private static let mostRows = 400

  /// The term of a table's value for these arguments; behind them may stand the day that is asked for.
  mutating func lookup(_ index: Int, _ operands: [Int], _ outer: Environment) -> Int {
    let number = table.number(.table(index), operands, range: .everything)
    guard !keepsNames, outer.depth < 12, lookedUp.insert(number).inserted else { return number }
    let range = range(ofTable: index, operands, outer) { builder, term in builder.table.ranges[term] }
    return table.narrow(number, to: range)
  }

  /// The hull of the results of all rows that may count, of all editions.
  mutating func range(
    ofTable index: Int, _ operands: [Int], _ outer: Environment, known: (inout TermBuilder, Int) -> Interval
  ) -> Interval {
    let looked = policy.tables[index]
    let arguments = Array(operands.prefix(looked.parameters.count))
    var ranges: [Interval] = []
    for (argument, parameter) in zip(arguments, looked.parameters) {
      ranges.append(known(&self, argument).meeting(Self.range(parameter)))
    }
    var environment = Environment()
    environment.owner = .table(index)
    environment.arguments = arguments
    environment.depth = outer.depth + 1
    environment.level = outer.level
    var result: Interval?
    func join(_ given: CheckedPolicy.TableResult, _ builder: inout TermBuilder) {
      guard case .value(let expression) = given else { return }
      let range: Interval
      if let constant = expression.constant {
        range = .point(constant)
      } else {
        let term = builder.term(expression, environment)
        range = known(&builder, term)
      }
      result = result?.joining(range) ?? range
    }
    for edition in looked.editions {
      for row in edition.rows where zip(row.cells, ranges).allSatisfy({ $0.mayCover($1) }) {
        join(row.result, &self)
      }
    }
    if let otherwise = looked.otherwise { join(otherwise.result, &self) }
    return result ?? .everything
  }

  /// Whether the table is small enough to be looked into wherever something is assumed.
  func isSmall(table index: Int) -> Bool {
    policy.tables[index].editions.reduce(0) { $0 + $1.rows.count } <= Self.mostRows
  }

  /// The term of marginal bands over an amount.
  mutating func tiers(_ index: Int, _ amount: Int, _ outer: Environment) -> Int {
    let number = table.number(.tiers(index), [amount], range: .everything)
    guard !keepsNames, outer.depth < 12, lookedUp.insert(number).inserted else { return number }
    let range = range(ofTiers: index, amount, outer) { builder, term in builder.table.ranges[term] }
    return table.narrow(number, to: range)
  }

  /// Of every slice its rate: no less than the lowest rate of the whole, and no more than the highest.
  mutating func range(
    ofTiers index: Int, _ amount: Int, _ outer: Environment, known: (inout TermBuilder, Int) -> Interval
  ) -> Interval {
    guard let rates = rates(ofTiers: index, amount, outer, known: known) else { return .everything }
    let whole = known(&self, amount).meeting(Self.range(policy.tiers[index].parameter))
    let result = whole.multiplied(by: rates)
    return whole.isFromZero ? result : result.joining(.point(.zero))
  }

  /// What the rates can be.
  mutating func rates(
    ofTiers index: Int, _ amount: Int, _ outer: Environment, known: (inout TermBuilder, Int) -> Interval
  ) -> Interval? {
    var environment = Environment()
    environment.owner = .tiers(index)
    environment.arguments = [amount]
    environment.depth = outer.depth + 1
    environment.level = outer.level
    var rates: Interval?
    for band in policy.tiers[index].bands {
      let term = term(band.rate, environment)
      let rate = known(&self, term)
      rates = rates?.joining(rate) ?? rate
    }
    return rates
  }

  /// A rate that is not below zero accrues nothing below zero.
  mutating func accrued(_ rate: Int, _ operands: [Int], over: Rational) -> Int {
    let range = keepsNames ? Interval.everything : table.ranges[definition(rate)]
    return table.number(
      .accrued(rate, over: over), operands, range: range.isFromZero ? .fromZero : .everything)
  }

  /// A definition as of another day: any of its branches.
  mutating func call(_ definition: Int, onDay operands: [Int], _ outer: Environment) -> Int {
    let number = table.number(.callOn(definition), operands, range: .everything)
    guard !keepsNames, outer.depth < 12, lookedUp.insert(number).inserted else { return number }
    var environment = Environment()
    environment.owner = .definition(definition)
    environment.arguments = Array(operands.dropLast())
    environment.depth = outer.depth + 1
    environment.level = outer.level
    return table.narrow(number, to: range(of: policy.definitions[definition], environment))
  }
}

extension TableCell {
  /// Whether some value of the range lies in the cell.
  func mayCover(_ range: Interval) -> Bool {
    switch self {
    case .any: true
    case .range: !interval.meeting(range).isEmpty
    case .values(let values): values.contains { range.contains($0) }
    }
  }

  /// From its least value to its largest.
  var interval: Interval {
    switch self {
    case .any: .everything
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      Interval(lower: lower, excludesLower: excludesLower, upper: upper, excludesUpper: excludesUpper)
    case .values(let values): Interval(lower: values.min(), upper: values.max())
    }
  }
}
