import RedressValues

extension StraightEvaluator {
  /// The exception that decides a ruling; nil where the base does. Two that decide together are left to the evaluator,
  /// which compares them.
  mutating func deciding(
    _ exceptions: StraightProgram.Run, _ facts: Facts
  ) throws(NotStraight) -> StraightProgram.Exception? {
    if exceptions.isEmpty { return nil }
    var holding: UInt64 = 0
    for (place, position) in exceptions.indices.enumerated()
    where try holds(program.exceptions[position].condition, facts) {
      holding |= 1 << UInt64(place)
    }
    if holding == 0 { return nil }
    var left = holding
    if holding.nonzeroBitCount > 1 {
      for (place, position) in exceptions.indices.enumerated() where holding >> UInt64(place) & 1 == 1 {
        left &= ~(program.exceptions[position].overrides & ~(1 << UInt64(place)))
      }
      if left == 0 { return nil }
    }
    guard left.nonzeroBitCount == 1 else { throw NotStraight() }
    return program.exceptions[Int(exceptions.first) + left.trailingZeroBitCount]
  }

  /// What a ruling comes to: the exception that decides it, or the base in force on a day.
  mutating func answer(
    of ruling: StraightProgram.Ruling, on day: Int64?, _ facts: Facts
  ) throws(NotStraight) -> (answer: StraightProgram.Answer, branch: Int32) {
    if let exception = try deciding(ruling.exceptions, facts) { return (exception.answer, exception.branch) }
    var base = Int(ruling.bases.first)
    if ruling.bases.count > 1 || program.bases[base].from != nil {
      var own = day
      if own == nil, let node = ruling.day { own = try ordinal(node, facts) }
      let start = try self.own(own)
      let latest = ruling.bases.indices.last { program.bases[$0].from.map { $0 <= start } ?? true }
      guard let latest else { throw NotStraight() }
      base = latest
    }
    return (program.bases[base].answer, program.bases[base].branch)
  }

  // MARK: Steps

  /// What a step made of the running value.
  struct Taken {
    var value: Rational
    var acted: Bool
    /// What decided it.
    var branch: Int32
  }

  /// Takes a step other than `borne by`, with `it` as the value reached.
  mutating func take(
    _ step: StraightProgram.Step, on value: Rational, _ facts: Facts
  ) throws(NotStraight) -> Taken {
    let outer = running
    running = value
    defer { running = outer }
    guard try holds(step.condition, facts) else { return Taken(value: value, acted: false, branch: step.branch) }
    let exception = try deciding(step.exceptions, facts)
    var operand = step.operand
    switch exception?.answer {
    case nil: break
    // A waiver is told, and only the evaluator tells of what does not act.
    case .waived: throw NotStraight()
    case .value(let own): operand = own
    case .payment, .division: throw NotStraight()
    }
    guard let operand else { throw NotStraight() }
    let result = try Self.acting(step.form, on: value, by: try number(operand, facts))
    return Taken(value: result, acted: true, branch: exception?.branch ?? step.branch)
  }

  static func acting(
    _ form: StraightProgram.Step.Form, on value: Rational, by operand: Rational
  ) throws(NotStraight) -> Rational {
    if case .rounded(let mode) = form {
      return try exactly { () throws(ArithmeticError) in try value.rounded(mode, to: operand) }
    }
    var operand = operand
    if operand.isNegative {
      guard case .atMost = form else { throw NotStraight() }
      operand = .zero
    }
    switch form {
    case .atMost: return more(.smallest, value, operand)
    case .atLeast: return more(.largest, value, operand)
    case .less:
      let rest = try exactly { () throws(ArithmeticError) in try value - operand }
      return rest.isNegative ? .zero : rest
    case .plus: return try exactly { () throws(ArithmeticError) in try value + operand }
    case .times: return try exactly { () throws(ArithmeticError) in try value * operand }
    case .nothingUnder: return value < operand ? .zero : value
    case .nothingUpTo: return value <= operand ? .zero : value
    case .rounded, .borneBy: throw NotStraight()
    }
  }

  /// Rounded to the minor unit as the policy rounds.
  @inline(__always)
  func minorUnits(_ value: Rational) throws(NotStraight) -> Rational {
    try exactly { () throws(ArithmeticError) in try value.rounded(program.rounding, places: minorDigits) }
  }

  // MARK: Splits

  /// Takes the step `borne by`: shares out the rounded value and goes on with our part.
  mutating func borne(
    _ value: Rational, by split: Int, _ step: StraightProgram.Step, _ facts: Facts
  ) throws(NotStraight) -> Taken {
    if value.isNegative { throw NotStraight() }
    let outer = running
    running = value
    defer { running = outer }
    guard try holds(step.condition, facts) else { return Taken(value: value, acted: false, branch: step.branch) }
    if try deciding(step.exceptions, facts) != nil { throw NotStraight() }
    let (places, branch) = try splitValue(split, facts)
    let whole = try minorUnits(value)
    weights.removeAll(keepingCapacity: true)
    for place in places { weights.append(portions[place].portion) }
    try share(whole, by: weights)
    var ours: Rational?
    for (place, part) in zip(places, room.parts) {
      if isThorough { outcome.shares.append(StraightOutcome.Share(party: portions[place].party, amount: part)) }
      if ours == nil, portions[place].party == program.us { ours = part }
    }
    return Taken(value: ours ?? .zero, acted: true, branch: branch)
  }

  mutating func portion(ofParty party: Int, in split: Int, _ facts: Facts) throws(NotStraight) -> Rational {
    let places = try splitValue(split, facts).portions
    return portions[places].first { $0.party == party }?.portion ?? .zero
  }

  private mutating func splitValue(
    _ index: Int, _ facts: Facts
  ) throws(NotStraight) -> (portions: Range<Int>, branch: Int32) {
    if splitValues[index].claim == claim { return (splitValues[index].portions, splitValues[index].branch) }
    let (answer, branch) = try answer(of: program.splits[index].ruling, on: nil, facts)
    guard case .division(let division) = answer else { throw NotStraight() }
    let places = try putPortions(program.divisions[division], facts)
    splitValues[index] = (claim, places, branch)
    return (places, branch)
  }

  private mutating func putPortions(
    _ division: StraightProgram.Division, _ facts: Facts
  ) throws(NotStraight) -> Range<Int> {
    var own: [(party: Int, portion: Rational)] = []
    var sum = Rational.zero
    var takesRest = false
    for position in division.shares.indices {
      let share = program.shares[position]
      guard let node = share.value else {
        takesRest = true
        own.append((share.party, .zero))
        continue
      }
      let value = try number(node, facts)
      if value.isNegative { throw NotStraight() }
      sum = try exactly { () throws(ArithmeticError) in try sum + value }
      own.append((share.party, value))
    }
    let isWhole = division.isInProportion ? !sum.isZero : takesRest ? sum <= .one : sum == .one
    guard isWhole else { throw NotStraight() }
    for (place, position) in division.shares.indices.enumerated() {
      if division.isInProportion {
        own[place].portion = try exactly { () throws(ArithmeticError) in try own[place].portion / sum }
      } else if program.shares[position].value == nil {
        own[place].portion = try exactly { () throws(ArithmeticError) in try Rational.one - sum }
      }
    }
    portions += own
    return (portions.count - own.count)..<portions.count
  }
}
