import RedressValues

/// What has a name of its own: definitions, tables, tiers, deadlines.
extension Straightening {
  /// Nil for a node that is none of these.
  mutating func translatedCall(_ node: NodeID) throws(NotStraight) -> Typed? {
    switch program.nodes[Int(node.index)] {
    case .parameter(let parameter):
      guard parameters.indices.contains(Int(parameter)), let isNumber = parameters[Int(parameter)] else {
        throw NotStraight()
      }
      return put(isNumber ? .parameterNumber(parameter) : .parameterOrdinal(parameter), isNumber: isNumber)
    case .call(let definition, let arguments): return try call(Int(definition), arguments, on: nil)
    case .callOn(let definition, let arguments, let day): return try call(Int(definition), arguments, on: day)
    case .definitionOn(let definition, let day):
      return try call(Int(definition), NodeRange(first: 0, count: 0), on: day)
    case .table(let table, let arguments): return try lookup(Int(table), arguments, on: nil)
    case .tableOn(let table, let arguments, let day): return try lookup(Int(table), arguments, on: day)
    case .tiers(let tiers, let amount):
      let amount = try number(amount)
      let position = try once(.tiers(Int(tiers))) { (straightening) throws(NotStraight) in
        try straightening.put(straightening.program.tiers[Int(tiers)])
      }
      return put(.tiers(Int32(position), amount), isNumber: true)
    default: return nil
    }
  }

  /// A definition without parameters.
  mutating func definitionNode(_ index: Int) throws(NotStraight) -> Typed {
    guard program.definitions[index].parameters.isEmpty else { throw NotStraight() }
    let (position, isNumber) = try definition(index)
    return put(isNumber ? .definitionNumber(position) : .definitionOrdinal(position), isNumber: isNumber)
  }

  mutating func deadlineNode(_ deadline: Program.Deadline) throws(NotStraight) -> Typed {
    let ruling = try ruling(of: deadline.ruling, isNumber: false)
    result.definitions.append(StraightProgram.Definition(ruling: ruling, isNumber: false, steps: .none))
    return put(.definitionOrdinal(Int32(result.definitions.count - 1)), isNumber: false)
  }

  private mutating func definition(_ index: Int) throws(NotStraight) -> (position: Int32, isNumber: Bool) {
    let definition = program.definitions[index]
    let isNumber = try isNumber(definition.type)
    let position = try once(.definition(index)) { (straightening) throws(NotStraight) in
      straightening.parameters = definition.parameters.map { try? straightening.isNumber($0.type) }
      let ruling = try straightening.ruling(of: definition.ruling, isNumber: isNumber)
      let steps = try straightening.steps(definition.steps)
      guard isNumber || steps.isEmpty else { throw NotStraight() }
      straightening.result.definitions.append(
        StraightProgram.Definition(ruling: ruling, isNumber: isNumber, steps: steps))
      return straightening.result.definitions.count - 1
    }
    return (Int32(position), isNumber)
  }

  private mutating func ruling(
    of ruling: Program.Ruling<NodeID>, isNumber: Bool
  ) throws(NotStraight) -> StraightProgram.Ruling {
    func answer(_ straightening: inout Straightening, _ node: NodeID) throws(NotStraight) -> StraightProgram.Answer {
      .value(isNumber ? try straightening.number(node) : try straightening.ordinal(node))
    }
    return try self.ruling(ruling, base: answer, exception: answer)
  }

  private mutating func call(
    _ index: Int, _ arguments: NodeRange, on day: NodeID?
  ) throws(NotStraight) -> Typed {
    let arguments = try self.arguments(arguments, for: program.definitions[index].parameters)
    var own: StraightNodeID?
    if let day { own = try ordinal(day) }
    let (position, isNumber) = try definition(index)
    return put(
      isNumber
        ? .callNumber(definition: position, arguments, on: own)
        : .callOrdinal(definition: position, arguments, on: own),
      isNumber: isNumber)
  }

  private mutating func arguments(
    _ range: NodeRange, for parameters: [Schema.Attributes]
  ) throws(NotStraight) -> StraightProgram.Run {
    var all: [StraightNodeID] = []
    for (position, parameter) in zip(range.indices, parameters) {
      let typed = try node(program.operands[position])
      guard try isNumber(parameter.type) == typed.isNumber else { throw NotStraight() }
      all.append(typed.id)
    }
    guard all.count == parameters.count else { throw NotStraight() }
    let run = StraightProgram.Run(first: Int32(result.operands.count), count: Int32(all.count))
    result.operands += all
    return run
  }

