import RedressChecker
import RedressEngine
import RedressValues

extension Translation {
  /// Adds the nodes of an expression, operands before what works on them, and gives the number of the last.
  mutating func node(_ expression: CheckedExpression) -> NodeID {
    let translated = translate(expression)
    result.nodes.append(translated)
    result.spans.append(expression.span)
    let node = NodeID(result.nodes.count - 1)
    switch expression.form {
    case .largest(let sides), .smallest(let sides):
      result.alternatives[node] = sides.map { Program.Alternative(text: written($0), type: $0.type) }
    default: break
    }
    return node
  }

  /// A day, of which a time gives its own.
  mutating func day(_ expression: CheckedExpression) -> NodeID {
    let time = node(expression)
    guard expression.type == .time else { return time }
    result.nodes.append(.dateOf(time))
    result.spans.append(expression.span)
    return NodeID(result.nodes.count - 1)
  }

  private mutating func number(_ number: Rational) -> Int32 {
    result.numbers.append(number)
    return Int32(truncatingIfNeeded: result.numbers.count - 1)
  }

  private mutating func range(_ expressions: [CheckedExpression]) -> NodeRange {
    let nodes = expressions.map { node($0) }
    result.operands.append(contentsOf: nodes)
    return NodeRange(first: result.operands.count - nodes.count, count: nodes.count)
  }

  private func index(_ index: Int) -> Int32 { Int32(truncatingIfNeeded: index) }

  /// The record a parameter of the definition under way stands for.
  private func record(ofParameter parameter: Int) -> Int32 {
    guard case .record(let record) = parameterTypes[parameter] else { return 0 }
    return index(record)
  }

  /// One case for each form, so that a new one does not build until it is translated.
  private mutating func translate(_ expression: CheckedExpression) -> Node {
    switch expression.form {
    case .number(let value): return .number(number(value))
    case .ordinal(let ordinal): return .ordinal(Int64(ordinal))
    case .date(let date): return .ordinal(Int64(date.dayNumber))
    case .time(let time): return .ordinal(Int64(time.minuteNumber))
    case .text(let text):
      result.texts.append(text)
      return .text(index(result.texts.count - 1))
    case .fact(let fact): return .fact(index(fact))
    case .detail(let detail): return .detail(index(detail))
    case .variable(let variable): return .variable(index(variable))
    case .field(let variable, let field): return .field(variable: index(variable), field: index(field))
    case .parameter(let parameter): return .parameter(index(parameter))
    case .parameterField(let parameter, let field):
      return .parameterField(parameter: index(parameter), record: record(ofParameter: parameter), field: index(field))
    case .definition(let definition): return .definition(index(definition))
    case .call(let definition, let arguments): return .call(definition: index(definition), range(arguments))
    case .choice(let choice): return .choice(index(choice))
    case .caseDate: return .caseDate
    case .definitionOn(let definition, let day): return .definitionOn(index(definition), self.day(day))
    case .callOn(let definition, let arguments, let day):
      return .callOn(definition: index(definition), range(arguments), self.day(day))
    case .table(let table, let arguments): return .table(index(table), range(arguments))
    case .tableOn(let table, let arguments, let day): return .tableOn(index(table), range(arguments), self.day(day))
    case .tiers(let tiers, let amount): return .tiers(index(tiers), node(amount))
    case .accrued(let definition, let from, let to, let over):
      return .accrued(definition: index(definition), from: day(from), to: day(to), over: number(over))
    case .position(let variable): return .position(variable: index(variable))
    case .it: return .it
    case .otherwise: return .otherwise
    case .add(let left, let right): return .add(node(left), node(right))
    case .subtract(let left, let right): return .subtract(node(left), node(right))
    case .multiply(let left, let right): return .multiply(node(left), node(right))
    case .divide(let left, let right): return .divide(node(left), node(right))
    case .reduced(let left, let right): return .reduced(node(left), by: node(right))
    case .increased(let left, let right): return .increased(node(left), by: node(right))
    case .negate(let operand): return .negate(node(operand))
    case .not(let operand): return .not(node(operand))
    case .and(let left, let right): return .and(node(left), node(right))
    case .or(let left, let right): return .or(node(left), node(right))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, node(left), node(right))
    case .oneOf(let operand, let isNegated, let words):
      return .oneOf(node(operand), isNegated: isNegated, range(words))
    case .rounded(let operand, let mode, let step): return .rounded(node(operand), mode, to: node(step))
    case .forEvery(let rate, let period, let quantity, let part):
      return .forEvery(node(rate), period: number(period), of: node(quantity), part)
    case .largest(let values): return .largest(range(values))
    case .smallest(let values): return .smallest(range(values))
    case .aggregate(let aggregate, let body, let loop):
      let loop = position(of: loop)
      let isDate = if case .quantity = body.type { false } else { true }
      return .aggregate(aggregate, node(body), loop: loop, isDate: isDate)
    case .count(let loop): return .count(loop: position(of: loop))
    case .any(let loop): return .any(loop: position(of: loop))
    case .shifted(let amount, let unit, let isBefore, let moved):
      let isTime = moved.type == .time
      if unit == .months { return .shiftMonths(node(amount), isBefore: isBefore, isTime: isTime, node(moved)) }
      return isTime
        ? .shiftTime(node(amount), isBefore: isBefore, node(moved))
        : .shiftDate(node(amount), isBefore: isBefore, node(moved))
    case .difference(let left, let right):
      return left.type == .time
        ? .timeDifference(node(left), node(right)) : .dateDifference(node(left), node(right))
    case .shiftedBusinessDays(let amount, let isBefore, let moved, let calendar):
      return .shiftBusinessDays(
        node(amount), isBefore: isBefore, node(moved), isTime: moved.type == .time, calendar: position(of: calendar))
    case .businessDays(let from, let to, let calendar):
      return .businessDays(from: day(from), to: day(to), calendar: position(of: calendar))
    case .elapsed(let unit, let isStarted, let from, let to):
      return .elapsed(isYears: unit == .years, isStarted: isStarted, from: node(from), to: node(to))
    case .weekday(let date): return .weekday(node(date))
    case .stated(let fact): return .stated(node(fact))
    case .dateOf(let time): return .dateOf(node(time))
    case .shareOf(let party, let split): return .share(party: index(party), split: index(split))
    case .itemAmount(let amount, let item): return .itemAmount(amount, item: index(item))
    case .total(let total):
      result.totals.append(total)
      return .total(index(result.totals.count - 1))
    }
  }

  mutating func loop(_ loop: CheckedLoop) -> Program.Loop {
    result.variableRecords[loop.variable] = loop.record
    let list: Program.Loop.List =
      switch loop.list {
      case .fact(let fact): .fact(fact)
      case .field(let variable, let field): .field(variable: variable, field: field)
      case .inside(let fact, let fields): .inside(fact: fact, fields: fields)
      }
    var translated = Program.Loop(
      variable: loop.variable, record: loop.record, list: list, condition: loop.condition.map { node($0) },
      optionalReads: reads(loop.optionalReads))
    translated.wordTest = translated.condition.flatMap { result.wordTest(of: $0, for: loop.variable) }
    translated.order = loop.order.map { Program.Loop.Order(isLargestFirst: $0.isLargestFirst, key: node($0.key)) }
    return translated
  }

  /// The first calendar of a program is the plain one.
  private func position(of calendar: Int?) -> Int32 { index(calendar.map { $0 + 1 } ?? 0) }

  private mutating func position(of loop: CheckedLoop) -> Int32 {
    let translated = self.loop(loop)
    result.loops.append(translated)
    return index(result.loops.count - 1)
  }
}
