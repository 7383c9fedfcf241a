import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// What an expression comes to at a place.
  mutating func value(_ expression: CheckedExpression, _ place: Place) throws(Stop) -> ReferenceValue {
    switch expression.form {
    case .number(let number): return .number(number)
    case .ordinal(let position): return .ordinal(position)
    case .date(let date): return .date(date)
    case .time(let time): return .time(time)
    case .text(let text): return .text(text)
    case .fact(let fact): return try self.fact(fact)
    case .detail: throw .notCovered("a detail outside a text")
    case .variable(let variable): return .element(try place.element(variable))
    case .field(let variable, let field): return try self.field(field, of: try place.element(variable))
    case .parameter(let parameter): return try place.argument(parameter)
    case .parameterField(let parameter, let field):
      guard case .element(let element) = try place.argument(parameter) else {
        throw .notCovered("a field of what is no element")
      }
      return try self.field(field, of: element)
    case .definition(let definition): return try self.definition(definition, [], on: nil)
    case .call(let definition, let arguments):
      return try self.definition(definition, try values(arguments, place), on: nil)
    case .choice(let choice): return .ordinal(options[choice])
    case .caseDate: return .date(try caseDate())
    case .definitionOn(let definition, let day):
      return try self.definition(definition, [], on: try self.day(day, place))
    case .callOn(let definition, let arguments, let day):
      return try self.definition(definition, try values(arguments, place), on: try self.day(day, place))
    case .table(let table, let arguments): return try self.table(table, try values(arguments, place), on: nil)
    case .tableOn(let table, let arguments, let day):
      return try self.table(table, try values(arguments, place), on: try self.day(day, place))
    case .tiers(let tiers, let amount): return .number(try self.tiers(tiers, try number(amount, place)))
    case .accrued(let definition, let from, let to, let over):
      return .number(try accrued(definition, from: try day(from, place), to: try day(to, place), over: over))
    case .position(let variable):
      guard let position = place.positions[variable] else { throw .notCovered("a position outside its item") }
      return .number(Rational(position))
    case .it:
      guard let it = place.it else { throw .notCovered("`it` outside a step") }
      return .number(it)
    case .otherwise:
      guard let otherwise = place.otherwise else { throw .notCovered("`otherwise` outside an exception") }
      otherwiseReads += 1
      return try otherwise(&self)
    case .add(let left, let right): return .number(try sum([try number(left, place), try number(right, place)]))
    case .subtract(let left, let right):
      return .number(try RedressReference.difference(try number(left, place), try number(right, place)))
    case .multiply(let left, let right): return .number(try product(try number(left, place), try number(right, place)))
    case .divide(let left, let right): return .number(try quotient(try number(left, place), try number(right, place)))
    case .reduced(let base, let part):
      let left = try RedressReference.difference(.one, try number(part, place))
      return .number(try product(try number(base, place), left))
    case .increased(let base, let part):
      return .number(try product(try number(base, place), try sum([.one, try number(part, place)])))
    case .negate(let operand): return .number(try RedressReference.difference(.zero, try number(operand, place)))
    // Rule 15: the right side is not looked at where the left decides.
    case .not(let operand): return ReferenceValue(!(try holds(operand, place)))
    case .and(let left, let right):
      if !(try holds(left, place)) { return ReferenceValue(false) }
      return ReferenceValue(try holds(right, place))
    case .or(let left, let right):
      if try holds(left, place) { return ReferenceValue(true) }
      return ReferenceValue(try holds(right, place))
    case .compare(let comparison, let left, let right):
      return ReferenceValue(try compare(comparison, try value(left, place), try value(right, place)))
    case .oneOf(let operand, let isNegated, let words):
      let value = try value(operand, place)
      let isAmong = try values(words, place).contains(value)
      return ReferenceValue(isAmong != isNegated)
    case .rounded(let operand, let mode, let step):
      return .number(
        try RedressReference.rounded(try number(operand, place), mode, to: try number(step, place)))
    case .forEvery(let amount, let period, let quantity, let part):
      return .number(
        try forEvery(try number(amount, place), period: period, of: try number(quantity, place), part))
    case .aggregate(let aggregate, let body, let loop): return try self.aggregate(aggregate, body, loop, place)
    case .largest(let sides): return try extreme(try values(sides, place)) { $0 > $1 }
    case .smallest(let sides): return try extreme(try values(sides, place)) { $0 < $1 }
    case .count(let loop): return .number(Rational(try elements(of: loop, place).count))
    case .any(let loop): return ReferenceValue(try any(loop, place))
    case .shifted(let amount, let unit, let isBefore, let moved):
      return try shifted(try number(amount, place), unit, isBefore: isBefore, try value(moved, place))
    case .difference(let left, let right):
      return .number(try difference(try value(left, place), try value(right, place)))
    case .shiftedBusinessDays(let count, let isBefore, let moved, let calendar):
      return .date(
        try shifted(try number(count, place), isBefore: isBefore, try day(moved, place), businessDays: calendar))
    case .businessDays(let from, let to, let calendar):
      return .number(try businessDays(from: try day(from, place), to: try day(to, place), calendar))
    case .elapsed(let unit, let isStarted, let from, let to):
      return .number(
        try elapsed(unit, isStarted: isStarted, from: try day(from, place), to: try day(to, place)))
    case .weekday(let date): return .ordinal(try day(date, place).weekday - 1)
    case .stated(let read): return ReferenceValue(try isStated(read, place))
    case .dateOf(let time): return .date(try day(time, place))
    case .shareOf(let party, let split):
      return .number(try portions(of: split).shares.first { $0.party == party }?.portion ?? .zero)
    case .itemAmount(let amount, let item): return .number(try self.amount(amount, of: item))
    case .total(let total): return .number(try self.total(total))
    }
  }

  mutating func values(_ expressions: [CheckedExpression], _ place: Place) throws(Stop) -> [ReferenceValue] {
    var values: [ReferenceValue] = []
    for expression in expressions { values.append(try value(expression, place)) }
    return values
  }

  mutating func number(_ expression: CheckedExpression, _ place: Place) throws(Stop) -> Rational {
    guard case .number(let number) = try value(expression, place) else {
      throw .notCovered("arithmetic without numbers")
    }
    return number
  }

  /// A date, or the day of a time.
  mutating func day(_ expression: CheckedExpression, _ place: Place) throws(Stop) -> CivilDate {
    switch try value(expression, place) {
    case .date(let date): return date
    case .time(let time): return time.date
    default: throw .notCovered("a day of what is no date")
    }
  }

  mutating func holds(_ condition: CheckedExpression, _ place: Place) throws(Stop) -> Bool {
    guard case .ordinal(let ordinal) = try value(condition, place) else { throw .notCovered("a condition of numbers") }
    return ordinal != 0
  }

  /// Rule 10: what reads something absent does not hold, whichever side of `and`, `or` and `not` it stands on.
  mutating func holds(
    _ condition: CheckedExpression?, _ reads: [OptionalRead], _ place: Place
  ) throws(Stop) -> Bool {
    if try isAbsent(reads, place) { return false }
    guard let condition else { return true }
    return try holds(condition, place)
  }

  private func compare(
    _ comparison: Comparison, _ left: ReferenceValue, _ right: ReferenceValue
  ) throws(Stop) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: try isLess(left, right)
    case .greaterOrEqual: !(try isLess(left, right))
    case .greater: try isLess(right, left)
    case .lessOrEqual: !(try isLess(right, left))
    }
  }

  func isLess(_ left: ReferenceValue, _ right: ReferenceValue) throws(Stop) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.ordinal(let left), .ordinal(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.time(let left), .time(let right)): left < right
    default: throw .notCovered("an order of what has none")
    }
  }

  /// Rule 20: the whole expression before `for every` is multiplied.
  private func forEvery(
    _ amount: Rational, period: Rational, of quantity: Rational, _ part: BrokenPart
  ) throws(Stop) -> Rational {
    if quantity.isNegative { throw .refused("countBelowZero") }
    let count = try quotient(quantity, period)
    switch part {
    case .inProportion: return try product(amount, count)
    case .countsAsFull: return try product(amount, try periods(count, .up))
    case .ignored: return try product(amount, try periods(count, .down))
    }
  }

  /// The first that nothing beats.
  func extreme(
    _ values: [ReferenceValue], beats: (ReferenceValueOrder, ReferenceValueOrder) -> Bool
  ) throws(Stop) -> ReferenceValue {
    guard var best = values.first else { throw .notCovered("the largest of nothing") }
    for value in values.dropFirst() where beats(ReferenceValueOrder(value), ReferenceValueOrder(best)) { best = value }
    return best
  }
}

/// Numbers, dates and times by their size.
struct ReferenceValueOrder: Comparable {
  private let size: Rational

  init(_ value: ReferenceValue) {
    switch value {
    case .number(let number): size = number
    case .date(let date): size = Rational(Int(date.dayNumber))
    case .time(let time): size = Rational(time.minuteNumber)
    case .ordinal, .text, .list, .element: size = .zero
    }
  }

  static func < (left: ReferenceValueOrder, right: ReferenceValueOrder) -> Bool { left.size < right.size }
}