  // MARK: Tables

  private mutating func lookup(
    _ index: Int, _ arguments: NodeRange, on day: NodeID?
  ) throws(NotStraight) -> Typed {
    let table = program.tables[index]
    let arguments = try self.arguments(arguments, for: table.parameters)
    var own: StraightNodeID?
    if let day { own = try ordinal(day) }
    let isNumber = try isNumber(table.type)
    let position = Int32(
      try once(.table(index)) { (straightening) throws(NotStraight) in
        straightening.parameters = table.parameters.map { try? straightening.isNumber($0.type) }
        return try straightening.put(table, isNumber: isNumber)
      })
    return put(
      isNumber ? .tableNumber(position, arguments, on: own) : .tableOrdinal(position, arguments, on: own),
      isNumber: isNumber)
  }

  private mutating func put(_ table: Program.Table, isNumber: Bool) throws(NotStraight) -> Int {
    var editions: [StraightProgram.Edition] = []
    for edition in table.editions {
      var rows: [StraightProgram.Row] = []
      for row in edition.rows { rows.append(try self.row(row, isNumber: isNumber)) }
      let run = StraightProgram.Run(first: Int32(result.rows.count), count: Int32(rows.count))
      result.rows += rows
      editions.append(StraightProgram.Edition(from: edition.from.map { Int64($0.dayNumber) }, rows: run))
    }
    var otherwise: Int?
    if let row = table.otherwise {
      result.rows.append(try self.row(row, isNumber: isNumber))
      otherwise = result.rows.count - 1
    }
    let run = StraightProgram.Run(first: Int32(result.editions.count), count: Int32(editions.count))
    result.editions += editions
    result.tables.append(StraightProgram.Table(editions: run, isDated: table.isDated, otherwise: otherwise))
    return result.tables.count - 1
  }

  private mutating func row(
    _ row: Program.Table.Row, isNumber: Bool
  ) throws(NotStraight) -> StraightProgram.Row {
    let cells = StraightProgram.Run(first: Int32(result.cells.count), count: Int32(row.cells.count))
    result.cells += row.cells
    guard let node = row.value else { return StraightProgram.Row(cells: cells, value: nil) }
    return StraightProgram.Row(cells: cells, value: isNumber ? try number(node) : try ordinal(node))
  }

  private mutating func put(_ tiers: Program.Tiers) throws(NotStraight) -> Int {
    parameters = [try? isNumber(tiers.parameter.type)]
    var bands: [StraightProgram.Band] = []
    for band in tiers.bands { bands.append(StraightProgram.Band(upper: band.upper, rate: try number(band.rate))) }
    let run = StraightProgram.Run(first: Int32(result.bands.count), count: Int32(bands.count))
    result.bands += bands
    result.tiers.append(StraightProgram.Tiers(bands: run))
    return result.tiers.count - 1
  }

  // MARK: Days

  /// Nil for a node that does not work on days.
  mutating func translatedDate(_ node: NodeID) throws(NotStraight) -> Typed? {
    switch program.nodes[Int(node.index)] {
    case .caseDate: return put(.caseDate, isNumber: false)
    case .shiftDate(let amount, let isBefore, let date): return try shift(.days, amount, isBefore, date)
    case .shiftTime(let amount, let isBefore, let time): return try shift(.minutes, amount, isBefore, time)
    case .shiftMonths(let amount, let isBefore, let isTime, let date):
      return try shift(isTime ? .monthsOfTime : .months, amount, isBefore, date)
    case .elapsed(let isYears, let isStarted, let from, let to):
      let (from, to) = (try ordinal(from), try ordinal(to))
      return put(.elapsed(isYears: isYears, isStarted: isStarted, from: from, to: to), isNumber: true)
    case .weekday(let date):
      let date = try ordinal(date)
      return put(.weekday(date), isNumber: false)
    case .dateOf(let time):
      let time = try ordinal(time)
      return put(.dateOf(time), isNumber: false)
    default: return nil
    }
  }

  private mutating func shift(
    _ shift: DateShift, _ amount: NodeID, _ isBefore: Bool, _ date: NodeID
  ) throws(NotStraight) -> Typed {
    let (amount, date) = (try number(amount), try ordinal(date))
    return put(.shift(shift, amount, isBefore: isBefore, date), isNumber: false)
  }
}
