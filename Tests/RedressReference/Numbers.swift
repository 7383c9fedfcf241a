import RedressValues

/// Arithmetic whose failures are stops.
func exactly<Result>(_ body: () throws(ArithmeticError) -> Result) throws(Stop) -> Result {
  do throws(ArithmeticError) {
    return try body()
  } catch {
    switch error {
    case .divisionByZero: throw .refused("divisionByZero")
    case .overflow: throw .tooLarge
    }
  }
}

func sum(_ numbers: [Rational]) throws(Stop) -> Rational {
  try exactly { () throws(ArithmeticError) in
    var sum = Rational.zero
    for number in numbers { sum = try sum + number }
    return sum
  }
}

func difference(_ left: Rational, _ right: Rational) throws(Stop) -> Rational {
  try exactly { () throws(ArithmeticError) in try left - right }
}

func product(_ left: Rational, _ right: Rational) throws(Stop) -> Rational {
  try exactly { () throws(ArithmeticError) in try left * right }
}

func quotient(_ left: Rational, _ right: Rational) throws(Stop) -> Rational {
  try exactly { () throws(ArithmeticError) in try left / right }
}

/// The whole number below a number that is not below zero, or the number itself.
private func wholePart(_ number: Rational) throws(Stop) -> Rational {
  try exactly { () throws(ArithmeticError) in
    try Rational(numerator: number.numerator / number.denominator, denominator: 1)
  }
}

/// Rule 8: modes act on the magnitude.
func rounded(_ number: Rational, _ mode: RoundingMode, to step: Rational) throws(Stop) -> Rational {
  if !step.isPositive { throw .refused("roundingStep") }
  let count = try quotient(number.magnitude, step)
  let whole = try wholePart(count)
  let rest = try difference(count, whole)
  let half = try quotient(.one, Rational(2))
  let isEven = try quotient(whole, Rational(2)).isWhole
  let goesUp =
    switch mode {
    case .down: false
    case .up: rest > .zero
    case .halfUp: rest >= half
    case .halfEven: rest > half || (rest == half && !isEven)
    }
  let magnitude = try product(goesUp ? try sum([whole, .one]) : whole, step)
  return number.isNegative ? try difference(.zero, magnitude) : magnitude
}

/// How many whole or begun periods lie in a quantity.
func periods(_ count: Rational, _ mode: RoundingMode) throws(Stop) -> Rational {
  try rounded(count, mode, to: .one)
}

/// Largest remainder: everybody gets the steps that are certainly his, and the steps left over go one by one to
/// whoever lost most and has had none yet, the earlier of equals first. Of a total below zero the mirror image.
///
/// - Parameter weights: none below zero, one above at least.
func shared(_ total: Rational, by weights: [Rational], step: Rational) throws(Stop) -> [Rational] {
  let whole = try sum(weights)
  if !whole.isPositive { throw .refused("divisionByZero") }
  let steps = try quotient(total.magnitude, step)
  var counts: [Rational] = []
  var losses: [Rational] = []
  for weight in weights {
    let share = try quotient(try product(steps, weight), whole)
    counts.append(try wholePart(share))
    losses.append(try difference(share, counts[counts.count - 1]))
  }
  var left = try difference(steps, try sum(counts))
  while left.isPositive {
    var unlucky = 0
    for place in losses.indices where losses[place] > losses[unlucky] { unlucky = place }
    let extra = left < .one ? left : .one
    counts[unlucky] = try sum([counts[unlucky], extra])
    losses[unlucky] = .zero
    left = try difference(left, extra)
  }
  var parts: [Rational] = []
  for count in counts {
    let part = try product(count, step)
    parts.append(total.isNegative ? try difference(.zero, part) : part)
  }
  return parts
}
