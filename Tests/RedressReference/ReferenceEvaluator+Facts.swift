import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  mutating func fact(_ fact: Int) throws(Stop) -> ReferenceValue {
    if let value = stated.facts[fact] { return value }
    return try unstated(policy.facts[fact])
  }

  mutating func field(_ field: Int, of element: ReferenceElement) throws(Stop) -> ReferenceValue {
    if let value = element.fields[field] { return value }
    return try unstated(policy.records[element.record].fields[field])
  }

  /// Rule 10: the default of what nobody has stated; rule 39: bounds apply to it.
  private mutating func unstated(_ attributes: CheckedPolicy.Attributes) throws(Stop) -> ReferenceValue {
    switch attributes.defaultValue {
    case .noElements: return .list([])
    case .value(let expression):
      let value = try value(expression, Place())
      try demandBounds(of: attributes, value)
      return value
    case nil:
      if attributes.isOptional { throw .notCovered("a read of the absent `\(attributes.name)`") }
      throw .unknown(attributes.name)
    }
  }

  private func demandBounds(of attributes: CheckedPolicy.Attributes, _ value: ReferenceValue) throws(Stop) {
    let size: Rational
    switch value {
    case .number(let number): size = number
    case .ordinal(let position): size = Rational(position)
    case .date(let date): size = Rational(Int(date.dayNumber))
    case .time(let time): size = Rational(time.minuteNumber)
    case .text, .list, .element: return
    }
    if let bounds = attributes.bounds {
      let isBelow = bounds.lower.map { size < $0 || (bounds.excludesLower && size == $0) } ?? false
      let isAbove = bounds.upper.map { size > $0 } ?? false
      if isBelow || isAbove { throw .refused("defaultOutsideBounds") }
    }
    guard attributes.isWhole, case .quantity(let unit) = attributes.type else { return }
    let scale = try exactly { () throws(ArithmeticError) in try unit.scale }
    if !(try quotient(size, scale).isWhole) { throw .refused("defaultOutsideBounds") }
  }

  /// Whether one of these optional facts and fields is not stated.
  func isAbsent(_ reads: [OptionalRead], _ place: Place) throws(Stop) -> Bool {
    for read in reads {
      switch read {
      case .fact(let fact): if stated.facts[fact] == nil { return true }
      case .field(let variable, let field): if try place.element(variable).fields[field] == nil { return true }
      }
    }
    return false
  }

  /// `x is stated`: a question, no read.
  func isStated(_ read: CheckedExpression, _ place: Place) throws(Stop) -> Bool {
    switch read.form {
    case .fact(let fact): return stated.facts[fact] != nil
    case .field(let variable, let field): return try place.element(variable).fields[field] != nil
    default: throw .notCovered("`is stated` of an expression")
    }
  }

  // MARK: The date of the case

  /// Rule 13: the fact the policy is dated by, or the case's own `dated`.
  var dateThatIsStated: CivilDate? {
    guard let fact = policy.datedBy, let value = stated.facts[fact] else { return stated.dated }
    switch value {
    case .date(let date): return date
    case .time(let time): return time.date
    default: return stated.dated
    }
  }

  /// The date, or what the fact's default says.
  mutating func caseDate() throws(Stop) -> CivilDate {
    if let date = dateThatIsStated { return date }
    guard let fact = policy.datedBy, !policy.facts[fact].isOptional else { throw .refused("noDateOfCase") }
    switch try self.fact(fact) {
    case .date(let date): return date
    case .time(let time): return time.date
    default: throw .notCovered("a policy dated by what is no date")
    }
  }
}
